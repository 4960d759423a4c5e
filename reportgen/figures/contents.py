"""Everything a record holds, in the order of its fields, each value with its path and owner."""

from __future__ import annotations

import functools
from typing import Any, Final, NamedTuple

from reportgen.figures.remembered import remembered
from reportgen.model.finding import DataPath
from reportgen.model.record import Record

_NOTHING: Final[tuple[object, ...]] = ()


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
    keys = _keys(type(record))
    for name, value in record.__dict__.items():
        # Most fields of most records are blank: they are passed over first and fast.
        if value is None or value is _NOTHING:
            continue
        here = (*path, keys[name])
        if type(value) is tuple:
            for index, item in enumerate(value):
                _hold(item, (*here, index), record, values, records)
        elif not isinstance(value, Record) or value.model_fields_set:
            _hold(value, here, record, values, records)


def _hold(
    value: Any,
    path: DataPath,
    owner: Record,
    values: list[Held],
    records: list[tuple[DataPath, Record]],
) -> None:
    if isinstance(value, Record):
        _collect(value, path, values, records)
    elif value is not None:
        values.append(Held(path, value, owner))


@functools.cache
def _keys(model: type[Record]) -> dict[str, str]:
    return {name: info.alias or name for name, info in model.model_fields.items()}
