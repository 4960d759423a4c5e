"""Where the figures that the common index sheet is computed from stand in a department-year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from reportgen.figures.contents import attributes_of
from reportgen.figures.totals import total
from reportgen.model.department_year import DepartmentYear
from reportgen.model.fields import Rate
from reportgen.model.finding import DataPath
from reportgen.model.record import Record

_SUMMARY: Final = ("机构", "汇总")
_UNITS: Final = ("机构", "单位")


@dataclass(frozen=True, slots=True)
class Input:
    """A figure that a row needs: what people call it, and where it may stand, best place first."""

    label: str
    places: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure found (a rate in percent, 万元 or a count), and the place it stands in."""

    value: Decimal
    path: DataPath


def read_input(department_year: DepartmentYear, wanted: Input) -> Reading | None:
    """Return the first filled place of an input. A blank summary is the sum of its units."""
    for place in wanted.places:
        value = _figure(department_year, place)
        if value is not None:
            return Reading(value, place)
        if place[:2] == _SUMMARY:
            units = department_year.institutions.units
            value = total(_figure(unit, place[2:]) for unit in units)
            if value is not None:
                return Reading(value, _UNITS)
    return None


def _figure(record: Record, path: tuple[str, ...]) -> Decimal | None:
    value: Any = record
    for step in path:
        model: type[Record] = type(value)
        value = getattr(value, attributes_of(model)[step])
    if isinstance(value, Rate):
        return value.percent
    return None if value is None else Decimal(value)
