"""Everything a record holds, by kind and in the order of its fields."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from reportgen.figures.remembered import remembered
from reportgen.model.fields import Rate
from reportgen.model.finding import DataPath
from reportgen.model.record import Record
from reportgen.wording.dates import DateText
from reportgen.wording.quantities import Quantity

R = TypeVar("R", bound=Record)
Held = tuple[DataPath, Any, Record]
"""A filled value that is no record and no list: where it stands, and in which record."""


class Contents(NamedTuple):
    """What a record holds by kind, and the records in it, itself the first.

    `words` are texts, targets and actuals (str, Quantity); `figures` int, Decimal and Rate.
    """

    words: list[Held]
    figures: list[Held]
    dates: list[Held]
    records: list[tuple[DataPath, Record]]


@remembered
def contents(record: Record) -> Contents:
    """Return what a record holds; blanks, and groups of nothing but blanks, are left out."""
    found = Contents([], [], [], [])
    lists = {
        str: found.words, Quantity: found.words, DateText: found.dates,
        int: found.figures, Decimal: found.figures, Rate: found.figures,
    }  # fmt: skip
    _collect(record, (), lists, found.records)
    return found


def _collect(
    record: Record,
    path: DataPath,
    lists: Mapping[type[Any], list[Held]],
    records: list[tuple[DataPath, Record]],
) -> None:
    records.append((path, record))
    keys = keys_of(type(record))
    for name, value in record.__dict__.items():
        # Most fields are blank; isinstance of a model is slow, so the type alone decides.
        if value is None:
            continue
        kind = type(value)
        if kind in lists:
            lists[kind].append(((*path, keys[name]), value, record))
        elif kind is tuple:
            for index, item in enumerate(value):
                here = (*path, keys[name], index)
                if type(item) in lists:
                    lists[type(item)].append((here, item, record))
                else:
                    _collect(item, here, lists, records)
        elif value.model_fields_set:
            _collect(value, (*path, keys[name]), lists, records)


@functools.cache
def keys_of(model: type[Record]) -> dict[str, str]:
    """Return the Chinese key of every attribute of `model`."""
    return {name: info.alias or name for name, info in model.model_fields.items()}


def replaced(record: R, changes: Mapping[DataPath, Any]) -> R:
    """Return `record` with other values at some paths: a copy, or itself without changes."""
    return _replaced(record, changes) if changes else record


def _replaced(value: Any, changes: Mapping[DataPath, Any]) -> Any:
    if () in changes:
        return changes[()]
    below: defaultdict[str | int, dict[DataPath, Any]] = defaultdict(dict)
    for (step, *rest), new in changes.items():
        below[step][tuple(rest)] = new
    if isinstance(value, tuple):
        return tuple(
            _replaced(item, below[index]) if index in below else item
            for index, item in enumerate(value)
        )
    model: type[Record] = type(value)
    names = {key: name for name, key in keys_of(model).items() if key in below}
    parts = {name: _replaced(getattr(value, name), below[key]) for key, name in names.items()}
    return value.model_copy(update=parts)
