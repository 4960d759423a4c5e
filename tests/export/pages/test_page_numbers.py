"""The number at the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from reportgen.export.pages.page_numbers import wrong_numbers
from reportgen.export.pages.page_words import NO_NUMBER, SHOWN
from reportgen.export.pages.pdf_pages import Glyph
from reportgen.export.pages.printed import Expected, Fault
from reportgen.wording.language import Phrase
from tests.export.pages.drawn import LEFT, RIGHT, foot, line, page, printed
from tests.export.pages.written import document, saved


def faults(
    folder: Path, number: int, at_foot: Sequence[Glyph], standard: str | None = None
) -> list[Fault]:
    sheet = page(line("正文"), at_foot, number=number)
    made = printed(saved(document(), folder), sheet, expected=Expected(standard=standard))
    return list(wrong_numbers(made))


@pytest.mark.parametrize("shown", ["—1—", "- 1 -", "– 1 –"])
def test_the_number_between_dashes_is_right(tmp_path: Path, shown: str) -> None:
    assert faults(tmp_path, 1, foot(shown)) == []


@pytest.mark.parametrize("shown", ["1", "—2—", "第1页"])
def test_another_number_is_told_as_it_is_shown(tmp_path: Path, shown: str) -> None:
    (fault,) = faults(tmp_path, 1, foot(shown))
    assert (fault.code, fault.page) == ("PAGE-12", 1)
    assert fault.arguments == {"shown": Phrase(SHOWN, {"text": shown})}


def test_a_document_without_numbers_is_told_once_a_page_without_by_itself(tmp_path: Path) -> None:
    first, second = page(line("甲"), foot("—1—")), page(line("乙"), number=2)
    bare = page(line("甲"))
    path = saved(document(), tmp_path)
    (fault,) = wrong_numbers(printed(path, first, second))
    assert (fault.page, fault.arguments) == (2, {"shown": NO_NUMBER})
    (fault,) = wrong_numbers(printed(path, bare, second))
    assert (fault.code, fault.page) == ("PAGE-12", 0)


def test_where_the_standard_asks_the_number_stands_outside(tmp_path: Path) -> None:
    right, left = RIGHT - 14 - 42, LEFT + 14
    assert faults(tmp_path, 1, foot("—1—", left=right), "GB/T 9704") == []
    assert faults(tmp_path, 2, foot("—2—", left=left), "GB/T 9704") == []
    for number, wrong in (
        (2, foot("—2—", left=right)),
        (1, foot("—1—", left=280)),
        (1, foot("—1—", left=RIGHT - 10.5 - 31.5, size=10.5)),
    ):
        assert [each.code for each in faults(tmp_path, number, wrong, "GB/T 9704")] == ["PAGE-23"]
        assert faults(tmp_path, number, wrong) == []
