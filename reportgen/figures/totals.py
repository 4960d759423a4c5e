"""Sums and rates of money. Amounts in 万元, rates in percent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from operator import attrgetter
from typing import Final, NamedTuple

from reportgen.figures.rounding import HUNDRED, ZERO, round_half_up
from reportgen.model.fields import Rate
from reportgen.model.funds import FundRow, Funds

_BUDGET: Final = attrgetter("budget")
_EXECUTED: Final = attrgetter("executed")


def total(values: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum of what is filled; None when nothing is. A blank is not 0."""
    added: Decimal | None = None
    for value in values:
        if value is not None:
            added = (ZERO if added is None else added) + value
    return added


def planned_total(funds: Funds) -> Decimal | None:
    """Return the adjusted budget: the stated total, else the sum by source, else by nature."""
    return _whole(funds, _BUDGET)


def executed_total(funds: Funds) -> Decimal | None:
    """Return the actual expenditure, found like `planned_total`."""
    return _whole(funds, _EXECUTED)


def execution_rate(row: FundRow | _Sum, *, without_transfers: bool = False) -> Decimal | None:
    """Return B/A in percent, or (B-C)/A where the scheme takes transfers out; None if undefined.

    Source: 执行率 = 全年执行数 / 全年预算数 (adjusted); (B-C)/A is Wangcheng's form of 2023.
    """
    if row.budget is None or row.budget <= 0 or row.executed is None:
        return None
    transfers = row.transfers if without_transfers else None
    return (row.executed - (transfers or ZERO)) / row.budget * HUNDRED


def overall_rate(funds: Funds, *, without_transfers: bool = False) -> Decimal | None:
    """Return the rate of the whole table, budget and expenditure taken from the same total."""
    return _first(
        execution_rate(row, without_transfers=without_transfers) for row in _totals(funds)
    )


def fund_rate(row: FundRow) -> Rate | None:
    """Return the execution rate as a form prints it, to two decimals; None if undefined."""
    percent = execution_rate(row, without_transfers=row.transfers is not None)
    if percent is None:
        return None
    rounded = round_half_up(percent, 2)
    return Rate(f"{rounded}%", rounded)


def _whole(funds: Funds, column: Callable[[FundRow], Decimal | None]) -> Decimal | None:
    """Return one figure of the first of `_totals` that has it."""
    if (stated := column(funds.total)) is not None:
        return stated
    tables = ((funds.sources_total, funds.sources), (funds.structure_total, funds.structure))
    for stated_row, rows in tables:
        figure = column(stated_row)
        if figure is None:
            figure = total(map(column, rows))
        if figure is not None:
            return figure
    return None


def _totals(funds: Funds) -> Iterator[FundRow | _Sum]:
    """Yield the rows that may stand for the whole, the stated ones before the sums."""
    yield funds.total
    yield funds.sources_total
    yield _sum(funds.sources)
    yield funds.structure_total
    yield _sum(funds.structure)


class _Sum(NamedTuple):
    """What rows come to together."""

    budget: Decimal | None
    executed: Decimal | None
    transfers: Decimal | None


def _sum(rows: tuple[FundRow, ...]) -> _Sum:
    return _Sum(
        budget=total(row.budget for row in rows),
        executed=total(row.executed for row in rows),
        transfers=total(row.transfers for row in rows),
    )


def _first(values: Iterable[Decimal | None]) -> Decimal | None:
    return next((value for value in values if value is not None), None)
