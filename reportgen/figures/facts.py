"""A department-year as facts by Chinese key: what typed text may cite and what forms print.

Every key of the model is there, filled or not, so a name that is missing is a wrong name.
"""

from __future__ import annotations

import functools
import operator
import types
import typing
from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from reportgen.figures.rounding import HUNDRED
from reportgen.figures.totals import executed_total, overall_rate, planned_total
from reportgen.model.funds import Funds
from reportgen.model.record import Record


class Facts(dict[str, Any]):
    """A group of facts by Chinese key; false when none of them is filled."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return any(is_filled(value) for value in self.values())

    def __hash__(self) -> int:  # type: ignore[override]
        return id(self)


class FactList(list[Any]):
    """A list of facts that can say what a blank entry looks like, if `model` is set."""

    model: type[Record] | None = None

    def blank(self) -> Facts | None:
        """Return an entry with every key and no value; None for a list of plain texts."""
        return None if self.model is None else blank_facts(self.model)


def is_filled(value: object) -> bool:
    """Whether a fact holds something; 0 does, a blank and an empty group do not."""
    if value is None or value == "":
        return False
    return not isinstance(value, list | dict) or bool(value)


def facts_of(record: Record) -> Facts:
    """Return every fact of a department-year or a part of it by Chinese key.

    For what forms print, of a `completed` one.
    """
    return _facts(record)


def some_facts(record: Record, keys: Collection[str]) -> Facts:
    """Return what `facts_of` would, but only the facts that go by one of `keys`."""
    read = readers_of(type(record))
    inner = {key: model for key, *_, model in fields_of(type(record))}
    return Facts({key: _fact(read[key](record), inner.get(key)) for key in keys if key in read})


def blank_facts(model: type[Record]) -> Facts:
    """Return the facts of `model` with every key and no value."""
    blanks: dict[str, Callable[[type[Record] | None], Any]] = {
        "group": lambda inner: blank_facts(typing.cast("type[Record]", inner)),
        "list": lambda inner: _list((), inner),
        "value": lambda _: None,
        "table": lambda _: None,
    }
    facts = Facts({key: blanks[kind](inner) for key, _, kind, inner in fields_of(model)})
    facts.update(dict.fromkeys(derived_keys(model)))
    return facts


@functools.cache
def fields_of(model: type[Record]) -> tuple[tuple[str, str, str, type[Record] | None], ...]:
    """Return (Chinese key, attribute, kind, inner model) a field.

    Kind: group, list, value, or table for names and values that only a profile or a program reads.
    """
    return tuple(
        (info.alias or name, name, *_shape(info.annotation))
        for name, info in model.model_fields.items()
    )


def derived_keys(model: type[Record]) -> tuple[str, ...]:
    """Return the keys that are computed and cannot be typed."""
    return tuple(_DERIVED.get(model, {}))


@functools.cache
def readers_of(model: type[object]) -> Mapping[str, Callable[[Any], Any]]:
    """Return how each fact of a record is read, by its key; nothing for what is no record."""
    if not issubclass(model, Record):
        return {}
    typed = {key: operator.attrgetter(name) for key, name, _, _ in fields_of(model)}
    return {**typed, **_DERIVED.get(model, {})}


def _shape(annotation: Any) -> tuple[str, type[Record] | None]:
    inner = next(_records_in(annotation), None)
    origin = typing.get_origin(annotation)
    if origin is tuple or _is_list(annotation):
        return "list", inner
    if origin is dict:
        return "table", None
    return ("value", None) if inner is None else ("group", inner)


def _is_list(annotation: Any) -> bool:
    return any(typing.get_origin(part) is tuple for part in typing.get_args(annotation))


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if issubclass(annotation, Record):
            yield annotation
        return
    for part in typing.get_args(annotation):
        yield from _records_in(part)


class _Reading(NamedTuple):
    """How the facts of one kind of record are read: decided once, done for every record."""

    keys: tuple[str, ...]
    groups: tuple[str, ...]
    lists: tuple[tuple[str, type[Record] | None], ...]
    derived: tuple[tuple[str, Callable[[Any], Any]], ...]


@functools.cache
def _reading(model: type[Record]) -> _Reading:
    fields = fields_of(model)
    return _Reading(
        tuple(key for key, *_ in fields),
        tuple(key for key, _, kind, _ in fields if kind == "group"),
        tuple((key, inner) for key, _, kind, inner in fields if kind == "list"),
        tuple(_DERIVED.get(model, {}).items()),
    )


def _facts(record: Record) -> Facts:
    keys, groups, lists, derived = _reading(type(record))
    # A record holds its fields in the order of its model.
    facts = Facts(zip(keys, record.__dict__.values()))  # noqa: B905 - `strict` costs a tenth
    for key in groups:
        if facts[key] is not None:
            facts[key] = _facts(facts[key])
    for key, inner in lists:
        facts[key] = _list(facts[key], inner)
    for key, compute in derived:
        facts[key] = compute(record)
    return facts


def _list(items: tuple[Any, ...], inner: type[Record] | None) -> FactList:
    facts = FactList(items if inner is None else map(_facts, items))
    facts.model = inner
    return facts


def _fact(value: Any, inner: type[Record] | None) -> Any:
    if isinstance(value, tuple):
        return _list(value, inner)
    return _facts(value) if isinstance(value, Record) else value


def _share_executed(funds: Funds) -> Decimal | None:
    """Return B/A of the whole table, both taken from the same total."""
    percent = overall_rate(funds)
    return None if percent is None else percent / HUNDRED


_DERIVED: Final[dict[type[Record], dict[str, Callable[[Any], Any]]]] = {
    Funds: {
        "预算合计": planned_total,
        "执行合计": executed_total,
        "执行比例": _share_executed,
    },
}
