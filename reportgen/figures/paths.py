"""A fact by its path: 资金.来源[0].执行数. The common case of a citation, without Jinja's 50 ms."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any, Final, NoReturn

from reportgen.figures.contents import attributes_of
from reportgen.figures.facts import readers_of
from reportgen.model.record import Record
from reportgen.wording.nearest import nearest

_PATH: Final = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*|\[\d{1,6}\])*")
_STEP: Final = re.compile(r"\[(\d+)\]|(\w+)")


class UnknownFact(LookupError):  # noqa: N818 - a wrong name in a text or a form
    """A name that no fact has, and the nearest name that one has."""

    def __init__(self, name: str, candidates: Iterable[str] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.suggestion = nearest(name, candidates)

    def nearest_of(self, candidates: Iterable[str]) -> str | None:
        """Return the candidate most like the wrong name, or None."""
        return nearest(self.name, candidates)


def step_into(value: Any, step: Any) -> Any:
    """Return the part of `value` called or numbered `step`. Raises UnknownFact."""
    if isinstance(value, dict):
        return value[step] if step in value else _unknown(step, value)
    if isinstance(value, list | tuple) and isinstance(step, int):
        return value[step] if -len(value) <= step < len(value) else _unknown(f"[{step}]")
    if isinstance(value, Record) and isinstance(step, str):
        readers = readers_of(type(value))
        return readers[step](value) if step in readers else _unknown(step, readers)
    return _unknown(step)


@functools.lru_cache(maxsize=1024)
def steps_of(expression: str) -> tuple[str | int, ...] | None:
    """Return the keys and positions of a path; None for an expression that does more than name.

    Kept, as texts name the same few facts again and again.
    """
    if _PATH.fullmatch(expression) is None:
        return None
    return tuple(int(position) if position else key for position, key in _STEP.findall(expression))


def is_path(expression: str) -> bool:
    """Whether an expression only names a fact."""
    return steps_of(expression) is not None


def follow(record: Record, path: str) -> Any:
    """Return the fact of a record at `path`: a value, a group or a list. Raises UnknownFact."""
    value: Any = record
    for step in steps_of(path) or _unknown(path):
        value = step_into(value, step)
    return value


def typed_at(record: Record, path: str) -> Any:
    """Return what is typed at `path`; None when nothing is, or when it takes a closer look."""
    steps = steps_of(path)
    if steps is None:
        return None
    value: Any = record
    for step in steps:
        names = attributes_of(value.__class__)
        if step in names:
            value = value.__dict__[names[step]]
        elif type(value) is tuple and type(step) is int and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _unknown(name: Any, candidates: Iterable[Any] = ()) -> NoReturn:
    raise UnknownFact(str(name), (str(candidate) for candidate in candidates))
