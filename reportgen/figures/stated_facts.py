"""The figures a file states outside running text: value, unit, place, and the names they go by."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from reportgen.figures.contents import Contents, contents
from reportgen.figures.totals import fund_rate
from reportgen.model.department_year import DepartmentYear
from reportgen.model.fields import Rate
from reportgen.model.finding import DataPath
from reportgen.model.funds import FundRow
from reportgen.model.indicators import Indicator
from reportgen.model.record import Record

_SHORTEST_NAME: Final = 4
_FIGURES: Final = frozenset({int, Decimal, Rate})
_IGNORED: Final = str.maketrans("", "", "“”‘’《》\"'\u3000 ")
# These keys say which column; what the figure is, the row says.
_COLUMNS: Final = frozenset({"预算数", "执行数"})
_SILENT: Final = frozenset({"分值", "得分", "执行率", "上级转移支付", "年初预算数"})


class StatedFact(NamedTuple):
    """One figure of the file: `names` are the words that would stand before it in a text.

    `binding` is false for a target: a text may well report more or less than was meant.
    """

    path: DataPath
    value: Decimal
    unit: str
    names: tuple[str, ...]
    binding: bool = True


def stated_facts(department_year: DepartmentYear) -> tuple[StatedFact, ...]:
    """Return every figure of a department-year that is not running text."""
    return tuple(_facts_in(contents(department_year)))


@functools.lru_cache(maxsize=1024)
def bare_name(name: str) -> str:
    """Return a name as it is compared: without quotation marks, spaces and the colon at its end."""
    return name.translate(_IGNORED).rstrip("：:")


def _facts_in(held: Contents) -> Iterator[StatedFact]:
    told: set[tuple[Decimal, str, tuple[str, ...]]] = set()
    for path, value, owner in held.values:
        if type(value) in _FIGURES:
            key = str(path[-1])
            figure, unit = _figure(value, key, _units(type(owner)).get(key, ""))
            if figure is not None:
                names = _names(key, owner.__dict__.get("name") or "", _group(path))
                # Scores and zeros come by the hundred; a second one tells a text nothing new.
                if (figure, unit, names) not in told:
                    told.add((figure, unit, names))
                    yield StatedFact(path, figure, unit, names)
    for path, record in held.records:
        if type(record) is FundRow:
            yield from _rate_of(record, path, record.name or "")
        elif type(record) is Indicator:
            yield from _measures_of(record, path)


def _figure(value: int | Decimal | Rate, key: str, unit: str) -> tuple[Decimal | None, str]:
    """Return a figure and its unit; None for a number that counts nothing, such as a year."""
    if isinstance(value, Decimal):
        return value, unit
    if isinstance(value, int):
        return (Decimal(value) if unit else None), unit
    return (None if key == "执行率" else value.percent), "%"


def _group(path: DataPath) -> str:
    """Return the key of the group or the list that a value stands in."""
    for step in path[-2::-1]:
        if isinstance(step, str):
            return step
    return ""


def _measures_of(indicator: Indicator, path: DataPath) -> Iterator[StatedFact]:
    for key, value in (("目标", indicator.target), ("完成", indicator.actual)):
        for measure in value.measures if value else ():
            names = (*_long_enough(indicator.name or ""), *_long_enough(measure.label))
            here = (*path, key)
            yield StatedFact(here, measure.number, measure.unit, names, binding=key == "完成")


def _rate_of(row: FundRow, path: DataPath, name: str) -> Iterator[StatedFact]:
    """Yield the execution rate of a row: as typed, else as a form prints it."""
    rate = row.rate or fund_rate(row)
    if rate is not None:
        names = (f"{bare_name(name)}执行率",) if name else ("预算执行率", "资金执行率")
        yield StatedFact((*path, "执行率"), rate.percent, "%", names)


@functools.lru_cache(maxsize=4096)
def _names(key: str, row: str, group: str) -> tuple[str, ...]:
    if key in _SILENT:
        return ()
    if key in _COLUMNS:
        return _long_enough(row)
    if key == "合计":
        return (*_long_enough(group), f"{group}合计")
    return _long_enough(key)


def _long_enough(name: str) -> tuple[str, ...]:
    """Return the name if it is long enough to mean one thing in a text."""
    bare = bare_name(name)
    return (bare,) if len(bare) >= _SHORTEST_NAME else ()


@functools.cache
def _units(model: type[Record]) -> dict[str, str]:
    units = {}
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra
        unit = extra.get("unit") if isinstance(extra, dict) else None
        if isinstance(unit, str):
            units[info.alias or name] = unit
    return units
