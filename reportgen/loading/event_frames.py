"""The lists and groups that are still open while events are read, and what they hold so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reportgen.loading.places import NO_SPOTS, Spot
from reportgen.model.finding import DataPath


@dataclass(slots=True)
class Frame:
    """A list or a group of fields that is still open; the outermost one holds the document."""

    data: Any
    path: DataPath
    spots: dict[str | int, Spot]
    is_map: bool = False
    in_brackets: bool = False
    anchor: str | None = None
    first_node: int = 0
    height: int = 0
    # Of a group: the key that waits for its value, its offset, and whether the value is kept.
    wants_key: bool = False
    key: str = ""
    key_start: int = 0
    kept: bool = True
    figure: tuple[str, int, DataPath] | None = None
    # Of a group that is an item: whether the next item goes on in it, for want of a mark.
    unmarked: bool = False
    # Of a group: the keys that were given twice.
    twice: set[str] = field(default_factory=set)
    # Of a list in brackets: the entries that hold what may separate entries.
    commas: list[tuple[str, int]] = field(default_factory=list)

    @property
    def next_path(self) -> DataPath:
        """The path of the value that comes next."""
        return (*self.path, self.key if self.is_map else len(self.data))

    def put(self, value: Any, start: int, under: Mapping[str | int, Spot] = NO_SPOTS) -> None:
        """Take the value that comes next, and note where it starts."""
        if not self.is_map:
            self.spots[len(self.data)] = start, start, under
            self.data.append(value)
            return
        self.spots[self.key] = start, self.key_start, under
        if self.kept:
            self.data[self.key] = value
        self.wants_key = self.kept = True


class DocumentFrame(Frame):
    """Holds the document itself, which has no key and no number."""

    @property
    def next_path(self) -> DataPath:
        """The path of the document: no step."""
        return ()
