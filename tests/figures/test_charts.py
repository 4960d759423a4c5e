from typing import Any

import pytest

from reportgen.figures.charts import (
    Chart,
    charts_of,
    families,
    unit_rate,
    wants_charts,
)
from reportgen.model.department_year import DepartmentYear
from reportgen.model.funds import UnitAccounts
from reportgen.model.indicators import Indicator
from reportgen.model.profile import Profile

SCORED = [
    {
        "名称": "投入",
        "分值": "10",
        "下级": [{"名称": "编审", "得分": "4"}, {"名称": "执行", "得分": "5.5"}],
    },
    {
        "名称": "产出",
        "下级": [
            {"名称": "数量指标", "分值": "6", "下级": [{"名称": "甲", "得分": "6"}]},
            {"名称": "质量指标", "分值": "8", "下级": [{"名称": "乙", "得分": "7"}, {}]},
            {
                "名称": "时效指标",
                "分值": "5",
                "下级": [{"名称": "丙", "得分": "3"}, {"名称": "丁"}],
            },
        ],
    },
]


def year(**typed: Any) -> DepartmentYear:
    return DepartmentYear.model_validate(
        {"年度": "2023", "部门": {"名称": "某县卫生健康局"}} | typed
    )


def charts(profile: Profile | None = None, **typed: Any) -> dict[str, Chart]:
    found = charts_of(year(**typed), profile or Profile())
    return {chart.kind: chart for chart in found}


def drawn(chart: Chart) -> list[tuple[str, ...]]:
    rows = zip(*(series.values for series in chart.series), strict=True)
    return [(name, *map(str, values)) for name, values in zip(chart.categories, rows, strict=True)]


def test_sources_are_drawn_as_typed_and_those_with_a_blank_left_out() -> None:
    sources = [
        {"名称": "财政拨款", "预算数": "100.50", "执行数": "90"},
        {"名称": "其他资金", "预算数": "10"},
        {"预算数": "1", "执行数": "1"},
        {"名称": "专户", "预算数": "0", "执行数": "0"},
        {"名称": "结余", "预算数": "0", "执行数": "3"},
    ]
    chart = charts(资金={"来源": sources})["预算执行"]
    assert drawn(chart) == [("财政拨款", "100.50", "90"), ("结余", "0", "3")]
    assert [series.name for series in chart.series] == ["预算数", "执行数"]
    assert chart.title == "2023年度各来源资金预算与执行情况（万元）"


def test_points_lost_are_weight_less_score_of_a_family_wholly_scored() -> None:
    chart = charts(指标=SCORED)["指标失分"]
    assert drawn(chart) == [("投入", "0.5"), ("数量指标", "0"), ("质量指标", "1")]


def test_the_execution_rate_loses_points_too() -> None:
    chart = charts(指标=SCORED, 资金={"总额": {"分值": "10", "得分": "7.5"}})["指标失分"]
    assert drawn(chart)[0] == ("预算执行率", "2.5")


def test_where_the_common_sheet_is_scored_its_families_are_drawn() -> None:
    profile = Profile.model_validate({"共性评分表": "是"})
    sheet = [{"名称": "过程", "分值": "3", "下级": [{"名称": "资金结余", "得分": "1"}]}]
    chart = charts(profile, 指标=SCORED, 评分表={"指标": sheet})["指标失分"]
    assert drawn(chart) == [("过程", "2")]


def test_a_unit_spends_its_share_of_its_income() -> None:
    units = [
        {"名称": "局机关", "收入": {"合计": "300"}, "支出": {"合计": "100"}},
        {"名称": "疾控中心", "收入": {"合计": "0"}, "支出": {"合计": "5"}},
        {"名称": "卫生院", "支出": {"合计": "5"}},
        {"名称": "医院", "收入": {"合计": "8"}, "支出": {"合计": "9"}},
    ]
    chart = charts(机构={"单位": units})["单位执行率"]
    assert drawn(chart) == [("局机关", "33.33"), ("医院", "112.50")]
    assert chart.is_percent


@pytest.mark.parametrize("typed", [{"收入": {"合计": "8"}}, {"支出": {"合计": "8"}}, {}])
def test_a_unit_with_a_blank_has_no_rate(typed: dict[str, Any]) -> None:
    assert unit_rate(UnitAccounts.model_validate(typed)) is None


