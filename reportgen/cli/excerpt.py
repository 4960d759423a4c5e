"""Source lines as a terminal shows them: nothing that moves the cursor, and carets that fit."""

from __future__ import annotations

import functools
import unicodedata
from itertools import accumulate
from typing import Final

_ROOM: Final = 68
_CUT: Final = "..."
_STAND_IN: Final = "\ufffd"
_INVISIBLE: Final = ("Cc", "Cf", "Cs", "Zl", "Zp")
_COMBINING: Final = ("Mn", "Me")


def visible(text: str) -> str:
    """Return a text on one line, with a stand-in for what would move the cursor or hide text."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def cells(text: str) -> int:
    """Return how many columns of a terminal a visible text takes."""
    return sum(map(_width, text))


def excerpt(text: str, column: int, room: int = _ROOM) -> tuple[str, str]:
    """Return the part of a line around `column` (from 1), and the blanks before its caret.

    A line too long for `room` is cut to it, with the column in its first half.
    """
    line = visible(text)
    at = min(column - 1, len(line))
    ends = list(accumulate(map(_width, line), initial=0))
    if ends[-1] <= room:
        return line, " " * ends[at]
    start = _first_from(ends, ends[at] - room // 3)
    last = _first_from(ends, ends[start] + room + 1) - 1
    before = _CUT if start else ""
    after = _CUT if last < len(line) else ""
    return f"{before}{line[start:last]}{after}", " " * (len(before) + ends[at] - ends[start])


def _first_from(ends: list[int], cell: int) -> int:
    """Return the first position that stands at `cell` or after it."""
    return next((at for at, end in enumerate(ends) if end >= cell), len(ends))


@functools.cache
def _shown(character: str) -> str:
    if character in "\t\r\n":
        return " "
    return _STAND_IN if unicodedata.category(character) in _INVISIBLE else character


@functools.cache
def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in _COMBINING:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
