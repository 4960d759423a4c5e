"""What targets and actuals of published tables say, and what is no quantity at all."""

from decimal import Decimal

import pytest

from reportgen.wording.quantities import (
    Measure,
    comparators_before_figures,
    parse_quantity,
)


@pytest.mark.parametrize(
    ("text", "comparator", "number", "unit"),
    [
        ("≥80%", "≥", "80", "%"),
        ("≧548000人", "≥", "548000", "人"),
        ("大于等于 120 人次", "≥", "120", "人次"),
        ("等于 18 家", "=", "18", "家"),
        ("不低于 70%", "≥", "70", "%"),
        ("≤12/100000", "≤", "12", "/100000"),
        ("≤1个月", "≤", "1", "个月"),
        ("≥22次/年", "≥", "22", "次/年"),
        ("≥41400 人", "≥", "41400", "人"),
        ("79元/人", None, "79", "元/人"),
        ("19050万平方米", None, "19050", "万平方米"),
        ("80.01%", None, "80.01", "%"),
        ("100％", None, "100", "%"),
        ("0", None, "0", ""),
        ("-3.5%", None, "-3.5", "%"),
        ("2小时内", "≤", "2", "小时"),
        ("95%以上", "≥", "95", "%"),
        ("3级及以上", "≥", "3", "级"),
        ("600万元以内", "≤", "600", "万元"),
        ("30日内办结", "≤", "30", "日"),
        ("100%完成", None, "100", "%"),
        ("18家完成", None, "18", "家"),
        ("5‰", None, "5", "‰"),
    ],
)
def test_a_measurement_has_comparator_number_and_unit(
    text: str, comparator: str | None, number: str, unit: str
) -> None:
    quantity = parse_quantity(text)
    assert quantity.is_numeric
    assert str(quantity) == text
    (measure,) = quantity.measures
    assert (measure.comparator, str(measure.number), measure.unit) == (comparator, number, unit)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("不得低于90%", "≥"),
        ("大于或等于90%", "≥"),
        ("至少3次", "≥"),
        ("不得超过5%", "≤"),
        ("小于或等于5%", "≤"),
        ("未超过600万元", "≤"),
        ("高于90%", ">"),
        ("＜5%", "<"),
        ("＞＝95%", "≥"),
        ("＜＝ 5%", "≤"),
        ("＞=95%", "≥"),
        ("＝3次", "="),
    ],
)
def test_spelled_comparators_keep_their_sense(text: str, comparator: str) -> None:
    assert parse_quantity(text).measures[0].comparator == comparator


def test_a_cell_may_hold_two_labelled_targets() -> None:
    quantity = parse_quantity("全人群建档率≥80%；重点人群建档率≥95%")
    assert quantity.measures == (
        Measure("全人群建档率", "≥", Decimal(80), "%"),
        Measure("重点人群建档率", "≥", Decimal(95), "%"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "逐步提高",
        "招采程序正在进行",
        "维持零报告",
        "不超预算",
        "",
        "全人群建档率≥80%；逐步提高",
        "免费产前筛查完成903人，完成率 100.33%。",
        "12月底前",
        "6月底完成",
        "2024年底前",
        "20日前",
        "前3名",
        "全市第1名",
        "5-10次",
        "1,200人",
        "9999999999999人",
        "≥.5",
        "不低于.5%",
        "≥８０%",
        "≥≥80%",
    ],
)
def test_words_days_and_ranks_are_no_quantities(text: str) -> None:
    assert not parse_quantity(text).is_numeric


def test_comparators_are_found_as_typed() -> None:
    text = "≧80%；不低于 90%；>=3次；2小时内；超过预期"
    assert comparators_before_figures(text) == (("≧", "≥"), ("不低于", "≥"), (">=", "≥"))
