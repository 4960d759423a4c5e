"""Collects what is refused in one text: never one thing twice, never more than the limit."""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from reportgen.loading.limits import MOST_FINDINGS
from reportgen.loading.places import Places
from reportgen.loading.refusals import refuse
from reportgen.model.finding import DataPath, Finding, Place

NO_LINES: Final[frozenset[int]] = frozenset()
NOTHING: Final[Mapping[str, object]] = MappingProxyType({})


class TextFindings:
    """The findings of one text. A spot is given as an offset into the text as repaired so far.

    `blamed` are the lines that were told before, for what is wrong with their characters.
    """

    def __init__(self, places: Places, blamed: frozenset[int] = NO_LINES) -> None:
        self.more = 0
        self._places = places
        self._blamed = blamed
        self._found: dict[tuple[str, int, int], Finding] = {}
        # Columns of the characters that repairs put in, by line number.
        self._inserted: dict[int, list[int]] = {}

    @functools.cached_property
    def _starts(self) -> list[int]:
        """The offset of each line; few files are asked for a place while they are read."""
        return [0, *accumulate([len(line) + 1 for line in self._places.lines])]

    def add(
        self,
        code: str,
        offset: int,
        path: DataPath = (),
        arguments: Mapping[str, object] = NOTHING,
        other: Place | None = None,
    ) -> None:
        """Note the finding `code` at `offset`, unless the same was noted before.

        What is noted again without a path was no value after all, and loses its path.
        """
        if len(self._found) >= MOST_FINDINGS:
            self.more += 1
            return
        place = self.place(offset)
        # A second syntax error on a line most likely follows from the first.
        key = (code, place.line, 0 if code == "YAML-20" else place.column)
        if key not in self._found or not (path or code == "YAML-20"):
            self._found[key] = refuse(code, place, path, other, **arguments)

    def blames(self, offset: int, lines: int) -> bool:
        """Whether the line of `offset`, or one of the `lines` above, was told as no YAML."""
        last = self.place(offset).line
        told = {each.place.line for each in self._found.values() if not each.path}
        return any(line in told or line in self._blamed for line in range(last - lines, last + 1))

    def forget(self, offset: int) -> None:
        """Drop what was said of the values from `offset` on: they prove to be something else."""
        place = self.place(offset)
        here = (place.line, place.column)
        self._found = {
            key: each
            for key, each in self._found.items()
            if not each.path or (each.place.line, each.place.column) < here
        }

    def place(self, offset: int) -> Place:
        """Return the line and the column of `offset`, as typed."""
        line = bisect_right(self._starts, offset, hi=len(self._places.lines))
        column = offset - self._starts[line - 1] + 1
        return self._places.place(line, self._typed(line, column))

    def repair(self, text: str, offset: int, length: int, patch: str) -> str:
        """Return the repaired text, and remember the characters that it put in, if any."""
        if len(patch) > length:
            line = bisect_right(self._starts, offset, hi=len(self._places.lines))
            column, more = offset - self._starts[line - 1] + 1 + length, len(patch) - length
            self._inserted.setdefault(line, []).extend(range(column, column + more))
            self._starts[line:] = [start + more for start in self._starts[line:]]
        return text[:offset] + patch + text[offset + length :]

    def all(self) -> tuple[Finding, ...]:
        """Return what was found."""
        return tuple(self._found.values())

    def _typed(self, line: int, column: int) -> int:
        for inserted in reversed(self._inserted.get(line, ())):
            column -= column >= inserted
        return column


def at_most(findings: Iterable[Finding], more: int = 0) -> tuple[Finding, ...]:
    """Return the findings in order, up to the limit, and one that says how many more there are."""
    ordered = sorted(findings, key=Finding.order)
    more += max(0, len(ordered) - MOST_FINDINGS)
    if not more:
        return tuple(ordered)
    kept = ordered[:MOST_FINDINGS]
    return (*kept, refuse("YAML-24", kept[-1].place, limit=MOST_FINDINGS, more=more))
