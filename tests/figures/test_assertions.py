"""Assertions are decided exactly, and nothing in them can reach beyond the facts."""

from typing import Any

import pytest

from reportgen.figures.assertions import BrokenAssertion, Judge
from reportgen.figures.facts import facts_of
from reportgen.model.department_year import DepartmentYear

DATA: dict[str, Any] = {
    "年度": "2023",
    "部门": {"名称": "某局", "实有人数": "8"},
    "资金": {"总额": {"预算数": "100", "执行数": "89"}},
    "指标": [{"名称": "覆盖率", "目标": "≥80%", "完成": "81%"}],
}


@pytest.fixture
def judge() -> Judge:
    return Judge(facts_of(DepartmentYear.model_validate(DATA)))


@pytest.mark.parametrize(
    "assertion",
    [
        "资金.执行比例 >= 0.89",
        "资金.总额.执行数 * 0.1 == 8.9",
        "资金.执行比例 * 100 == 89",
        "指标[0].完成 >= 指标[0].目标",
        "部门.名称 in ['某局', '某委']",
        "部门.实有人数 > 1 and 部门.实有人数 < 9",
        "not 资金.总额.执行数 > 100",
        "not " * 94 + "1",
        "(资金.总额.执行数 / 资金.总额.预算数)|百分比 == '89.00%'",
    ],
)
def test_what_holds(judge: Judge, assertion: str) -> None:
    assert judge.judge(assertion).holds


def test_a_failing_comparison_shows_both_sides(judge: Judge) -> None:
    outcome = judge.judge("资金.总额.执行数 / 3 >= 资金.总额.预算数")
    assert (outcome.holds, outcome.left, outcome.sign, outcome.right) == (
        False, "29.666667", "≥", "100",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("assertion", "left", "right"),
    [
        ("1 / 3 == 0.333333", "0.3333333333333333333333333333", "0.333333"),
        ("89 < 资金.总额.执行数", "89", "89"),
        ("部门.实有人数 == '8'", "8", "“8”"),
    ],
)
def test_sides_look_different_where_they_are(
    judge: Judge, assertion: str, left: str, right: str
) -> None:
    outcome = judge.judge(assertion)
    assert (outcome.holds, outcome.left, outcome.right) == (False, left, right)


@pytest.mark.parametrize(
    ("assertion", "cause"),
    [
        ("资金.总价 > 1", "unknown"),
        ("资金.到位资金 > 1", "blank"),
        ("资金.到位资金 + 1 > 1", "syntax"),
        ("1 >", "syntax"),
        ("1 > 0 }} {{ 1", "syntax"),
        ("", "syntax"),
        ("部门.名称 > 1", "syntax"),
        ("1 / 0 > 1", "syntax"),
        ("'甲' * 1000000000 == ''", "syntax"),
        ("部门.__class__ == 1", "unknown"),
        ("range(9) == 1", "unknown"),
        ("1" * 500, "syntax"),
        ("(" * 390, "syntax"),
        ("(" * 190 + "1" + ")" * 190, "syntax"),
    ],
)
def test_what_cannot_be_decided(judge: Judge, assertion: str, cause: str) -> None:
    with pytest.raises(BrokenAssertion) as broken:
        judge.judge(assertion)
    assert broken.value.cause == cause


def test_a_wrong_name_is_offered_the_nearest(judge: Judge) -> None:
    with pytest.raises(BrokenAssertion) as broken:
        judge.judge("资金.到位资全 > 1")
    assert (broken.value.name, broken.value.suggestion) == ("到位资全", "到位资金")
