"""The pages of a PDF as values: glyphs, lines and ruled cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_HALF = 2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its left and upper edge."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, glyph: Glyph) -> bool:
        """Whether the middle of a glyph is in it."""
        across, down = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        return self.x0 <= across <= self.x1 and self.top <= down <= self.bottom


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character: its box and size in points, and the face it was drawn with."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    face: str


@dataclass(frozen=True, slots=True)
class PageCell:
    """A ruled cell with its glyphs in printing order; table, row and column count from 1."""

    box: Box
    table: int
    row: int
    column: int
    glyphs: tuple[Glyph, ...] = ()


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: visible glyphs in printing order, the cells of its tables, its ruling lines."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    cells: tuple[PageCell, ...] = ()
    rules: tuple[Box, ...] = ()


def plain(text: str) -> str:
    """Return a text as it is compared: no spaces, full-width forms as ordinary characters."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def text_of(glyphs: Iterable[Glyph]) -> str:
    """Return the plain text of glyphs in their order."""
    return plain("".join(glyph.text for glyph in glyphs))


def lines_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return glyphs as lines from top to bottom, each from left to right.

    A glyph belongs to a line when its foot is within half its size of the line's.
    """
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (each.bottom, each.x0)):
        if lines and glyph.bottom - lines[-1][0].bottom < glyph.size / _HALF:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [sorted(line, key=lambda each: each.x0) for line in lines]


def gaps_of(lines: Sequence[Sequence[Glyph]]) -> Iterator[float]:
    """Yield the distance in points from each line to the next."""
    for upper, lower in pairwise(lines):
        yield lower[0].bottom - upper[0].bottom
