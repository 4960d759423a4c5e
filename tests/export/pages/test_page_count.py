"""The number of pages, as the manifest expects it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.export.pages.page_count import wrong_count
from reportgen.export.pages.printed import Expected
from tests.export.pages.drawn import line, page, printed
from tests.export.pages.written import document, saved


@pytest.mark.parametrize(
    ("fewest", "most", "codes"),
    [(1, None, []), (2, 2, []), (3, None, ["PAGE-14"]), (1, 1, ["PAGE-15"])],
)
def test_fewer_and_more_pages_than_expected_are_told(
    tmp_path: Path, fewest: int, most: int | None, codes: list[str]
) -> None:
    sheets = page(line("甲")), page(line("乙"), number=2)
    made = printed(saved(document(), tmp_path), *sheets, expected=Expected("", fewest, most))
    assert [fault.code for fault in wrong_count(made)] == codes
    assert all(fault.arguments["count"] == 2 for fault in wrong_count(made))
