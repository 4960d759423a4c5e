"""22 lines of 28 characters, measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.export.pages.grid import wrong_grid
from reportgen.export.pages.pdf_pages import PdfPage
from reportgen.export.pages.printed import Expected
from reportgen.export.pages.standards import GBT_9704
from tests.export.pages.drawn import cell, line, lines, page, printed
from tests.export.pages.written import TEXT, document, saved


def told(folder: Path, sheet: PdfPage, standard: str | None = GBT_9704) -> list[tuple[object, ...]]:
    made = printed(saved(document(), folder), sheet, expected=Expected(standard=standard))
    return [(each.code, *each.arguments.values()) for each in wrong_grid(made)]


def test_a_full_page_of_22_lines_of_28_is_right(tmp_path: Path) -> None:
    assert told(tmp_path, page(lines(TEXT[: 22 * 28], 28))) == []


def test_a_page_that_is_not_full_has_any_number_of_lines(tmp_path: Path) -> None:
    assert told(tmp_path, page(lines(TEXT[: 9 * 28], 28))) == []


@pytest.mark.parametrize(("rows", "pitch"), [(21, 30.3), (24, 26.6)])
def test_a_full_page_of_other_lines_is_told(tmp_path: Path, rows: int, pitch: float) -> None:
    sheet = page(lines(TEXT[: rows * 28], 28, pitch))
    assert told(tmp_path, sheet) == [("PAGE-22", rows, 28, 1)]
    assert told(tmp_path, sheet, standard=None) == []


def test_full_lines_of_27_are_told(tmp_path: Path) -> None:
    assert told(tmp_path, page(lines(TEXT[: 22 * 27], 27))) == [("PAGE-22", 22, 27, 1)]


def test_pages_with_other_sizes_or_tables_are_left_alone(tmp_path: Path) -> None:
    full = lines(TEXT[: 21 * 27], 27, 30.3)
    assert told(tmp_path, page(full, line("小字", top=110, size=12))) == []
    assert told(tmp_path, page(full, cells=[cell([], (80, 100, 200, 300))])) == []
