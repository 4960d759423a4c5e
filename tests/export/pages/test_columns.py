"""What stands at the head of a column."""

from __future__ import annotations

from reportgen.export.pages.columns import heading_of
from tests.export.pages.drawn import cell, page

BANNER = cell(["分解目标自评"], (80, 140, 300, 160), row=3)
HEAD = cell(["年度指标值"], (80, 160, 160, 180), row=4)
BESIDE = cell(["完成值"], (160, 160, 300, 180), row=4, column=2)
VALUE = cell(["100%"], (80, 180, 160, 200), row=5)


def test_the_first_text_above_in_the_column() -> None:
    sheet = page(cells=[HEAD, BESIDE, VALUE])
    assert heading_of([sheet], 1, VALUE) == "年度指标值"
    assert heading_of([sheet], 1, HEAD) == ""


def test_what_is_above_a_row_of_one_cell_belongs_to_another_block() -> None:
    above = [
        cell(["全年预算数"], (80, 120, 160, 140), row=2),
        cell([], (160, 120, 300, 140), row=2),
    ]
    sheet = page(cells=[*above, BANNER, HEAD, BESIDE, VALUE])
    assert heading_of([sheet], 1, VALUE) == "年度指标值"


def test_cells_over_several_columns_are_no_heading() -> None:
    wide = cell(["年度绩效指标"], (80, 140, 290, 160), row=3)
    beside = cell([], (290, 140, 300, 160), row=3, column=2)
    assert heading_of([page(cells=[wide, beside, VALUE])], 1, VALUE) == ""


def test_the_heading_may_be_on_a_page_before() -> None:
    first = page(cells=[HEAD, BESIDE])
    value = cell(["98%"], (80, 100, 160, 120))
    beside = cell(["甲"], (160, 100, 300, 120), column=2)
    second, third = (page(cells=[value, beside], number=n) for n in (2, 3))
    assert heading_of([first, second, third], 3, value) == "年度指标值"


def test_pages_before_the_block_are_not_looked_at() -> None:
    first = page(cells=[cell(["别的表"], (80, 100, 160, 120)), BESIDE])
    second = page(cells=[BANNER, HEAD, BESIDE, VALUE], number=2)
    assert heading_of([first, second], 2, VALUE) == "年度指标值"
