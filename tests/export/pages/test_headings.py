"""Headings as the last line of a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document
from docx.shared import Mm

from reportgen.export.pages.headings import level_by_number, orphans
from tests.export.pages.drawn import line, page, printed
from tests.export.pages.written import add, document, saved, table


def ends_with(made: Document, folder: Path, text: str) -> list[tuple[str, int, str]]:
    sheets = page(line("正文"), line(text, top=700)), page(line("下文"), number=2)
    faults = orphans(printed(saved(made, folder), *sheets))
    return [(fault.code, fault.page, fault.text) for fault in faults]


def test_a_heading_at_the_end_of_a_page_is_told(tmp_path: Path) -> None:
    made = document()
    made.add_heading("部门概况")
    assert ends_with(made, tmp_path, "部门概况") == [("PAGE-10", 1, "部门概况")]
    assert ends_with(made, tmp_path, "别的文字") == []


def test_a_numbered_line_is_a_heading_too(tmp_path: Path) -> None:
    made = document()
    add(made, "（一）基本支出情况")
    table(made, Mm(150), "二、是一整行").merge(made.tables[0].cell(0, 1))
    table(made, Mm(50), "三、只是一格里的结果")
    assert ends_with(made, tmp_path, "（一）基本支出情况")
    assert not ends_with(made, tmp_path, "三、只是一格里的结果")


def test_a_heading_of_two_lines_counts_as_one(tmp_path: Path) -> None:
    made = document()
    made.add_heading("很长的一个标题分作两行")
    sheet = page(line("很长的一个标题", top=680), line("分作两行", top=710))
    faults = list(orphans(printed(saved(made, tmp_path), sheet, page(line("下文"), number=2))))
    assert [fault.code for fault in faults] == ["PAGE-10"]


def test_the_last_page_may_end_with_one(tmp_path: Path) -> None:
    made = document()
    made.add_heading("部门概况")
    assert list(orphans(printed(saved(made, tmp_path), page(line("部门概况"))))) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [("一、概况", 0), ("(十二)其他", 1), ("1.数量", None), ("一、" + "长" * 50, None)],
)
def test_the_level_that_a_number_gives(text: str, level: int | None) -> None:
    assert level_by_number(text) == level
