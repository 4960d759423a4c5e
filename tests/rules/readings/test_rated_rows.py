"""Which rows of the funds tables are judged, at which rate, and what explains them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import path_text
from reportgen.model.profile import Profile
from reportgen.rules.readings.rated_rows import (
    department_rate,
    distinct_rows,
    rated_rows,
    spent,
    takes_transfers_out,
)
from reportgen.rules.registry import Subject
from tests.departments import department
from tests.typed import at, year

ROW = {"预算数": "100", "执行数": "90"}
OTHER = {"预算数": "50", "执行数": "60"}


def subject(formula: str = "B/A", **funds: Any) -> Subject:
    return Subject(year(资金=funds), Profile.model_validate({"执行率公式": formula}))


def explained(**funds: Any) -> list[str]:
    return [path_text(row.path[1:]) for row in rated_rows(subject(**funds)) if row.explained]


@pytest.mark.parametrize("seed", range(3))
def test_a_path_leads_to_the_row_it_names(seed: int) -> None:
    of = DepartmentYear.model_validate(department(seed))
    found = rated_rows(Subject(of, Profile()))
    assert all(at(of, row.path) is row.row for row in found)
    assert len({row.path for row in found}) == len(found)
    assert {row.path[0] for row in found} == {"资金"} | ({"项目"} if of.projects else set())


def test_totals_are_judged_before_their_parts() -> None:
    found = rated_rows(subject(来源=[ROW], 结构=[ROW], 功能分类=[ROW]))
    assert [path_text(row.path) for row in found] == [
        "资金.总额", "资金.来源合计", "资金.结构合计", "资金.来源[0]", "资金.结构[0]",
        "资金.功能分类[0]",
    ]  # fmt: skip


@pytest.mark.parametrize(("formula", "rate"), [("B/A", "150"), ("(B-C)/A", "90")])
def test_the_scheme_says_what_counts_as_spent(formula: str, rate: str) -> None:
    of = subject(formula, 总额={"预算数": "100", "执行数": "150", "上级转移支付": "60"})
    total = rated_rows(of)[0]
    assert total.rate == spent(of, total.row) == Decimal(rate)
    assert department_rate(of, of.department_year.funds) == Decimal(rate)
    assert takes_transfers_out(of) is (formula != "B/A")


def test_a_blank_row_has_no_rate_and_nothing_spent() -> None:
    of = subject()
    total = rated_rows(of)[0]
    assert (total.rate, total.stated, total.explained) == (None, None, False)
    assert spent(of, total.row) == 0


@pytest.mark.parametrize(("rate", "key"), [("90%", "执行率"), (None, "执行数")])
def test_the_typed_rate_is_blamed_else_the_expenditure(rate: str | None, key: str) -> None:
    total = rated_rows(subject(总额={**ROW, "执行率": rate}))[0]
    assert total.place == ("资金", "总额", key)
    assert total.stated == rate


def test_a_note_of_a_total_explains_every_row() -> None:
    whole = ["总额", "来源合计", "结构合计", "来源[0]", "结构[0]"]
    for total in whole[:3]:
        assert explained(来源=[ROW], 结构=[ROW], **{total: {"说明": "年中追加"}}) == whole


def test_a_note_of_a_row_explains_it_and_the_totals() -> None:
    noted = ROW | {"说明": "年中追加"}
    totals = ["总额", "来源合计", "结构合计"]
    assert explained(来源=[noted, OTHER], 结构=[ROW]) == [*totals, "来源[0]"]


def test_a_note_of_the_department_explains_no_project() -> None:
    of = year(资金={"总额": ROW | {"说明": "甲"}}, 项目=[{"名称": "乙", "资金": {"总额": ROW}}])
    found = {path_text(row.path): row.explained for row in rated_rows(Subject(of, Profile()))}
    assert found["资金.总额"]
    assert not found["项目[0].资金.总额"]


def test_a_sole_source_is_not_blamed_again() -> None:
    found = distinct_rows(subject(总额=ROW, 来源=[ROW], 结构=[ROW, OTHER]))
    filled = [path_text(row.path) for row in found if row.row.budget is not None]
    assert filled == ["资金.总额", "资金.结构[1]"]


def test_the_same_figures_in_another_table_are_another_row() -> None:
    of = year(资金={"总额": ROW}, 项目=[{"名称": "甲", "资金": {"总额": ROW}}])
    found = distinct_rows(Subject(of, Profile()))
    filled = [path_text(row.path) for row in found if row.row.budget is not None]
    assert filled == ["资金.总额", "项目[0].资金.总额"]


def test_rows_that_are_not_filled_in_yet_do_not_repeat_each_other() -> None:
    half = {"预算数": "100"}
    found = distinct_rows(subject(来源=[half, half]))
    filled = [path_text(row.path) for row in found if row.row.budget is not None]
    assert filled == ["资金.来源[0]", "资金.来源[1]"]
