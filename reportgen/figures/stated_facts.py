"""The figures a file states outside running text: value, unit, place, and the names they go by."""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Iterator
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
NOT_IN_NAMES: Final = frozenset("“”‘’《》\"'\u3000 ")
"""What a name is compared without."""
_IGNORED: Final = dict.fromkeys(map(ord, NOT_IN_NAMES))
# These keys say which column; what the figure is, the row says.
_COLUMNS: Final = frozenset({"预算数", "执行数"})
_WHOLE: Final = "合计"
_RATE: Final = "执行率"
_SILENT: Final = frozenset({"分值", "得分", "上级转移支付", "年初预算数"})


class StatedFact(NamedTuple):
    """One figure of the file: `names` are the words that would stand before it in a text.

    `binding` is false for a target: a text may well report more or less than was meant.
    """

    path: DataPath
    value: Decimal
    unit: str
    names: tuple[str, ...]
    binding: bool = True


def stated_facts(
    department_year: DepartmentYear, units: Container[str] | None = None
) -> tuple[StatedFact, ...]:
    """Return the figures of a department-year that are not running text: all, or of `units`."""
    is_asked: Callable[[str], bool] = bool if units is None else units.__contains__
    return tuple(_facts_in(contents(department_year), is_asked))


@functools.lru_cache(maxsize=1024)
def bare_name(name: str) -> str:
    """Return a name as it is compared: without quotation marks, spaces and the colon at its end."""
    return name.translate(_IGNORED).rstrip("：:")


def _facts_in(held: Contents, is_asked: Callable[[str], bool]) -> Iterator[StatedFact]:
    told: set[tuple[Decimal, str, tuple[str, ...]]] = set()
    for path, value, number in held.figures:
        key, owner = path[-1], held.records[number][1]
        unit = "%" if type(value) is Rate else _units(type(owner)).get(key)
        # A number without a unit counts nothing: it is a year. Rates of rows are told below.
        if unit is None or key == _RATE or not is_asked(unit):
            continue
        group = _group(path) if key == _WHOLE else ""
        names = _names(key, owner.__dict__.get("name"), group)
        figure = value.percent if type(value) is Rate else Decimal(value)
        # Scores and zeros come by the hundred; a second one tells a text nothing new.
        if (figure, unit, names) not in told:
            told.add((figure, unit, names))
            yield StatedFact(path, figure, unit, names)
    for path, record in held.records:
        if type(record) is Indicator:
            yield from _measures_of(record, path, is_asked)
        elif type(record) is FundRow and is_asked("%"):
            yield from _rate_of(record, path, record.name or "")


def _group(path: DataPath) -> str:
    """Return the key of the group or the list that a value stands in."""
    for step in path[-2::-1]:
        if isinstance(step, str):
            return step
    return ""


def _measures_of(
    indicator: Indicator, path: DataPath, is_asked: Callable[[str], bool]
) -> Iterator[StatedFact]:
    name = _long_enough(indicator.name or "")
    for key, value in (("目标", indicator.target), ("完成", indicator.actual)):
        for measure in value.measures if value else ():
            if is_asked(measure.unit):
                names = (*name, *_long_enough(measure.label))
                here = (*path, key)
                yield StatedFact(here, measure.number, measure.unit, names, key == "完成")


def _rate_of(row: FundRow, path: DataPath, name: str) -> Iterator[StatedFact]:
    """Yield the execution rate of a row: as typed, else as a form prints it."""
    rate = row.rate or fund_rate(row)
    if rate is not None:
        names = (f"{bare_name(name)}执行率",) if name else ("预算执行率", "资金执行率")
        yield StatedFact((*path, _RATE), rate.percent, "%", names)


@functools.lru_cache(maxsize=4096)
def _names(key: str | int, row: str | None, group: str) -> tuple[str, ...]:
    if key in _SILENT:
        return ()
    if key in _COLUMNS:
        return _long_enough(row or "")
    if key == _WHOLE:
        return (*_long_enough(group), f"{group}合计")
    return _long_enough(str(key))


def _long_enough(name: str) -> tuple[str, ...]:
    """Return the name if it is long enough to mean one thing in a text."""
    bare = bare_name(name)
    return (bare,) if len(bare) >= _SHORTEST_NAME else ()


@functools.cache
def _units(model: type[Record]) -> dict[str | int, str]:
    units: dict[str | int, str] = {}
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra
        unit = extra.get("unit") if isinstance(extra, dict) else None
        if isinstance(unit, str):
            units[info.alias or name] = unit
    return units
