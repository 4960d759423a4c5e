"""Each kind of value keeps what was typed, and refuses by name what it cannot read."""

from decimal import Decimal
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from reportgen.model.fields import (
    MANY,
    MAPPING,
    PART,
    Amount,
    Count,
    Date,
    Paragraphs,
    Percent,
    Text,
    Value,
    Year,
    field,
)
from reportgen.model.record import Record


class Inner(Record):
    """A part."""

    name: Text | None = field("名称", "Name")


class Sample(Record):
    """One field of each kind."""

    amount: Amount | None = field("金额", "Amount", unit="万元")
    count: Count | None = field("个数", "Count")
    year: Year | None = field("年度", "Year")
    rate: Percent | None = field("比率", "Rate")
    date: Date | None = field("日期", "Date")
    value: Value | None = field("目标", "Value")
    text: Text | None = field("文字", "Text")
    body: Paragraphs = field("正文", "Body", default=())
    many: Annotated[tuple[Text, ...], MANY] = field("各项", "Items", default=())
    part: Annotated[Inner, PART] = field("部分", "Part", default=Inner())
    table: Annotated[dict[str, Text], MAPPING] = field("对照", "Table", default={})


def read(**typed: Any) -> Sample:
    return Sample.model_validate(typed)


def refusal(**typed: Any) -> str:
    with pytest.raises(ValidationError) as caught:
        read(**typed)
    (error,) = caught.value.errors()
    return error["type"]


@pytest.mark.parametrize(
    "typed", ["350.40", "0", "0.00", "-3.5", "25591.99949", "9" * 28, "0.0000001"]
)
def test_an_amount_keeps_the_digits_as_typed(typed: str) -> None:
    amount = read(金额=typed).amount
    assert amount is not None
    assert format(amount, "f") == typed


@given(st.decimals(allow_nan=False, allow_infinity=False, places=5, min_value=0, max_value=10**12))
def test_any_amount_is_read_exactly(amount: Decimal) -> None:
    assert read(金额=f"{amount:f}").amount == amount


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("600万元", "figure_with_unit"),
        ("600 元", "figure_with_unit"),
        ("95%", "figure_with_unit"),
        ("1,234.56", "not_a_figure"),
        ("1e5", "not_a_figure"),
        ("001", "not_a_figure"),
        ("１２", "not_a_figure"),
        ("1２", "not_a_figure"),
        ("无", "not_a_figure"),
        (" 5", "not_a_figure"),
        ("+5", "not_a_figure"),
        ("5.", "not_a_figure"),
        ("NaN", "not_a_figure"),
        ("9" * 29, "not_a_figure"),
        ("", "not_a_figure"),
    ],
)
def test_what_is_no_amount_is_refused_by_name(typed: str, kind: str) -> None:
    assert refusal(金额=typed) == kind


def test_counts_are_whole() -> None:
    assert read(个数="18").count == 18
    assert [refusal(个数=typed) for typed in ("18.5", "18.0", "18个")] == [
        "not_a_count",
        "not_a_count",
        "figure_with_unit",
    ]


def test_years_have_four_digits() -> None:
    assert read(年度="2023").year == 2023
    assert [refusal(年度=typed) for typed in ("23", "2023年", "3023", "202３")] == [
        "not_a_year"
    ] * 4


def test_a_rate_is_printed_as_typed_and_reads_as_percent() -> None:
    rate = read(比率="131.10%").rate
    assert rate is not None
    assert (str(rate), rate.percent) == ("131.10%", Decimal("131.10"))
    assert [refusal(比率=typed) for typed in ("131.1", "1 %", "１%", "1２%", "%")] == [
        "not_a_rate"
    ] * 5


def test_a_day_that_does_not_exist_is_refused() -> None:
    assert str(read(日期="2024-06-13").date) == "2024年6月13日"
    assert refusal(日期="2024-02-30") == "no_such_day"


@pytest.mark.parametrize("typed", ["≥80%", "逐步提高", "{{ 年度 }}", "350.40"])
def test_a_target_is_printed_as_typed(typed: str) -> None:
    assert str(read(目标=typed).value) == typed


def test_a_text_is_kept_to_the_space() -> None:
    assert read(文字=" 甲  乙\n ").text == " 甲  乙\n "
    assert refusal(文字=["甲"]) == refusal(文字={"甲": "乙"}) == "string_type"


def test_a_number_given_by_a_program_is_a_text_and_an_amount() -> None:
    read_once = read(文字=5, 金额=5, 各项=[1, Decimal("2.50")])
    assert (read_once.text, read_once.many) == ("5", ("1", "2.50"))
    assert str(read_once.amount) == "5"
    assert refusal(金额=Decimal("NaN")) == "not_a_figure"


def test_a_list_of_amounts_takes_no_blank() -> None:
    class Amounts(Record):
        """Amounts that must be given."""

        each: tuple[Amount, ...] = field("各项", "Each", default=())

    assert Amounts.model_validate({"各项": ["1.50"]}).each == (Decimal("1.50"),)
    with pytest.raises(ValidationError) as caught:
        Amounts.model_validate({"各项": [None]})
    assert [error["type"] for error in caught.value.errors()] == ["decimal_type"]


def test_paragraphs_are_one_text_by_lines_or_a_list() -> None:
    assert read(正文="甲\n\n乙\n").body == ("甲", "乙")
    assert read(正文=["甲\n乙", "丙"]).body == ("甲\n乙", "丙")
    assert read(正文=None).body == ()


def test_what_is_left_blank_is_blank_and_never_zero() -> None:
    blank = read(
        金额=None, 个数=None, 年度=None, 文字=None, 正文=None, 各项=None, 部分=None, 对照=None
    )
    assert blank == read()
    assert (blank.amount, blank.many, blank.part, blank.table) == (None, (), Inner(), {})


def test_values_that_were_read_are_read_again_as_they_are() -> None:
    first = read(金额="1.50", 比率="5%", 日期="2024.6.13", 目标="≥8", 个数="3")
    assert Sample.model_validate(first.model_dump(by_alias=True)) == first


def test_the_schema_says_what_may_be_typed() -> None:
    properties = Sample.model_json_schema()["properties"]
    assert properties["金额"]["unit"] == "万元"
    assert properties["金额"]["anyOf"][0] == {"type": ["number", "string"]}
    assert properties["比率"]["anyOf"][0] == {"type": "string", "pattern": "%$"}
