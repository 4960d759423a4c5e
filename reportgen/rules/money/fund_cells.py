"""Rules on the cells of the money tables: blanks beside figures, uneven digits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from reportgen.figures.contents import keys_of
from reportgen.figures.remembered import remembered
from reportgen.figures.rounding import MONEY_DECIMALS, decimals, plain, round_half_up, written
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Severity
from reportgen.model.funds import FundRow
from reportgen.model.record import Record
from reportgen.rules.readings.identities import MONEY_COLUMNS, UNIT_TABLES, owner
from reportgen.rules.readings.walks import fund_rows, funds_blocks, unit_rows
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_LISTS: Final = (("来源", "sources"), ("结构", "structure"), ("功能分类", "functions"))
Row = tuple[DataPath, str, Record]
Amount = tuple[DataPath, str, Decimal]

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
            named = [((*path, key, at), row.name, row) for at, row in enumerate(rows) if row.name]
            yield from _blanks(named, MONEY_COLUMNS)
    for rows_of_table in _unit_tables(subject.department_year):
        yield from _blanks(rows_of_table, _columns(rows_of_table))


@remembered
def _unit_tables(department_year: DepartmentYear) -> tuple[list[Row], ...]:
    """Return the four tables, each with the rows that have a figure in it."""
    return tuple(_filled_tables(department_year))


def _filled_tables(department_year: DepartmentYear) -> Iterator[list[Row]]:
    units = [(path, owner(path, unit), unit) for path, unit in unit_rows(department_year)]
    for table, attribute in UNIT_TABLES:
        rows = (((*path, table), name, getattr(unit, attribute)) for path, name, unit in units)
        yield [row for row in rows if row[2].model_fields_set and _has_figure(row[2])]


def _has_figure(record: Record) -> bool:
    return any(value is not None for value in record.__dict__.values())


def _columns(rows: Sequence[Row]) -> list[tuple[str, str]]:
    return [(key, name) for name, key in keys_of(type(rows[0][2])).items()] if rows else []


def _blanks(rows: Sequence[Row], columns: Iterable[tuple[str, str]]) -> Iterator[Hit]:
    """Yield the blank cells of every column that is filled in another row."""
    for key, attribute in columns:
        blank = [row for row in rows if getattr(row[2], attribute) is None]
        for path, name, _ in blank if len(blank) < len(rows) else ():
            yield Hit((*path, key), None, None, {"field": f"{name}·{key}"})


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
    for amounts in _tables_of_amounts(subject.department_year):
        long = next((each for each in amounts if decimals(each[2]) > MONEY_DECIMALS), None)
        if long is not None:
            path, key, value = long
            usual = (decimals(other) for _, _, other in amounts)
            most = max((count for count in usual if count <= MONEY_DECIMALS), default=0)
            words = {"amount": written(value)}
            yield Hit((*path, key), decimals(value), most or MONEY_DECIMALS, words)


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
    amounts = [each for amounts in _tables_of_amounts(subject.department_year) for each in amounts]
    largest = max(amounts, key=lambda each: each[2], default=None)
    if largest is not None and largest[2] >= _TEN_BILLION_YUAN:
        path, key, value = largest
        billions = plain(round_half_up(value / _HUNDRED_MILLION_YUAN, MONEY_DECIMALS))
        yield Hit((*path, key), written(value), None, {"billions": billions})


@remembered
def _tables_of_amounts(department_year: DepartmentYear) -> tuple[list[Amount], ...]:
    """Return the amounts of every funds table, then those of the units' tables together."""
    return tuple(_amounts(department_year))


def _amounts(department_year: DepartmentYear) -> Iterator[list[Amount]]:
    for path, funds in funds_blocks(department_year):
        yield [
            (here, key, value)
            for here, row in fund_rows(path, funds)
            for key, attribute in MONEY_COLUMNS
            if (value := getattr(row, attribute)) is not None
        ]
    yield [
        (path, key, value)
        for rows in _unit_tables(department_year)
        for path, _, row in rows
        for key, attribute in _columns(rows)
        if (value := getattr(row, attribute)) is not None
    ]