def test_a_chart_without_figures_is_not_there() -> None:
    assert charts() == {}
    full = [{"名称": "数量指标", "分值": "6", "下级": [{"名称": "甲", "得分": "6"}]}]
    assert charts(指标=full) == {}


def test_a_chart_of_nothing_but_zeros_is_not_there() -> None:
    source = {"名称": "专户", "预算数": "0", "执行数": "0"}
    unit = {"名称": "局", "收入": {"合计": "8"}, "支出": {"合计": "0"}}
    assert charts(资金={"来源": [source]}, 机构={"单位": [unit]}) == {}


def test_a_family_scored_above_its_weight_is_not_drawn() -> None:
    above = {"名称": "效益", "分值": "6", "下级": [{"名称": "甲", "得分": "8"}]}
    assert charts(指标=[above]) == {}
    names = [name for name, _ in drawn(charts(指标=[*SCORED, above])["指标失分"])]
    assert names == ["投入", "数量指标", "质量指标"]


def test_many_units_are_drawn_in_several_charts() -> None:
    units = [
        {"名称": f"卫生院{number}", "收入": {"合计": "100"}, "支出": {"合计": str(number)}}
        for number in range(1, 42)
    ]
    placed = [{"标题": "甲", "图": "单位执行率"}]
    found = charts_of(year(机构={"单位": units}, 报告={"章节": placed}), Profile())
    title = "2023年度各单位执行率（支出合计÷收入合计）"
    assert [chart.title for chart in found] == [title, f"{title}（续）", f"{title}（续）"]
    assert [len(chart.categories) for chart in found] == [14, 14, 13]
    rows = [row for chart in found for row in drawn(chart)]
    assert rows == [(f"卫生院{number}", f"{number}.00") for number in range(1, 42)]
    assert all(chart.is_placed for chart in found)


def test_units_of_one_name_are_both_drawn() -> None:
    unit = {"名称": "卫生院", "收入": {"合计": "1"}, "支出": {"合计": "1"}}
    chart = charts(机构={"单位": [unit, unit]})["单位执行率"]
    assert drawn(chart) == [("卫生院", "100.00")] * 2


def test_each_row_belongs_to_one_family() -> None:
    mixed = {
        "名称": "效益",
        "下级": [{"名称": "社会", "下级": [{"名称": "甲"}]}, {"名称": "满意度"}],
    }
    unnamed = {"名称": "履职", "下级": [{"下级": [{"名称": "经济"}]}]}
    tree = [Indicator.model_validate(node) for node in (*SCORED, mixed, unnamed, {})]
    names = [node.name for node in families(tree)]
    assert names == ["投入", "数量指标", "质量指标", "时效指标", "效益", "履职"]


@pytest.mark.parametrize(
    ("typed", "scheme", "wanted"),
    [(None, "否", False), (None, "是", True), ("是", "否", True), ("否", "是", False)],
)
def test_the_report_decides_before_the_scheme(
    typed: str | None, scheme: str, *, wanted: bool
) -> None:
    profile = Profile.model_validate({"图表": scheme})
    assert wants_charts(year(报告={"图表": typed}), profile) is wanted


def test_nobody_asks_for_charts_by_default() -> None:
    assert not wants_charts(year(), Profile())


def test_charts_follow_the_order_of_the_sections_that_have_them() -> None:
    sections = [
        {"标题": "甲", "图": "单位执行率", "章节": [{"标题": "甲一", "图": "指标失分"}]},
        {"标题": "乙", "图": "单位执行率"},
    ]
    unit = {"名称": "局", "收入": {"合计": "1"}, "支出": {"合计": "1"}}
    source = {"名称": "财政拨款", "预算数": "1", "执行数": "1"}
    typed = {"指标": SCORED, "机构": {"单位": [unit]}, "资金": {"来源": [source]}}
    found = charts_of(year(**typed, 报告={"章节": sections}), Profile())
    assert [(chart.kind, chart.is_placed) for chart in found] == [
        ("指标失分", True),
        ("单位执行率", True),
        ("预算执行", False),
    ]
