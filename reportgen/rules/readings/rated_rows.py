"""The rows of the funds tables whose execution rules judge, with what explains them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportgen.figures.remembered import remembered
from reportgen.figures.rounding import ZERO
from reportgen.figures.totals import execution_rate, overall_rate
from reportgen.model.finding import DataPath
from reportgen.model.funds import FundRow, Funds
from reportgen.rules.readings.walks import fund_rows, funds_blocks
from reportgen.rules.registry import Subject


class RatedRow(NamedTuple):
    """A row of a funds table: its place, its rate (percent) under the scheme, and a reason given.

    A note of the total explains every row; a note of any row explains the total.
    """

    path: DataPath
    row: FundRow
    rate: Decimal | None
    explained: bool

    @property
    def place(self) -> DataPath:
        """Where its rate is to be blamed: the typed rate, else the expenditure."""
        return (*self.path, "执行率" if self.row.rate else "执行数")

    @property
    def stated(self) -> str | None:
        """The rate as typed, or None."""
        return self.row.rate.text if self.row.rate else None


def takes_transfers_out(subject: Subject) -> bool:
    """Whether the scheme's rate is (B-C)/A."""
    return subject.profile.rate_formula == "(B-C)/A"


def spent(subject: Subject, row: FundRow) -> Decimal:
    """Return what counts as spent under the scheme: B, or B-C."""
    transfers = row.transfers if takes_transfers_out(subject) else None
    return (row.executed or ZERO) - (transfers or ZERO)


def department_rate(subject: Subject, funds: Funds) -> Decimal | None:
    """Return the rate of a whole funds table under the scheme, in percent; None if undefined."""
    return overall_rate(funds, without_transfers=takes_transfers_out(subject))


@remembered
def rated_rows(subject: Subject) -> tuple[RatedRow, ...]:
    """Return every row of every funds table, totals included."""
    return tuple([row for table in _tables(subject) for row in table])


@remembered
def distinct_rows(subject: Subject) -> tuple[RatedRow, ...]:
    """Return the rows but those that repeat the figures of one before, as a sole source does."""
    return tuple(_distinct(subject))


@remembered
def _tables(subject: Subject) -> tuple[list[RatedRow], ...]:
    blocks = funds_blocks(subject.department_year)
    return tuple([_rows(subject, path, funds) for path, funds in blocks])


def _distinct(subject: Subject) -> Iterator[RatedRow]:
    for table in _tables(subject):
        seen: set[tuple[Decimal | None, ...]] = set()
        for each in table:
            row = each.row
            if row.budget is not None and row.executed is not None:
                figures = (row.initial_budget, row.budget, row.executed, row.transfers)
                if figures in seen:
                    continue
                seen.add(figures)
            yield each


def _rows(subject: Subject, path: DataPath, funds: Funds) -> list[RatedRow]:
    whole, *parts = fund_rows(path, funds)
    totals = [
        whole,
        ((*path, "来源合计"), funds.sources_total),
        ((*path, "结构合计"), funds.structure_total),
    ]
    by_total = any(row.note for _, row in totals)
    by_any = by_total or any(row.note for _, row in parts)
    without_transfers = takes_transfers_out(subject)
    return [
        RatedRow(
            here,
            row,
            execution_rate(row, without_transfers=without_transfers),
            bool(row.note) or explained,
        )
        for rows, explained in ((totals, by_any), (parts, by_total))
        for here, row in rows
    ]
