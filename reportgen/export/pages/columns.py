"""The columns of tables: what stands at their head, which may be on a page before."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from reportgen.export.pages.pdf_pages import PageCell, PdfPage, text_of
from reportgen.export.pages.printed import excerpt

_TOUCH: Final = 1.0
"""Points by which the edges of neighbouring cells may differ."""
_WIDER: Final = 2
"""A cell so many times as wide stands over several columns."""


def heading_of(pages: Sequence[PdfPage], number: int, cell: PageCell) -> str:
    """Return the words at the head of the column of a cell on page `number`; else nothing.

    The head is the first text below the last row that is one cell: there another block begins.
    """
    head = ""
    for page in reversed(pages[:number]):
        limit = cell.box.top if page.number == number else math.inf
        above = [each for each in page.cells if each.box.bottom <= limit + _TOUCH]
        begin = max((each.box.bottom for each in above if _is_row(page, each)), default=0.0)
        block = [each for each in above if each.box.top >= begin - _TOUCH and each.glyphs]
        column = [each for each in block if _is_in_column(each, cell)]
        head = text_of(column[0].glyphs) if column else head
        if head and begin:
            break
    return excerpt(head)


def _is_row(page: PdfPage, cell: PageCell) -> bool:
    row = [each for each in page.cells if (each.table, each.row) == (cell.table, cell.row)]
    return len(row) == 1


def _is_in_column(other: PageCell, cell: PageCell) -> bool:
    middle = (cell.box.x0 + cell.box.x1) / 2
    width = other.box.x1 - other.box.x0
    is_as_wide = width < _WIDER * (cell.box.x1 - cell.box.x0)
    return other.box.x0 <= middle <= other.box.x1 and is_as_wide
