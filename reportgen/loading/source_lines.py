"""Lines of a text that is no YAML yet: where each stands, how far in, and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_KEY: Final = re.compile(r"((?:- +)*)([^\s:：，,{}\[\]\"'#][^\s:：，,{}\[\]\"']{0,19}):(?: +|$)")


class Line(NamedTuple):
    """One line, without its end, and the offset of its first character."""

    start: int
    text: str

    @property
    def indent(self) -> int:
        """How many blanks it begins with."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def content(self) -> str:
        """What stands after the indentation."""
        return self.text.strip(" ")

    @property
    def counts(self) -> bool:
        """Whether it holds data: neither blank nor a comment."""
        return bool(self.content) and not self.content.startswith("#")

    @property
    def is_item(self) -> bool:
        """Whether it begins an item of a list."""
        return self.content == "-" or self.content.startswith("- ")

    @property
    def key(self) -> str | None:
        """The key that it begins with, also as the first of an item."""
        match = _KEY.match(self.text, self.indent)
        return None if match is None else match[2]

    @property
    def key_column(self) -> int:
        """How far in its key stands, behind the marks of its items."""
        match = _KEY.match(self.text, self.indent)
        return self.indent if match is None else match.start(2)

    @property
    def value(self) -> Line:
        """What stands after the key, or nothing."""
        match = _KEY.match(self.text, self.indent)
        here = len(self.text) if match is None else match.end()
        return Line(self.start + here, self.text[here:].rstrip(" "))


def line_at(text: str, offset: int) -> Line:
    """Return the line that holds `offset`."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return Line(start, text[start : len(text) if end == -1 else end])


def lines_above(text: str, line: Line) -> Iterator[Line]:
    """Yield the lines above `line` that hold data, the nearest first."""
    while line.start > 0:
        line = line_at(text, line.start - 1)
        if line.counts:
            yield line


def lines_below(text: str, line: Line) -> Iterator[Line]:
    """Yield the lines below `line` that hold data, the nearest first."""
    while (here := line.start + len(line.text) + 1) < len(text):
        line = line_at(text, here)
        if line.counts:
            yield line
