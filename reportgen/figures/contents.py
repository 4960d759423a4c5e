"""Everything a record holds, by kind and in the order of its fields."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar, cast

from reportgen.figures.remembered import remembered
from reportgen.model.fields import Rate
from reportgen.model.finding import DataPath
from reportgen.model.record import Record
from reportgen.wording.dates import DateText
from reportgen.wording.quantities import Quantity

R = TypeVar("R", bound=Record)
Held = tuple[DataPath, Any, int]
"""A filled value that is no record and no list: where it stands, and its record's number."""


class Contents(NamedTuple):
    """What a record holds by kind, and the records in it by their numbers, itself the first.

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
    word, figure, date = found.words.append, found.figures.append, found.dates.append
    keep = {str: word, Quantity: word, DateText: date, int: figure, Decimal: figure, Rate: figure}
    _collect(record, (), keep, found.records)
    return found


def _collect(
    record: Record,
    path: DataPath,
    keep: Mapping[type[Any], Callable[[Held], None]],
    records: list[tuple[DataPath, Record]],
) -> None:
    number = len(records)
    records.append((path, record))
    steps = _steps_of(type(record))
    for name, value in record.__dict__.items():
        # Most fields are blank; isinstance of a model is slow, so the type alone decides.
        if value is None:
            continue
        kind = type(value)
        if kind in keep:
            keep[kind]((path + steps[name], value, number))
        elif kind is tuple:
            above = path + steps[name]
            for index, item in enumerate(value):
                if type(item) in keep:
                    keep[type(item)](((*above, index), item, number))
                else:
                    _collect(item, (*above, index), keep, records)
        elif value.model_fields_set:
            _collect(value, path + steps[name], keep, records)


@functools.cache
def keys_of(model: type[Record]) -> dict[str, str]:
    """Return the Chinese key of every attribute of `model`."""
    return {name: info.alias or name for name, info in model.model_fields.items()}


@functools.cache
def _steps_of(model: type[Record]) -> dict[str, DataPath]:
    """Return the path from a record to each of its attributes."""
    return {name: (key,) for name, key in keys_of(model).items()}


@functools.cache
def attributes_of(model: type[object]) -> dict[str | int, str]:
    """Return the attribute of every key of `model`; none of what is no record."""
    if not issubclass(model, Record):
        return {}
    return {key: name for name, key in keys_of(model).items()}


def reworded(record: R, words: Mapping[DataPath, Any]) -> R:
    """Return `record` with other words and dates at some paths, each of the kind it was.

    A copy, or itself without any. Its contents are told by those of `record` without a new walk.
    """
    if not words:
        return record
    copies: dict[int, Record] = {}
    copy = _reworded(record, _tree(words), copies)
    contents.tell(copy, _told(contents(record), words, copies))
    return cast("R", copy)


def _tree(words: Mapping[DataPath, Any]) -> dict[str | int, Any]:
    """Return what is at some paths as a tree of their steps."""
    tree: dict[str | int, Any] = {}
    for path, value in words.items():
        branch = tree
        for step in path[:-1]:
            branch = branch.setdefault(step, {})
        branch[path[-1]] = value
    return tree


def _reworded(value: Any, words: Any, copies: dict[int, Record]) -> Any:
    """Return a value with other words below it; the copies of records by the id of the old one."""
    if type(words) is not dict:
        return words
    if type(value) is tuple:
        items = list(value)
        for index, below in words.items():
            items[index] = _reworded(items[index], below, copies)
        return tuple(items)
    names = attributes_of(value.__class__)
    update = {
        names[key]: _reworded(value.__dict__[names[key]], below, copies)
        for key, below in words.items()
    }
    copies[id(value)] = copy = value.model_copy(update=update)
    return copy


def _told(held: Contents, words: Mapping[DataPath, Any], copies: Mapping[int, Record]) -> Contents:
    """Return the contents of a copy; the figures are those of the original."""
    records = [(path, copies.get(id(record), record)) for path, record in held.records]
    touched = {number for number, (_, old) in enumerate(held.records) if id(old) in copies}

    def now(lines: list[Held]) -> list[Held]:
        return [
            (each[0], words.get(each[0], each[1]), each[2]) if each[2] in touched else each
            for each in lines
        ]

    return Contents(now(held.words), held.figures, now(held.dates), records)
