"""Every key is there, filled or not; 0 is something, a blank is nothing."""

import typing
from decimal import Decimal
from typing import Any

import pytest

from reportgen.figures.facts import (
    FactList,
    Facts,
    blank_facts,
    derived_keys,
    facts_of,
    fields_of,
    is_filled,
    some_facts,
)
from reportgen.model.department_year import DepartmentYear, SubUnit
from reportgen.model.funds import FundRow, Funds
from reportgen.model.indicators import Indicator
from reportgen.model.profile import Profile
from reportgen.model.record import Record


def year(**typed: Any) -> DepartmentYear:
    return DepartmentYear.model_validate({"年度": "2023", "部门": {"名称": "局"}} | typed)


def funds(**typed: Any) -> Facts:
    facts = facts_of(year(资金=typed))["资金"]
    assert isinstance(facts, Facts)
    return facts


def models(*roots: type[Record]) -> set[type[Record]]:
    found: set[type[Record]] = set()
    waiting = list(roots)
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [inner for *_, inner in fields_of(model) if inner is not None]
    return found


MODELS = sorted(models(DepartmentYear, Profile), key=lambda model: model.__name__)


def keys_of(model: type[Record]) -> set[str]:
    return {info.alias or "" for info in model.model_fields.values()}


@pytest.mark.parametrize("model", MODELS)
def test_blank_facts_hold_every_key_of_the_model_and_every_derived_one(
    model: type[Record],
) -> None:
    blank = blank_facts(model)
    assert blank.keys() == keys_of(model) | set(derived_keys(model))
    assert not blank


def missing_keys(facts: Any, model: type[Record]) -> list[str]:
    """Return what is missing from facts, compared with their blank, all the way down."""
    blank = blank_facts(model)
    missing = [key for key in blank if key not in facts]
    for key, _, kind, inner in fields_of(model):
        if inner is not None and key in facts:
            parts = facts[key] if kind == "list" else [facts[key]]
            missing += [f"{key}.{name}" for part in parts for name in missing_keys(part, inner)]
    return missing


FULL = {
    "资金": {"总额": {"执行数": "1"}, "来源": [{"名称": "甲"}, {}]},
    "机构": {"单位": [{"名称": "甲", "收入": {"合计": "1"}}]},
    "指标": [{"名称": "甲", "下级": [{"名称": "乙"}]}],
    "项目": [{"名称": "甲", "资金": {"来源": [{}]}, "指标": [{"下级": [{}]}]}],
    "报告": {"章节": [{"章节": [{"正文": "甲"}]}]},
    "征求意见": [{"问题": [{}]}],
    "整改": [{"情况": [{}]}],
    "评价": {"人员": [{}]},
}


def test_the_facts_of_a_file_hold_every_key_of_the_model() -> None:
    assert missing_keys(facts_of(year()), DepartmentYear) == []
    assert missing_keys(facts_of(year(**FULL)), DepartmentYear) == []
    assert missing_keys(facts_of(Profile()), Profile) == []


def test_a_missing_key_would_be_noticed() -> None:
    facts = facts_of(year(**FULL))
    del facts["项目"][0]["资金"]["来源"][0]["执行率"]
    del facts["报告"]["标题"]
    assert missing_keys(facts, DepartmentYear) == ["报告.标题", "项目.资金.来源.执行率"]


def test_typed_values_are_facts_as_they_are() -> None:
    typed = year(资金={"到位资金": "350.40"}, 报告={"日期": "2024-06-13"})
    facts = facts_of(typed)
    assert facts["资金"]["到位资金"] is typed.funds.received
    assert facts["报告"]["日期"] is typed.report.date
    assert facts["年度"] == 2023


def test_every_fact_has_its_own_value_however_the_record_was_made() -> None:
    typed = year(**FULL)
    copied = typed.funds.model_copy(update={"received": Decimal(7), "total": FundRow()})
    for record in (typed, typed.department, typed.funds, copied, Funds.model_construct()):
        facts = facts_of(record)
        for key, name, kind, _ in fields_of(type(record)):
            if kind == "value":
                assert facts[key] is getattr(record, name)
            else:
                assert isinstance(facts[key], Facts if kind == "group" else FactList)
    assert facts_of(copied)["到位资金"] == 7


