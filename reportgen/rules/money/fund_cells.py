"""Rules on the cells of the money tables: blanks beside figures, uneven digits."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Final, NamedTuple

from reportgen.figures.contents import keys_of
from reportgen.figures.remembered import remembered
from reportgen.figures.rounding import (
    MONEY_DECIMALS,
    ZERO,
    decimals,
    plain,
    round_half_up,
    written,
)
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Severity
from reportgen.model.funds import FundRow, Funds, UnitAccounts
from reportgen.model.record import Record
from reportgen.rules.readings.identities import MONEY_COLUMNS, UNIT_TABLES, owner
from reportgen.rules.readings.walks import fund_rows, funds_blocks, unit_rows
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_LISTS: Final = (("来源", "sources"), ("结构", "structure"), ("功能分类", "functions"))
_KEYS: Final = tuple(key for key, _ in MONEY_COLUMNS)
_cells: Final = attrgetter(*(attribute for _, attribute in MONEY_COLUMNS))
_Cells = tuple[Decimal | None, ...]
_FEWEST: Final = 2
"""Rows: a table of one has no figure beside a blank."""

_MAY_BE_LONG: Final = re.compile(r"\.\d{3}|E")
_HUNDRED_MILLION_YUAN: Final = Decimal(10_000)
_TEN_BILLION_YUAN: Final = 100 * _HUNDRED_MILLION_YUAN
"""Both in 万元."""


@rule(
    "FUND-09",
    Severity.WARNING,
    message=Wording("“{field}”未填，无数额请填0", '"{field}" is blank; enter 0 if none'),
    hint=Wording(
        "同一列别的行都有数；确无数额就填 0，暂缺的补上",
        "Other rows have a figure in this column; enter 0 if there is none, or complete it",
    ),
)
def no_blank_beside_figures(subject: Subject) -> Iterator[Hit]:
    """同一列有的行填了数，别的行不留空白。整列不填，或某单位整张表不填，不算。

    为什么：空白说不清是没有还是漏填，合计也就不能复核。
    错：财政拨款的预算数 25591.99949，其他资金的预算数空着。
    对：其他资金的预算数填 0。
    """
    for path, funds in funds_blocks(subject.department_year):
        for key, attribute in _LISTS:
            rows: tuple[FundRow, ...] = getattr(funds, attribute)
            named = [((*path, key, at), row) for at, row in enumerate(rows) if row.name]
            yield from _blanks(_Table((), _KEYS, named, [_cells(row) for _, row in named]))
    for table in _unit_tables(subject.department_year):
        yield from _blanks(table)


class _Table(NamedTuple):
    """A table of amounts: the steps from a row to its cells, the columns, the rows, the cells."""

    below: DataPath
    keys: Collection[str]
    rows: Sequence[tuple[DataPath, FundRow | UnitAccounts]]
    cells: list[_Cells]


def _blanks(table: _Table) -> Iterator[Hit]:
    """Yield the blank cells of every column that is filled in another row."""
    if len(table.rows) < _FEWEST:
        return
    for key, column in zip(table.keys, zip(*table.cells, strict=True), strict=True):
        blank = [at for at, amount in enumerate(column) if amount is None]
        for at in blank if len(blank) < len(column) else ():
            path, row = table.rows[at]
            words = {"field": f"{owner(path, row)}·{key}"}
            yield Hit((*path, *table.below, key), None, None, words)


@remembered
def _unit_tables(department_year: DepartmentYear) -> tuple[_Table, ...]:
    """Return the four tables, each with the rows that have a figure in it."""
    units = unit_rows(department_year)
    return tuple([_unit_table(key, attribute, units) for key, attribute in UNIT_TABLES])


def _unit_table(key: str, attribute: str, units: Sequence[tuple[DataPath, UnitAccounts]]) -> _Table:
    records: list[Record] = [getattr(unit, attribute) for _, unit in units]
    cells = [tuple(record.__dict__.values()) for record in records]
    filled = [at for at, amounts in enumerate(cells) if _has_figure(amounts)]
    return _Table(
        (key,),
        keys_of(type(records[0])).values(),
        [units[at] for at in filled],
        [cells[at] for at in filled],
    )


def _has_figure(cells: _Cells) -> bool:
    # Any but 0 is seen at a glance.
    return any(cells) or any(amount is not None for amount in cells)


@rule(
    "FUND-14",
    Severity.INFO,
    message=Wording(
        "金额小数位不统一（{stated}位/{computed}位）",
        "Inconsistent decimals in amounts ({stated}/{computed})",
    ),
    hint=Wording(
        "{amount}有{stated}位小数；万元保留两位小数即可，不到一百元的尾数四舍五入",
        "{amount} has {stated} decimals; two are enough for 万元: round it",
    ),
)
def amounts_have_two_decimals(subject: Subject) -> Iterator[Hit]:
    """金额以万元计，最多两位小数。每张表报一次，指在第一个超出的数上。

    为什么：25591.99949 精确到角，旁边的 33557.32 只精确到百元，两者相加减没有意义。
    错：预算数 25591.99949，执行数 33557.32。
    对：预算数 25592.00，执行数 33557.32。
    """
    for tables, amounts in _amounts(subject.department_year):
        # All in one text: most tables hold no long amount.
        if not _MAY_BE_LONG.search(" ".join(map(str, amounts))):
            continue
        places = [decimals(amount) for amount in amounts]
        if max(places) > MONEY_DECIMALS:
            at = next(at for at, count in enumerate(places) if count > MONEY_DECIMALS)
            most = max((count for count in places if count <= MONEY_DECIMALS), default=0)
            words = {"amount": written(amounts[at])}
            yield Hit(_place(amounts[at], tables), places[at], most or MONEY_DECIMALS, words)


def _place(amount: Decimal, tables: list[_Table]) -> DataPath:
    """Return the first place of an amount, which is one of the tables' own."""
    return next(
        (*path, *table.below, key)
        for table in tables
        for (path, _), cells in zip(table.rows, table.cells, strict=True)
        for key, cell in zip(table.keys, cells, strict=True)
        if cell is amount
    )


