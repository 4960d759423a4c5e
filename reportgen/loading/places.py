"""Where everything stands in its file: from a path in the data to a line and a column."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, TypeAlias

from reportgen.model.finding import DataPath, Place

_TELLING: Final = re.compile(r"[一-鿿.]")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


Spot: TypeAlias = "tuple[int, int, Mapping[str | int, Spot]]"
"""Offsets of a value and of its key, and the spots of what is under it. An item is its own key."""
NO_SPOTS: Final[Mapping[str | int, Spot]] = MappingProxyType({})


@dataclass(frozen=True)
class Places:
    """The place of every value of one file, and of its key.

    `text` is the file's; `root` is the spot of the document; `placed` gives the place of an offset
    into its text.
    """

    file: str
    text: str = field(default="", repr=False)
    root: Spot = (0, 0, NO_SPOTS)
    placed: Callable[[int], Place] | None = field(default=None, repr=False)

    @functools.cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file, cut only where somebody asks for a place."""
        return split_lines(self.text)

    def at(self, path: DataPath) -> Place:
        """Return where the value at `path` stands, or its nearest parent that is there."""
        return self._at(self._nearest(path)[0][0])

    def key_at(self, path: DataPath) -> Place:
        """Return where the key of `path` stands, or that of its nearest parent that is there."""
        return self._at(self._nearest(path)[0][1])

    def knows(self, path: DataPath) -> bool:
        """Whether something stands at `path`, be it a key without a value."""
        return self._nearest(path)[1] == len(path)

    def below(self, path: DataPath) -> Places:
        """Return the places of what is under `path`, as if it were a document."""
        spot, depth = self._nearest(path)
        return replace(self, root=spot if depth == len(path) else (*spot[:2], NO_SPOTS))

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
        begin = place.column - 1
        start = place.text.find(fragment, begin)
        if start >= 0:
            return place if start == begin else self.place(place.line, start + 1)
        if place.text[begin : begin + 1] in ("|", ">"):
            for number, line in self._lines_of_block(place):
                start = line.find(fragment)
                if start >= 0:
                    return self.place(number, start + 1)
        return place

    def _lines_of_block(self, place: Place) -> Iterator[tuple[int, str]]:
        """Yield the lines below the line of `place` that are further in."""
        indent = _indent(place.text)
        for number, line in enumerate(self.lines[place.line :], start=place.line + 1):
            if line.strip() and _indent(line) <= indent:
                return
            yield number, line

    def _at(self, offset: int) -> Place:
        return self.place(1, 1) if self.placed is None else self.placed(offset)

    def _nearest(self, path: DataPath) -> tuple[Spot, int]:
        """Return the spot of `path`, or of its nearest parent, and how many steps lead to it."""
        spot = self.root
        for depth, step in enumerate(path):
            below = spot[2].get(step)
            if below is None:
                return spot, depth
            spot = below
        return spot, len(path)


def split_lines(text: str) -> tuple[str, ...]:
    """Return the lines as YAML counts them; `str.splitlines` knows more line ends."""
    return tuple(_LINE_END.split(text) if "\r" in text else text.split("\n"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
