"""What is said of a text that is no YAML: the cause, where, and how to repair it in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Trouble(NamedTuple):
    """Where the parser gave up: offsets into the text, and that of what it last understood."""

    offset: int
    opened: int | None
    understood: int


class Repair(NamedTuple):
    """Put `text` in the place of `length` characters at `offset`; never fewer than before."""

    offset: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The code, where, the words for it, and the repair that lets reading go on.

    `kind` names the words of YAML-20.
    """

    code: str
    offset: int
    arguments: Mapping[str, object] = field(default_factory=dict)
    kind: str = ""
    repair: Repair | None = None


def named(kind: str, offset: int, repair: Repair | None = None) -> Diagnosis:
    """Return a diagnosis that is told in the words of YAML-20 for `kind`."""
    return Diagnosis("YAML-20", offset, kind=kind, repair=repair)