@rule(
    "FUND-20",
    Severity.WARNING,
    message=Wording(
        "{stated}万元即{billions}亿元，像是以元填写的",
        "{stated} 万元 are {billions} hundred million yuan: typed in yuan?",
    ),
    hint=Wording(
        "金额一律以万元填写：以元计的，小数点左移四位；确有这么多的，在“说明”中写明",
        "Amounts are in 万元: shift the point four places to the left, or explain under 说明",
    ),
    basis="没有明文：县级部门一年的资金到不了一百亿元",
)
def amounts_are_in_wan_yuan(subject: Subject) -> Iterator[Hit]:
    """一个部门的金额不到一百亿元；每个文件报一次，指在最大的数上。

    为什么：把以元计的数填进万元的栏，每个数都大一万倍，各表之间却仍然勾稽得上，别的规则查不出来。
    错：全年预算数 20358000（实为 2035.8 万元）。
    对：全年预算数 2035.80。
    """
    groups = _amounts(subject.department_year)
    largest = max([amount for _, amounts in groups for amount in amounts], default=ZERO)
    if largest >= _TEN_BILLION_YUAN:
        place = _place(largest, [table for tables, _ in groups for table in tables])
        billions = plain(round_half_up(largest / _HUNDRED_MILLION_YUAN, MONEY_DECIMALS))
        yield Hit(place, written(largest), None, {"billions": billions})


@remembered
def _amounts(department_year: DepartmentYear) -> tuple[tuple[list[_Table], list[Decimal]], ...]:
    """Return every funds table with its amounts, then the units' tables with theirs together."""
    groups = [[_fund_table(path, funds)] for path, funds in funds_blocks(department_year)]
    groups.append([*_unit_tables(department_year)])
    return tuple([(tables, _amounts_in(tables)) for tables in groups])


def _fund_table(path: DataPath, funds: Funds) -> _Table:
    rows = fund_rows(path, funds)
    return _Table((), _KEYS, rows, [_cells(row) for _, row in rows])


def _amounts_in(tables: list[_Table]) -> list[Decimal]:
    return [
        amount
        for table in tables
        for cells in table.cells
        for amount in cells
        if amount is not None
    ]
