"""Where everything stands in its file: from a path in the data to a line and a column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from reportgen.model.finding import DataPath, Place

_TELLING: Final = re.compile(r"[一-鿿.]")


class Spot(NamedTuple):
    """A value and its key: lines and columns from 1. A list item is its own key."""

    line: int
    column: int
    key_line: int
    key_column: int


@dataclass(frozen=True, slots=True)
class Places:
    """The place of every value of one file, and of its key."""

    file: str
    lines: tuple[str, ...] = ()
    spots: Mapping[DataPath, Spot] = field(default_factory=dict, repr=False)

    def at(self, path: DataPath) -> Place:
        """Return where the value at `path` stands, or its nearest parent that is there."""
        spot = self._nearest(path)
        return self.place(spot.line, spot.column)

    def key_at(self, path: DataPath) -> Place:
        """Return where the key of `path` stands, or that of its nearest parent that is there."""
        spot = self._nearest(path)
        return self.place(spot.key_line, spot.key_column)

    def place(self, line: int, column: int) -> Place:
        """Return the place at `line` and `column`, with its source line."""
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return Place(self.file, line, column, text)

    def within(self, place: Place, fragment: str) -> Place:
        """Return where `fragment` stands in the text that starts at `place`; or `place` itself.

        A figure without a point is no fragment: too many stand in a line by chance.
        """
        if not _TELLING.search(fragment):
            return place
        for number, line in self._lines_of_text(place):
            start = line.find(fragment, place.column - 1 if number == place.line else 0)
            if start >= 0:
                return self.place(number, start + 1)
        return place

    def _lines_of_text(self, place: Place) -> Iterator[tuple[int, str]]:
        """Yield the line of a text, and of a block (| or >) those below that are further in."""
        yield place.line, place.text
        if place.text[place.column - 1 : place.column] not in ("|", ">"):
            return
        indent = _indent(place.text)
        for number, line in enumerate(self.lines[place.line :], start=place.line + 1):
            if line.strip() and _indent(line) <= indent:
                return
            yield number, line

    def _nearest(self, path: DataPath) -> Spot:
        for length in range(len(path), -1, -1):
            spot = self.spots.get(path[:length])
            if spot is not None:
                return spot
        return Spot(1, 1, 1, 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
