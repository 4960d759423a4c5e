"""绩效自评报告: its annexes after the body, then signature and date (GB/T 9704 7.3.4-5)."""

from decimal import Decimal

import pytest

from reportgen.figures.charts import Chart, Series
from reportgen.rendering.charts.facts import chart_facts
from tests.templates.conftest import Prints, PrintsBlank

SECTIONS = [{"标题": "概况", "正文": "内设机构7个。"}]


@pytest.mark.parametrize(
    ("annexes", "lines"),
    [
        ([], []),
        (["自评表"], ["附件：自评表"]),
        (["自评表", "评分表", "项目表"], ["附件：1.\t自评表", "2.\t评分表", "3.\t项目表"]),
    ],
)
def test_annexes_stand_after_the_body(prints: Prints, annexes: list[str], lines: list[str]) -> None:
    shown = prints("narrative-report", {"报告": {"附件": annexes, "章节": SECTIONS}})
    assert shown[1:] == ["一、概况", "内设机构7个。", *lines]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ({"日期": "2022-06-13"}, ["某县卫生健康局", "2022年6月13日"]),
        ({"署名": "某县卫健局"}, ["某县卫健局", "年   月   日"]),
        ({"署名": "某县卫健局", "日期": "2022-06-13"}, ["某县卫健局", "2022年6月13日"]),
        ({}, []),
    ],
)
def test_a_report_is_signed_when_it_says_so(
    prints: Prints, typed: dict[str, str], lines: list[str]
) -> None:
    shown = prints("narrative-report", {"报告": {"章节": SECTIONS, **typed}})
    assert [line.strip() for line in shown[3:]] == lines


def test_the_blank_report_names_no_annex(prints_blank: PrintsBlank) -> None:
    assert "附件" not in "".join(prints_blank("narrative-report"))


def chart(kind: str, *, is_placed: bool) -> Chart:
    series = (Series("数", (Decimal(1),)),)
    return Chart(kind, f"{kind}图", ("甲",), series, is_placed=is_placed)  # type: ignore[arg-type]


def test_charts_stand_after_their_section_or_after_the_body(prints: Prints) -> None:
    sections = [
        {"标题": "支出", "图": "单位执行率", "章节": [{"标题": "基本", "正文": "一。"}]},
        {"标题": "绩效", "图": "单位执行率", "正文": "二。"},
        {"标题": "问题", "图": "预算执行", "正文": "三。"},
    ]
    charts = [chart("单位执行率", is_placed=True), chart("指标失分", is_placed=False)]
    report = {"章节": sections, "附件": ["自评表"]}
    shown = prints("narrative-report", {"报告": report}, charts=chart_facts(charts))
    assert shown[1:] == [
        *("一、支出", "（一）基本", "一。", "图1　单位执行率图"),
        *("二、绩效", "二。", "三、问题", "三。"),
        *("图2　指标失分图", "附件：自评表"),
    ]


def test_charts_of_one_kind_stand_after_their_section_together(prints: Prints) -> None:
    sections = [{"标题": "支出", "图": "单位执行率"}, {"标题": "问题", "正文": "三。"}]
    charts = [chart("单位执行率", is_placed=True)] * 2
    shown = prints("narrative-report", {"报告": {"章节": sections}}, charts=chart_facts(charts))
    drawn = ("图1　单位执行率图", "图2　单位执行率图")
    assert shown[1:] == ["一、支出", *drawn, "二、问题", "三。"]
