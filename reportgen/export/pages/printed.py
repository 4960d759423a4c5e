"""A document with its pages, what is expected of it, and a fault found on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from reportgen.export.pages.pdf_pages import Glyph, PageCell, PdfPage, plain
from reportgen.export.pages.word_file import TextArea, WordFile, plain_text

GRACE: Final = 3.0
"""Points by which glyphs and rules may stand over an edge unseen."""
_SHOWN: Final = 16


@dataclass(frozen=True, slots=True)
class Expected:
    """What a form's manifest says of its documents: pages (None: no limit), and the standard."""

    form: str = ""
    fewest: int = 1
    most: int | None = None
    standard: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: its code, the page (0: the whole document), the cell, the text there."""

    code: str
    page: int
    text: str = ""
    cell: PageCell | None = None
    arguments: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Printed:
    """A document, its pages as they were printed, and what is expected of it."""

    word: WordFile
    pages: tuple[PdfPage, ...]
    expected: Expected = Expected()

    def area(self, page: PdfPage) -> TextArea:
        """Return the text area of a page."""
        return self.word.area_of(page.width, page.height)

    def body(self, page: PdfPage) -> tuple[Glyph, ...]:
        """Return the glyphs of a page without those of its header and footer."""
        area = self.area(page)
        upper = area.top - GRACE if self._has_header else 0.0
        return tuple(each for each in page.glyphs if upper <= each.top <= area.bottom)

    def foot(self, page: PdfPage) -> tuple[Glyph, ...]:
        """Return the glyphs below the text area, from left to right."""
        bottom = self.area(page).bottom
        below = (glyph for glyph in page.glyphs if glyph.top > bottom)
        return tuple(sorted(below, key=lambda glyph: glyph.x0))

    @cached_property
    def stream(self) -> Stream:
        """The text of all pages, headers and footers left out."""
        return Stream(self.body(page) for page in self.pages)

    @cached_property
    def _has_header(self) -> bool:
        return any(plain_text(header) for header in self.word.parts_named("header"))


class Stream:
    """The plain text of pages one after the other; pages count from 1."""

    def __init__(self, pages: Iterable[Iterable[Glyph]]) -> None:
        printed = [(number, glyph) for number, glyphs in enumerate(pages, 1) for glyph in glyphs]
        texts = [plain(glyph.text) for _, glyph in printed]
        self.text = "".join(texts)
        self._at = [spot for spot, text in zip(printed, texts, strict=True) for _ in text]

    def at(self, position: int) -> tuple[int, Glyph]:
        """Return the page and the glyph of a character."""
        return self._at[position]

    def page_of(self, text: str) -> int:
        """Return the page where a text begins; 0 when it is on none."""
        position = self.text.find(text[:_SHOWN]) if text else -1
        return 0 if position < 0 else self._at[position][0]


def excerpt(text: str) -> str:
    """Return the beginning of a text, as findings quote it."""
    flat = plain(text)
    return flat if len(flat) <= _SHOWN else f"{flat[:_SHOWN]}…"
