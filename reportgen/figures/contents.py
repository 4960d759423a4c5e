"""Everything a record holds, in the order of its fields, each value with its path and owner."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Any, Final, NamedTuple

from reportgen.figures.remembered import remembered
from reportgen.model.fields import Rate
from reportgen.model.finding import DataPath
from reportgen.model.record import Record
from reportgen.wording.dates import DateText
from reportgen.wording.quantities import Quantity

_PLAIN: Final = frozenset({str, int, Decimal, Rate, Quantity, DateText})
"""What a field holds that is neither a group nor a list."""


class Held(NamedTuple):
    """One filled value that is no record and no list: where it stands, and in which record."""

    path: DataPath
    value: Any
    owner: Record


class Contents(NamedTuple):
    """The filled values of a record, and the records in it, itself the first."""

    values: tuple[Held, ...]
    records: tuple[tuple[DataPath, Record], ...]


@remembered
def contents(record: Record) -> Contents:
    """Return what a record holds; blanks, and groups of nothing but blanks, are left out."""
    values: list[Held] = []
    records: list[tuple[DataPath, Record]] = []
    _collect(record, (), values, records)
    return Contents(tuple(values), tuple(records))


def _collect(
    record: Record, path: DataPath, values: list[Held], records: list[tuple[DataPath, Record]]
) -> None:
    records.append((path, record))
    keys = keys_of(type(record))
    for name, value in record.__dict__.items():
        kind = type(value)
        # isinstance of a model is slow; what is told by its type alone comes first.
        if kind in _PLAIN:
            values.append(Held((*path, keys[name]), value, record))
        elif kind is tuple:
            for index, item in enumerate(value):
                here = (*path, keys[name], index)
                if type(item) in _PLAIN:
                    values.append(Held(here, item, record))
                else:
                    _collect(item, here, values, records)
        elif value is not None and value.model_fields_set:
            _collect(value, (*path, keys[name]), values, records)


@functools.cache
def keys_of(model: type[Record]) -> dict[str, str]:
    """Return the Chinese key of every attribute of `model`."""
    return {name: info.alias or name for name, info in model.model_fields.items()}
