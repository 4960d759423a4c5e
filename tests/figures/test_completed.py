from typing import Any

import pytest

from reportgen.figures.completed import completed
from reportgen.figures.facts import Facts, facts_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.profile import Profile
from reportgen.rules.registry import Subject, declared_rules, run_rules


def facts(scheme: dict[str, Any] | None = None, **typed: Any) -> Facts:
    year = DepartmentYear.model_validate({"年度": "2023", "部门": {"名称": "某局"}} | typed)
    return facts_of(completed(year, Profile.model_validate(scheme or {})))


TREE = [
    {
        "名称": "产出指标",
        "下级": [
            {"名称": "甲", "分值": "50", "得分": "45.5"},
            {"名称": "乙", "分值": "40", "得分": "40"},
        ],
    }
]


def test_a_rate_is_computed_only_where_none_was_typed() -> None:
    rows = facts(
        资金={
            "来源": [
                {"预算数": "25591.99949", "执行数": "33557.32"},
                {"预算数": "100", "执行数": "50", "执行率": "49.9%"},
                {"执行数": "50"},
            ]
        }
    )["资金"]["来源"]
    assert [row["执行率"] and str(row["执行率"]) for row in rows] == ["131.12%", "49.9%", None]


@pytest.mark.parametrize(("formula", "rate"), [("B/A", "90.00%"), ("(B-C)/A", "50.00%")])
def test_the_rate_is_the_one_of_the_scheme(formula: str, rate: str) -> None:
    total = {"预算数": "100", "执行数": "90", "上级转移支付": "40"}
    printed = facts({"执行率公式": formula}, 资金={"总额": total})["资金"]["总额"]["执行率"]
    assert str(printed) == rate
    total["执行率"] = str(printed)
    year = DepartmentYear.model_validate(
        {"年度": "2023", "部门": {"名称": "某局"}, "资金": {"总额": total}}
    )
    subject = Subject(year, Profile.model_validate({"执行率公式": formula}))
    assert not run_rules(subject, [declared_rules()["EXEC-01"]])


def test_the_largest_amounts_still_have_a_rate() -> None:
    row = facts(资金={"总额": {"预算数": "1", "执行数": "9" * 28}})["资金"]["总额"]
    assert str(row["执行率"]).endswith("00.00%")


def test_total_score_weight_and_grade_follow_from_the_rows() -> None:
    printed = facts(资金={"总额": {"预算数": "100", "执行数": "95", "分值": "10"}}, 指标=TREE)
    assert str(printed["资金"]["总额"]["得分"]) == "9.5"
    assert str(printed["指标"][0]["分值"]) == "90"
    verdict = printed["自评"]
    assert (str(verdict["得分"]), str(verdict["分值"]), verdict["等次"]) == ("95.0", "100", "优")


def test_what_is_typed_stays() -> None:
    verdict = facts(指标=TREE, 自评={"得分": "80", "分值": "99", "等次": "差"})["自评"]
    assert (str(verdict["得分"]), str(verdict["分值"]), verdict["等次"]) == ("80", "99", "差")


def test_no_total_while_a_score_is_missing() -> None:
    tree = [{"名称": "甲", "分值": "50"}, {"名称": "乙", "分值": "50", "得分": "50"}]
    assert facts(指标=tree)["自评"]["得分"] is None


def test_the_summary_row_is_the_sum_of_the_units() -> None:
    units = [{"支出": {"合计": "1.5"}}, {"支出": {"合计": "2.50", "项目支出": None}}]
    summary = facts(机构={"单位": units})["机构"]["汇总"]["支出"]
    assert (str(summary["合计"]), summary["项目支出"]) == ("4.00", None)


def test_a_year_without_gaps_is_left_as_it_is() -> None:
    year = DepartmentYear.model_validate({"年度": "2023", "部门": {"名称": "某局"}})
    assert completed(year, Profile()) == year


def test_what_has_no_gap_is_not_copied() -> None:
    typed = {"年度": "2023", "部门": {"名称": "某局"}, "资金": {"来源": [{"执行数": "1"}]}}
    year = DepartmentYear.model_validate(typed | {"指标": TREE})
    done = completed(year, Profile())
    assert done.indicators[0].children is year.indicators[0].children
    assert done.funds.sources is year.funds.sources
    assert done.funds.total is not year.funds.total
