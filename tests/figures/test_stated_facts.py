"""Every figure outside running text is a fact with its unit, its place and its names."""

from decimal import Decimal
from typing import Any

from reportgen.figures.stated_facts import StatedFact, bare_name, stated_facts
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import path_text


def facts(**data: Any) -> dict[str, StatedFact]:
    whole = {"年度": "2023", "部门": {"名称": "某局"}} | data
    found = stated_facts(DepartmentYear.model_validate(whole))
    return {path_text(fact.path): fact for fact in found}


def test_a_row_names_its_figures() -> None:
    found = facts(资金={"来源": [{"名称": "财政拨款", "预算数": "100", "执行数": "90"}]})
    spent = found["资金.来源[0].执行数"]
    assert (spent.value, spent.unit, spent.names) == (Decimal(90), "万元", ("财政拨款",))
    rate = found["资金.来源[0].执行率"]
    assert (rate.value, rate.unit, rate.names) == (Decimal("90.00"), "%", ("财政拨款执行率",))


def test_a_typed_rate_is_the_fact() -> None:
    found = facts(资金={"总额": {"预算数": "100", "执行数": "90", "执行率": "91%"}})
    assert found["资金.总额.执行率"].value == Decimal(91)
    assert found["资金.总额.执行率"].names == ("预算执行率", "资金执行率")


def test_a_total_is_named_by_its_group() -> None:
    found = facts(机构={"汇总": {"三公经费": {"合计": "5.93"}, "支出": {"合计": "9"}}})
    assert found["机构.汇总.三公经费.合计"].names == ("三公经费", "三公经费合计")
    assert found["机构.汇总.支出.合计"].names == ("支出合计",)


def test_targets_bind_nothing() -> None:
    leaf = {"名称": "居民建档率：", "目标": "≥80%", "完成": "81.5%", "分值": "5", "得分": "4"}
    found = facts(指标=[leaf])
    assert found["指标[0].完成"].binding
    assert not found["指标[0].目标"].binding
    assert found["指标[0].完成"].names == ("居民建档率",)
    assert found["指标[0].得分"].names == ()


def test_counts_and_rates_of_the_sheet() -> None:
    data = {"满意度": "96%", "未按进度专项数": "2"}
    found = facts(部门={"名称": "某局", "实有人数": "743"}, 评分表={"数据": data})
    assert (found["部门.实有人数"].value, found["部门.实有人数"].unit) == (Decimal(743), "人")
    assert found["评分表.数据.满意度"].unit == "%"
    assert "年度" not in found


def test_only_the_units_asked_for_are_told() -> None:
    leaf = {"名称": "居民建档率", "完成": "81.5%", "得分": "4"}
    row = {"名称": "财政拨款", "预算数": "100", "执行数": "90"}
    whole = {"年度": "2023", "部门": {"名称": "某局"}, "指标": [leaf], "资金": {"来源": [row]}}
    of = DepartmentYear.model_validate(whole)
    assert {fact.unit for fact in stated_facts(of, {"分"})} == {"分"}
    assert len(stated_facts(of, {"%"})) == 2
    assert len(stated_facts(of, {"%", "分", "万元"})) == len(stated_facts(of))


def test_names_are_compared_bare() -> None:
    assert bare_name(" “三公”经费 ：") == "三公经费"
