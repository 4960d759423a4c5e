"""Text that is on no page, and where it stops."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.shared import Mm

from reportgen.export.pages.text_loss import is_of_another, lost_text
from tests.export.pages.drawn import cell, line, page, printed
from tests.export.pages.written import add, document, saved, table

LONG = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯"


def test_all_text_on_the_pages_is_right(tmp_path: Path) -> None:
    made = document(titled=False)
    add(made, LONG)
    sheets = page(line(LONG[:9])), page(line(LONG[9:], left=79), number=2)
    assert list(lost_text(printed(saved(made, tmp_path), *sheets))) == []


def test_the_cell_and_the_first_lost_words_are_told(tmp_path: Path) -> None:
    made = document(titled=False)
    add(made, "上文")
    table(made, Mm(20), LONG)
    sheets = page(line("上文")), page(cells=[cell([LONG[:9]], (80, 80, 180, 100))], number=2)
    (fault,) = lost_text(printed(saved(made, tmp_path), *sheets))
    assert (fault.code, fault.page, fault.arguments) == ("PAGE-07", 2, {"count": 15})
    assert fault.text == "七八九十甲乙丙丁戊己庚辛壬癸子丑…"
    assert fault.cell is not None


def test_a_paragraph_that_is_gone_is_told_at_the_page_before_it(tmp_path: Path) -> None:
    made = document(titled=False)
    add(made, LONG)
    add(made, "消失了")
    (fault,) = lost_text(printed(saved(made, tmp_path), page(line(LONG))))
    assert (fault.page, fault.text, fault.cell) == (1, "消失了", None)


def test_single_characters_that_are_gone_are_told_for_the_document(tmp_path: Path) -> None:
    made = document(titled=False)
    add(made, "甲乙甲乙丙丁")
    add(made, "甲乙甲乙丙丁")
    (fault,) = lost_text(printed(saved(made, tmp_path), page(line("甲乙甲乙丙丁"))))
    assert (fault.page, fault.arguments) == (0, {"count": 6})


@pytest.mark.parametrize(
    ("shown", "is_another"), [("", True), (LONG[:6], True), (LONG[:18], False)]
)
def test_pages_without_most_of_the_text_are_of_another_document(
    tmp_path: Path, shown: str, *, is_another: bool
) -> None:
    made = document(titled=False)
    add(made, LONG)
    assert is_of_another(printed(saved(made, tmp_path), page(line(shown)))) == is_another


def test_a_document_without_text_is_no_other(tmp_path: Path) -> None:
    assert not is_of_another(printed(saved(document(titled=False), tmp_path), page(line("—"))))
