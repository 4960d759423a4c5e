"""The eleven computable rows of the common index sheet: what each is computed from, and how.

A row scores at most its own 分值; where it states none, the published points hold. Source: the
score sheet of Yueyang (附件3-1, 2021).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportgen.figures.common_sheet import (
    Bands,
    adjustment_rate,
    at_least,
    at_most,
    balance_score,
    change_rate,
    deducted,
    rate_to_limit,
    share,
)
from reportgen.figures.rounding import ZERO
from reportgen.figures.sheet_inputs import Input
from reportgen.model.profile import PerPoint


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row measures (a rate in percent, 万元 or a count), and the points that it earns."""

    measured: Decimal
    points: Decimal


Values = tuple[Decimal | None, ...]
Compute = Callable[[Values, Decimal, PerPoint], Outcome | None]
_Measure = Callable[..., Decimal | None]
_Score = Callable[[Decimal, Decimal, PerPoint], Decimal]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A computable row. `compute` takes the inputs, the full points and how points are counted."""

    name: str
    full: Decimal
    compute: Compute
    inputs: tuple[Input, ...]


def _from_all(measure: _Measure, score: _Score) -> Compute:
    """Return the arithmetic of a row that needs all its inputs."""

    def compute(values: Values, full: Decimal, per_point: PerPoint) -> Outcome | None:
        measured = None if None in values else measure(*values)
        return None if measured is None else Outcome(measured, score(measured, full, per_point))

    return compute


def _balance(values: Values, full: Decimal, _: PerPoint) -> Outcome | None:
    balance, carried_over = values
    if balance is None:
        return None
    points = balance_score(balance, carried_over, full)
    return None if points is None else Outcome(balance, points)


def _itself(value: Decimal) -> Decimal:
    return value


def _above(limit: str, step: str) -> _Score:
    return lambda rate, full, per_point: deducted(
        full, max(ZERO, rate - Decimal(limit)), Decimal(step), per_point
    )


def _below(goal: str, step: str) -> _Score:
    return lambda rate, full, per_point: deducted(
        full, max(ZERO, Decimal(goal) - rate), Decimal(step), per_point
    )


def _reaching(*bands: tuple[str, str]) -> _Score:
    return lambda rate, full, _: at_least(rate, _bands(bands), full)


def _within(*bands: tuple[str, str]) -> _Score:
    return lambda rate, full, _: at_most(rate, _bands(bands), full)


def _bands(pairs: tuple[tuple[str, str], ...]) -> Bands:
    return tuple((Decimal(bound), Decimal(score)) for bound, score in pairs)


def _data(key: str, *other_places: tuple[str, ...]) -> Input:
    return Input(key, (("评分表", "数据", key), *other_places))


def _summary(label: str, *places: tuple[str, str]) -> Input:
    return Input(label, tuple(("机构", "汇总", *place) for place in places))


def _department(key: str) -> Input:
    return Input(key, (("部门", key),))


def _row(name: str, full: str, compute: Compute, *inputs: Input) -> SheetRow:
    return SheetRow(name, Decimal(full), compute, inputs)


_ROWS: Final = (
    _row(
        "财政供养人员控制率",
        "5",
        _from_all(rate_to_limit, _above("100", "0.5")),
        _department("实有人数"),
        _department("编制人数"),
    ),
    _row(
        "三公经费变动率",
        "5",
        _from_all(change_rate, _above("0", "0.5")),
        _data("三公预算数"),
        _data("上年三公预算数"),
    ),
    _row(
        "重点支出安排率",
        "5",
        _from_all(share, _reaching(("90", "5"), ("80", "4"), ("70", "3"), ("60", "2"))),
        _data("重点支出"),
        _data("项目总支出"),
    ),
    _row(
        "预算调整率",
        "3",
        _from_all(adjustment_rate, _within(("0", "3"), ("10", "2"), ("20", "1"), ("30", "0.5"))),
        _data("预算调整数"),
        _data("年初预算数"),
    ),
    _row("支付进度", "3", _from_all(_itself, _above("0", "0.5")), _data("未按进度专项数")),
    _row(
        "资金结余",
        "3",
        _balance,
        _summary("累计结余", ("支出", "累计结余"), ("支出", "当年结余")),
        _data("上年结转", ("机构", "汇总", "收入", "上年结转")),
    ),
    _row(
        "三公经费控制率",
        "6",
        _from_all(rate_to_limit, _above("100", "1")),
        _summary("三公经费合计", ("三公经费", "合计")),
        _data("三公预算数"),
    ),
    _row(
        "政府采购执行率",
        "3",
        _from_all(share, _below("100", "0.2")),
        _data("政府采购执行数"),
        _data("政府采购预算数"),
    ),
    _row("公务卡刷卡率", "3", _from_all(_itself, _below("50", "0.2")), _data("公务卡刷卡率")),
    _row(
        "固定资产利用率",
        "3",
        _from_all(share, _below("100", "0.1")),
        _summary("在用固定资产", ("固定资产", "在用")),
        _summary("固定资产合计", ("固定资产", "合计")),
    ),
    _row(
        "社会公众或服务对象满意度",
        "5",
        _from_all(_itself, _reaching(("95", "5"), ("85", "3"), ("75", "1"))),
        _data("满意度"),
    ),
)
SHEET_ROWS: Final = {row.name: row for row in _ROWS}
