"""Text and tables outside the text area, and pages without text."""

from __future__ import annotations

from pathlib import Path

from reportgen.export.pages.margins import outside
from reportgen.export.pages.pdf_pages import PdfPage
from tests.export.pages.drawn import BOTTOM, LEFT, RIGHT, TOP, cell, foot, line, page, printed
from tests.export.pages.written import document, saved


def codes(folder: Path, sheet: PdfPage) -> list[str]:
    return [fault.code for fault in outside(printed(saved(document(), folder), sheet))]


def test_text_inside_the_margins_is_right(tmp_path: Path) -> None:
    table = cell([], (LEFT - 5, TOP, RIGHT + 5, BOTTOM))
    assert codes(tmp_path, page(line("正文"), foot("—1—"), cells=[table])) == []


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, page(foot("—1—"))) == ["PAGE-01"]


def test_text_in_any_margin_is_told(tmp_path: Path) -> None:
    for wrong in (
        line("左", left=LEFT - 10),
        line("右", left=RIGHT - 10),
        line("上", top=TOP - 10),
    ):
        assert codes(tmp_path, page(line("正文"), wrong)) == ["PAGE-02"]


def test_punctuation_may_hang_over_the_end_of_a_line(tmp_path: Path) -> None:
    assert codes(tmp_path, page(line("。", left=RIGHT))) == []


def test_a_wide_table_is_told_with_what_is_over(tmp_path: Path) -> None:
    sheet = page(cells=[cell(["甲"], (LEFT, TOP, RIGHT + 28.35, BOTTOM))])
    (fault,) = outside(printed(saved(document(), tmp_path), sheet))
    assert (fault.code, fault.page, fault.arguments) == ("PAGE-03", 1, {"over": "10"})


def test_a_table_that_reaches_below_is_told(tmp_path: Path) -> None:
    assert codes(tmp_path, page(cells=[cell(["甲"], (LEFT, TOP, RIGHT, BOTTOM + 20))])) == [
        "PAGE-04"
    ]
