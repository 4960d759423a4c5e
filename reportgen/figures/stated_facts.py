"""The figures a file states outside running text: value, unit, place, and the names they go by."""

from __future__ import annotations

import functools
import re
import typing
from collections.abc import Callable, Container, Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from reportgen.figures.contents import Contents, contents
from reportgen.figures.totals import fund_rate
from reportgen.model.department_year import DepartmentYear
from reportgen.model.fields import Percent, Rate
from reportgen.model.finding import DataPath
from reportgen.model.funds import FundRow
from reportgen.model.indicators import Indicator
from reportgen.model.record import Record

_IsAsked = Callable[[str], bool]
_SHORTEST_NAME: Final = 4
NOT_IN_NAMES: Final = frozenset("“”‘’《》\"'\u3000 ")
"""What a name is compared without."""
_IGNORED: Final = re.compile(f"[{''.join(sorted(NOT_IN_NAMES))}]")
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
    is_asked: _IsAsked = bool if units is None else units.__contains__
    held = contents(department_year)
    found = _typed_figures(held, is_asked)
    for path, record in held.records:
        if type(record) is Indicator:
            found += _measures_of(record, path, is_asked)
        elif type(record) is FundRow and is_asked("%"):
            found += _rate_of(record, path, record.name or "")
    return tuple(found)


def bare_name(name: str) -> str:
    """Return a name as it is compared: without quotation marks, spaces and the colon at its end."""
    return _IGNORED.sub("", name).rstrip("：:")


def _typed_figures(held: Contents, is_asked: _IsAsked) -> list[StatedFact]:
    # Scores and zeros come by the hundred; a second one tells a text nothing new.
    found: dict[tuple[Decimal, str, tuple[str, ...]], DataPath] = {}
    asked: dict[type[Record], dict[str | int, _Column]] = {}
    last = -1
    for path, value, number in held.figures:
        # Most figures stand in the record of the one before.
        if number != last:
            last, owner = number, held.records[number][1]
            model = type(owner)
            if model not in asked:
                asked[model] = _asked_columns(model, is_asked)
            columns = asked[model]
        column = columns.get(path[-1])
        if column is None:
            continue
        unit, names = column
        if names is None:
            names = _names_by_row(path, owner)
        figure = value if type(value) is Decimal else _decimal(value)
        found.setdefault((figure, unit, names), path)
    return [StatedFact(path, *fact) for fact, path in found.items()]


def _measures_of(indicator: Indicator, path: DataPath, is_asked: _IsAsked) -> Iterator[StatedFact]:
    for key, value in (("目标", indicator.target), ("完成", indicator.actual)):
        for measure in value.measures if value else ():
            if is_asked(measure.unit):
                name = _long_enough(indicator.name or "")
                names = (*name, *_long_enough(measure.label)) if measure.label else name
                here = (*path, key)
                yield StatedFact(here, measure.number, measure.unit, names, key == "完成")


def _rate_of(row: FundRow, path: DataPath, name: str) -> Iterator[StatedFact]:
    """Yield the execution rate of a row: as typed, else as a form prints it."""
    rate = row.rate or fund_rate(row)
    if rate is not None:
        names = (f"{bare_name(name)}执行率",) if name else ("预算执行率", "资金执行率")
        yield StatedFact((*path, _RATE), rate.percent, "%", names)


def _decimal(value: Rate | int) -> Decimal:
    return value.percent if isinstance(value, Rate) else Decimal(value)


def _names_by_row(path: DataPath, owner: Record) -> tuple[str, ...]:
    """Return what a figure goes by whose column says only which of the row or the group it is."""
    if path[-1] in _COLUMNS:
        return _long_enough(owner.__dict__.get("name") or "")
    return _names_of_group(str(path[-2]))


@functools.cache
def _names_of_group(group: str) -> tuple[str, ...]:
    return (*_long_enough(group), f"{group}{_WHOLE}")


def _long_enough(name: str) -> tuple[str, ...]:
    """Return the name if it is long enough to mean one thing in a text."""
    bare = bare_name(name)
    return (bare,) if len(bare) >= _SHORTEST_NAME else ()


class _Column(NamedTuple):
    """A field of figures: its unit, and what its figures go by; None where row or group say so."""

    unit: str
    names: tuple[str, ...] | None


@functools.cache
def _columns(model: type[Record]) -> dict[str | int, _Column]:
    """Return the fields of a model that count something, by their keys.

    A number without a unit counts nothing: it is a year. Rates of rows are told from the row.
    """
    columns: dict[str | int, _Column] = {}
    for name, info in model.model_fields.items():
        key, extra = info.alias or name, info.json_schema_extra
        unit = extra.get("unit") if isinstance(extra, dict) else None
        if unit is None and key != _RATE and Percent in typing.get_args(info.annotation):
            unit = "%"
        if isinstance(unit, str):
            columns[key] = _Column(unit, _names_of_column(key))
    return columns


def _asked_columns(model: type[Record], is_asked: _IsAsked) -> dict[str | int, _Column]:
    return {key: column for key, column in _columns(model).items() if is_asked(column.unit)}


def _names_of_column(key: str) -> tuple[str, ...] | None:
    if key in _SILENT:
        return ()
    return None if key in _COLUMNS or key == _WHOLE else _long_enough(key)
