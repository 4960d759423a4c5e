from decimal import Decimal
from typing import Any

import pytest

from reportgen.figures.totals import (
    executed_total,
    execution_rate,
    fund_rate,
    overall_rate,
    planned_total,
    total,
)
from reportgen.model.funds import FundRow, Funds


def row(**figures: str) -> FundRow:
    return FundRow.model_validate(figures)


def table(**parts: Any) -> Funds:
    return Funds.model_validate(parts)


def test_a_blank_is_not_zero() -> None:
    assert total([Decimal(1), None, Decimal("0.5")]) == Decimal("1.5")
    assert total([None]) is None
    assert total([Decimal(0)]) == 0


@pytest.mark.parametrize(
    ("parts", "planned", "executed"),
    [
        ({"总额": {"预算数": "9"}, "来源": [{"预算数": "5", "执行数": "4"}]}, "9", "4"),
        ({"来源合计": {"预算数": "8"}, "来源": [{"预算数": "5"}]}, "8", None),
        ({"来源": [{"预算数": "5"}, {"预算数": "2"}, {}]}, "7", None),
        ({"结构合计": {"执行数": "6"}, "结构": [{"执行数": "5"}]}, None, "6"),
        ({"结构": [{"预算数": "1", "执行数": "2"}, {"预算数": "3"}]}, "4", "2"),
        ({}, None, None),
    ],
)
def test_the_whole_is_the_stated_total_or_the_sum(
    parts: dict[str, Any], planned: str | None, executed: str | None
) -> None:
    funds = table(**parts)
    assert planned_total(funds) == (None if planned is None else Decimal(planned))
    assert executed_total(funds) == (None if executed is None else Decimal(executed))


def test_the_rate_is_executed_over_budget() -> None:
    assert execution_rate(row(预算数="100", 执行数="150", 上级转移支付="60")) == 150


def test_a_scheme_may_take_the_transfers_out() -> None:
    with_transfers = row(预算数="100", 执行数="150", 上级转移支付="60")
    assert execution_rate(with_transfers, without_transfers=True) == 90
    assert execution_rate(row(预算数="100", 执行数="150"), without_transfers=True) == 150


@pytest.mark.parametrize(
    "figures",
    [
        {"执行数": "1"},
        {"预算数": "1"},
        {"预算数": "0", "执行数": "1"},
        {"预算数": "-1", "执行数": "1"},
    ],
)
def test_a_rate_without_a_base_is_undefined(figures: dict[str, str]) -> None:
    assert execution_rate(row(**figures)) is None
    assert fund_rate(row(**figures)) is None


def test_the_printed_rate_has_two_decimals() -> None:
    rate = fund_rate(row(预算数="25591.99949", 执行数="33557.32"))
    assert rate is not None
    assert (rate.text, rate.percent) == ("131.12%", Decimal("131.12"))


def test_the_overall_rate_does_not_mix_two_totals() -> None:
    half_told = table(总额={"预算数": "100"}, 来源=[{"执行数": "40"}])
    assert overall_rate(half_told) is None
    by_source = table(来源=[{"预算数": "100", "执行数": "80", "上级转移支付": "30"}, {}])
    assert overall_rate(by_source) == 80
    assert overall_rate(by_source, without_transfers=True) == 50
