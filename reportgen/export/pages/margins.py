"""What stands outside the text area: glyphs, tables, and pages with nothing on them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from reportgen.export.pages.pdf_pages import Glyph, PdfPage, text_of
from reportgen.export.pages.printed import GRACE, Fault, Printed, excerpt
from reportgen.export.pages.word_file import TextArea

_POINTS_A_MM: Final = 72 / 25.4
_TABLE_GRACE: Final = 2 * GRACE
"""Word lets the rules of a table stand out by the padding of its cells."""


def outside(printed: Printed) -> Iterator[Fault]:
    """Yield pages without text, text in the margins, and tables that are too wide or too low."""
    for page in printed.pages:
        area, body = printed.area(page), printed.body(page)
        if not body:
            yield Fault("PAGE-01", page.number)
        over = [glyph for glyph in body if _is_outside(glyph, area)]
        if over:
            text = excerpt(text_of(over))
            yield Fault("PAGE-02", page.number, text, arguments={"count": len(over)})
        yield from _tables(page, area)


def _is_outside(glyph: Glyph, area: TextArea) -> bool:
    return (
        glyph.x0 < area.left - GRACE
        or glyph.x1 > area.right + GRACE + _may_hang(glyph)
        or glyph.top < area.top - GRACE
    )


def _may_hang(glyph: Glyph) -> float:
    """Punctuation at the end of a line may stand in the margin."""
    return glyph.size if unicodedata.category(glyph.text[0]).startswith("P") else 0.0


def _tables(page: PdfPage, area: TextArea) -> Iterator[Fault]:
    inside = [each for each in page.rules if area.top - GRACE <= each.top <= area.bottom]
    left = max((area.left - each.x0 for each in inside), default=0.0)
    right = max((each.x1 - area.right for each in inside), default=0.0)
    low = max((cell.box.bottom - area.bottom for cell in page.cells), default=0.0)
    over = max(left, right)
    if over > _TABLE_GRACE:
        yield Fault("PAGE-03", page.number, arguments={"over": _mm(over)})
    if low > GRACE:
        yield Fault("PAGE-04", page.number, arguments={"over": _mm(low)})


def _mm(points: float) -> str:
    return f"{points / _POINTS_A_MM:.0f}"
