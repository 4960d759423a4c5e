"""Where everything stands in its file: from a path in the data to a line and a column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from reportgen.model.finding import DataPath, Place


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

    def _nearest(self, path: DataPath) -> Spot:
        for length in range(len(path), -1, -1):
            spot = self.spots.get(path[:length])
            if spot is not None:
                return spot
        return Spot(1, 1, 1, 1)
