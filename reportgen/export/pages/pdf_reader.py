"""A PDF read into pages. The only module that knows pdfplumber. Needs the extra `pdf`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.table import Table

from reportgen.export.pages.pdf_pages import Box, Glyph, PageCell, PdfPage


def read_pdf(path: Path) -> tuple[PdfPage, ...]:
    """Return the pages of a PDF.

    Raises ValueError for a file that is none, is damaged or encrypted, or has no page.
    """
    try:
        with pdfplumber.open(path) as opened:
            pages = tuple(_read(page) for page in opened.pages)
    except Exception as error:  # the library raises whatever damage makes it stumble over
        raise ValueError(path.name) from error
    if not pages:
        raise ValueError(path.name)
    return pages


def _read(page: Page) -> PdfPage:
    glyphs = tuple(_glyph(char) for char in page.chars if char["text"].strip())
    cells = [
        cell
        for number, table in enumerate(page.find_tables(), 1)
        for cell in _cells(number, table, glyphs)
    ]
    rules = (Box(*_corners(each)) for each in (*page.lines, *page.rects))
    width, height = float(page.width), float(page.height)
    return PdfPage(page.page_number, width, height, glyphs, tuple(cells), tuple(rules))


def _glyph(char: dict[str, Any]) -> Glyph:
    # A subset's face has six letters and a plus before its name.
    face = str(char["fontname"]).rpartition("+")[2]
    return Glyph(char["text"], *_corners(char), float(char["size"]), face)


def _corners(drawn: dict[str, Any]) -> tuple[float, float, float, float]:
    return float(drawn["x0"]), float(drawn["top"]), float(drawn["x1"]), float(drawn["bottom"])


def _cells(number: int, table: Table, glyphs: Sequence[Glyph]) -> Iterator[PageCell]:
    around = Box(*table.bbox)
    inside = [glyph for glyph in glyphs if around.holds(glyph)]
    for row_number, row in enumerate(table.rows, 1):
        boxes = [Box(*box) for box in row.cells if box is not None]
        for column, box in enumerate(boxes, 1):
            held = tuple(glyph for glyph in inside if box.holds(glyph))
            yield PageCell(box, number, row_number, column, held)
