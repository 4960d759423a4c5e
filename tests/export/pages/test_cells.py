"""Squeezed columns, broken numbers, text over the edge of a cell, lines over each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx.enum.text import WD_BREAK
from docx.shared import Mm

from reportgen.export.pages.cells import overlapping, wrong_cells
from reportgen.export.pages.printed import Fault, Printed
from tests.export.pages.drawn import cell, line, page, printed
from tests.export.pages.written import document, saved, table


def one_cell(folder: Path, text: str, shown: Sequence[str], bottom: float = 300) -> Printed:
    made = document()
    table(made, Mm(20), text)
    head = cell(["完成值"], (80, 80, 112, 100))
    beside = cell([], (112, 100, 200, bottom), row=2, column=2)
    shown_row = cell(shown, (80, 100, 112, bottom), row=2), beside
    return printed(
        saved(made, folder),
        page(cells=[head, cell([], (112, 80, 200, 100), column=2), *shown_row]),
    )


def only(faults: Sequence[Fault]) -> Fault:
    (fault,) = faults
    return fault


def test_lines_of_one_character_are_a_squeezed_column(tmp_path: Path) -> None:
    fault = only([*wrong_cells(one_cell(tmp_path, "逐步提高", ["逐", "步", "提", "高"]))])
    assert fault.code == "PAGE-05"
    assert fault.arguments == {"column": "完成值", "count": 4, "cells": 1}
    assert (fault.cell and fault.cell.row, fault.text) == (2, "逐步提高")


def test_one_fault_tells_of_all_cells_of_a_column_on_a_page(tmp_path: Path) -> None:
    made = document()
    table(made, Mm(20), "逐步提高")
    texts = "逐步提高"
    cells = [cell(texts, (80, 100 + n * 60, 112, 160 + n * 60), row=n) for n in (1, 2, 3)]
    beside = cell(texts, (112, 160, 144, 220), column=2)
    first, second = wrong_cells(printed(saved(made, tmp_path), page(cells=[*cells, beside])))
    assert (first.cell, first.arguments["cells"]) == (cells[0], 3)
    assert (second.cell, second.arguments["cells"]) == (beside, 1)


def test_lines_broken_on_purpose_are_not(tmp_path: Path) -> None:
    made = document()
    run = table(made, Mm(20)).paragraphs[0].add_run("资")
    for sign in "金情况":
        run.add_break(WD_BREAK.LINE)
        run.add_text(sign)
    sheet = page(cells=[cell("资金情况", (80, 100, 100, 300))])
    assert list(wrong_cells(printed(saved(made, tmp_path), sheet))) == []


def test_two_lines_of_one_character_may_be(tmp_path: Path) -> None:
    assert list(wrong_cells(one_cell(tmp_path, "优良", ["优", "良"]))) == []


def test_a_number_in_two_lines_is_told(tmp_path: Path) -> None:
    fault = only([*wrong_cells(one_cell(tmp_path, "1234.56", ["123", "4.5", "6"]))])
    assert (fault.code, fault.arguments["number"]) == ("PAGE-06", "1234.5")


def test_numbers_in_two_paragraphs_are_not_one(tmp_path: Path) -> None:
    made = document()
    table(made, Mm(20), "2021").add_paragraph("30")
    sheet = page(cells=[cell(["2021", "30"], (80, 100, 160, 300))])
    assert list(wrong_cells(printed(saved(made, tmp_path), sheet))) == []


def test_text_over_the_lower_edge_or_the_side_is_told(tmp_path: Path) -> None:
    low = only([*wrong_cells(one_cell(tmp_path, "甲乙", ["甲乙"], bottom=106))])
    assert (low.code, low.arguments["count"]) == ("PAGE-08", 2)
    wide = only([*wrong_cells(one_cell(tmp_path, "甲乙丙丁", ["甲乙丙丁"]))])
    assert (wide.code, wide.arguments["count"]) == ("PAGE-08", 1)


def test_lines_over_each_other_are_told_once_a_page(tmp_path: Path) -> None:
    tight = page(line("上面的一行"), line("下面的一行", top=104.9 + 8))
    fault = only([*overlapping(printed(saved(document(), tmp_path), tight))])
    assert (fault.code, fault.page, fault.cell) == ("PAGE-09", 1, None)


def test_kerned_and_twice_printed_letters_are_no_overlap(tmp_path: Path) -> None:
    kerned = [*line("T", 100), *line("-", 112)]
    twice = [*line("粗", 200), *line("粗", 200.3)]
    below = line("下一行", top=104.9 + 16)
    sheet = page(kerned, twice, below)
    assert list(overlapping(printed(saved(document(), tmp_path), sheet))) == []