def test_some_facts_are_the_same_facts() -> None:
    typed = year(**FULL)
    every, some = facts_of(typed), some_facts(typed, {"年度", "资金", "指标", "部门", "没有"})
    assert some == {key: every[key] for key in ("年度", "部门", "资金", "指标")}
    assert some["指标"].blank() == every["指标"].blank()
    assert some_facts(typed.funds, {"执行合计"}) == {"执行合计": every["资金"]["执行合计"]}


def test_derived_keys_are_computed_and_blank_without_figures() -> None:
    assert derived_keys(Funds) == ("预算合计", "执行合计", "执行比例")
    computed = funds(来源=[{"预算数": "60", "执行数": "50"}, {"预算数": "40", "执行数": "39"}])
    assert [computed[key] for key in derived_keys(Funds)] == [100, 89, Decimal("0.89")]
    assert [funds()[key] for key in derived_keys(Funds)] == [None] * 3


@pytest.mark.parametrize(("budget", "executed"), [(None, "5"), ("5", None), ("0", "5"), ("0", "0")])
def test_there_is_no_share_without_a_budget(budget: str | None, executed: str | None) -> None:
    assert funds(总额={"预算数": budget, "执行数": executed})["执行比例"] is None


def test_nothing_executed_is_a_share_of_zero() -> None:
    assert funds(总额={"预算数": "5", "执行数": "0"})["执行比例"] == 0


def test_a_derived_key_is_never_one_that_can_be_typed() -> None:
    for model in MODELS:
        assert keys_of(model).isdisjoint(derived_keys(model))


@pytest.mark.parametrize(
    "value", [0, Decimal("0.00"), "无", False, Facts({"甲": 0}), FactList([0])]
)
def test_zero_and_words_are_filled(value: object) -> None:
    assert is_filled(value)


@pytest.mark.parametrize(
    "value", [None, "", Facts({}), Facts({"甲": None, "乙": Facts({"丙": ""})}), FactList([])]
)
def test_blanks_are_not_filled(value: object) -> None:
    assert not is_filled(value)


def test_a_group_is_true_when_anything_in_it_is_filled() -> None:
    facts = facts_of(year(资金={"总额": {"执行数": "0"}}))
    assert facts["资金"]
    assert not facts["机构"]
    assert not facts["报告"]


def test_a_list_knows_its_blank_entry() -> None:
    facts = facts_of(year(指标=[{"名称": "甲"}], 部门={"名称": "局", "主要工作": ["甲"]}))
    assert facts["指标"].blank() == blank_facts(Indicator)
    assert facts["资金"]["来源"].blank() == blank_facts(FundRow)
    assert facts["指标"][0]["下级"].blank() == blank_facts(Indicator)
    assert facts["部门"]["所属单位"].blank() == blank_facts(SubUnit)
    assert facts["部门"]["主要工作"].blank() is None


def test_a_blank_list_knows_its_blank_entry_too() -> None:
    assert blank_facts(Funds)["来源"].blank() == blank_facts(FundRow)


def test_every_blank_entry_is_a_new_one() -> None:
    entries = blank_facts(Funds)["来源"]
    assert entries.blank() is not entries.blank()


def test_groups_can_be_told_apart_by_identity() -> None:
    one, two = Facts({"甲": 1}), Facts({"甲": 1})
    assert one == two
    assert len({hash(one), hash(two)}) == 2


def test_a_field_is_a_list_a_group_or_a_value() -> None:
    shapes = {key: (kind, inner) for key, _, kind, inner in fields_of(DepartmentYear)}
    assert shapes["年度"] == ("value", None)
    assert shapes["资金"] == ("group", Funds)
    assert shapes["指标"] == ("list", Indicator)
    assert shapes["核对"] == ("list", None)
    profile = {key: kind for key, _, kind, _ in fields_of(Profile)}
    assert (profile["一级权重"], profile["等次"]) == ("table", "list")


def test_every_list_of_the_model_is_seen_as_one() -> None:
    for model in MODELS:
        kinds = {name: kind for _, name, kind, _ in fields_of(model)}
        for name, info in model.model_fields.items():
            is_tuple = typing.get_origin(info.annotation) is tuple
            assert (kinds[name] == "list") is is_tuple, f"{model.__name__}.{name}"
