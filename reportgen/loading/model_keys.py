"""What the model knows about a path: its keys, and whether a text may stand there."""

from __future__ import annotations

import types
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, Literal, NamedTuple, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from reportgen.model.fields import HeldAs, Paragraphs
from reportgen.model.finding import DataPath
from reportgen.model.record import Record

_UNIONS: Final = (Union, types.UnionType)
_TEXT_OR_LIST: Final = get_args(Paragraphs)[1]


@cache
def known_keys(model: type[Record]) -> frozenset[str]:
    """Return every Chinese key of `model` and of all its parts."""
    return frozenset(key for part in parts(model) for key in own_fields(part))


class Vocabulary(NamedTuple):
    """The keys of a model: all, those of its top level, and those that hold no single value."""

    known: frozenset[str]
    top: frozenset[str]
    groups: frozenset[str]


@cache
def vocabulary(model: type[Record]) -> Vocabulary:
    """Return the keys of `model` by what they hold; a key that is a text anywhere is no group."""
    fields = [(key, info) for part in parts(model) for key, info in own_fields(part).items()]
    groups = {key for key, info in fields if not _takes_value(info)}
    groups -= {key for key, info in fields if _takes_value(info)}
    return Vocabulary(known_keys(model), frozenset(own_fields(model)), frozenset(groups))


@cache
def own_fields(model: type[Record]) -> dict[str, FieldInfo]:
    """Return the fields of `model` by Chinese key, in order."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


@cache
def parts(model: type[Record]) -> tuple[type[Record], ...]:
    """Return `model` and every group of fields inside it, each once."""
    found: dict[type[Record], None] = {}
    waiting = [model]
    while waiting:
        part = waiting.pop(0)
        if part not in found:
            found[part] = None
            waiting += [
                inner for info in own_fields(part).values() for inner in records_in(_held(info))
            ]
    return tuple(found)


def _held(info: FieldInfo) -> Any:
    """Return what a field holds, also where that is read only later."""
    held = (each.annotation for each in info.metadata if isinstance(each, HeldAs))
    return next(held, info.annotation)


def records_in(annotation: Any) -> Iterator[type[Record]]:
    """Yield the groups of fields that `annotation` names."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in get_args(annotation):
        yield from records_in(inner)


def model_at(model: type[Record], path: DataPath) -> type[Record] | None:
    """Return the group of fields that stands at `path`, or None."""
    annotation: Any = model
    for step in path:
        annotation = _step(annotation, step)
    return _record(annotation)


def field_at(model: type[Record], path: DataPath) -> FieldInfo | None:
    """Return the field that holds the value at `path`; a list item is held by its list."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    if not path:
        return None
    part = model_at(model, path[:-1])
    return None if part is None else own_fields(part).get(str(path[-1]))


def takes_text(model: type[Record], path: DataPath) -> bool:
    """Whether the model takes a text at `path`. False where it knows no such path."""
    info = field_at(model, path)
    if info is None or any(records_in(_held(info))) or _is_table(info):
        return False
    return not takes_list(info) or is_paragraphs(info) or isinstance(path[-1], int)


def takes_list(info: FieldInfo) -> bool:
    """Whether the field holds a list."""
    return any(get_origin(choice) is tuple for choice in _choices(info.annotation))


def is_paragraphs(info: FieldInfo) -> bool:
    """Whether the field takes one text or a list of paragraphs."""
    return _TEXT_OR_LIST in info.metadata


def _takes_value(info: FieldInfo) -> bool:
    if is_paragraphs(info):
        return True
    return not (any(records_in(_held(info))) or takes_list(info) or _is_table(info))


def _is_table(info: FieldInfo) -> bool:
    return any(get_origin(choice) is dict for choice in _choices(info.annotation))


def literals_in(annotation: Any) -> Iterator[str]:
    """Yield the words that `annotation` lets a value choose from."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
        return
    for inner in get_args(annotation):
        yield from literals_in(inner)


def _choices(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in _UNIONS else (annotation,)


def _record(annotation: Any) -> type[Record] | None:
    for choice in _choices(annotation):
        if isinstance(choice, type) and issubclass(choice, Record):
            return choice
    return None


def _step(annotation: Any, step: str | int) -> Any:
    if isinstance(step, int):
        lists = [choice for choice in _choices(annotation) if get_origin(choice) is tuple]
        return get_args(lists[0])[0] if lists else None
    tables = [choice for choice in _choices(annotation) if get_origin(choice) is dict]
    if tables:
        return get_args(tables[0])[1]
    part = _record(annotation)
    info = None if part is None else own_fields(part).get(step)
    return None if info is None else _held(info)
