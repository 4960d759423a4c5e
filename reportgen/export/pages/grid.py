"""22 lines of 28 characters, measured on the pages. Source: GB/T 9704-2012, 5.2.3."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from reportgen.export.pages.pdf_pages import Glyph, gaps_of, lines_of
from reportgen.export.pages.printed import GRACE, Fault, Printed
from reportgen.export.pages.standards import BODY_SIZE, CHARACTERS, GBT_9704, LINES
from reportgen.export.pages.word_file import TextArea

_ENOUGH: Final = 3
"""So many full lines are needed to say how many characters they have."""


def wrong_grid(printed: Printed) -> Iterator[Fault]:
    """Yield full pages of running text without 22 lines, or whose full lines are not of 28.

    One fault tells of all pages that are alike.

    A page is full when its last line is as low as the 22nd would be, and nothing but running
    text is on it. A mark that may not begin a line makes single lines shorter.
    """
    if printed.expected.standard != GBT_9704:
        return
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for page in printed.pages:
        area, lines = printed.area(page), lines_of(printed.body(page))
        if not page.cells and lines and _is_running(lines):
            grid = _lines(area, lines), _characters(area, lines)
            found[grid].append(page.number)
    found.pop((LINES, CHARACTERS), None)
    for (count, characters), pages in found.items():
        about = {"lines": count, "characters": characters, "pages": len(pages)}
        yield Fault("PAGE-22", pages[0], arguments=about)


def _is_running(lines: Sequence[Sequence[Glyph]]) -> bool:
    return {round(glyph.size) for line in lines for glyph in line} == {round(BODY_SIZE)}


def _lines(area: TextArea, lines: Sequence[Sequence[Glyph]]) -> int:
    """Return how many lines a page has if it is full; else as many as it should."""
    pitch = (area.bottom - area.top) / LINES
    is_full = lines[-1][0].bottom > area.bottom - pitch
    has_gap = any(gap > pitch * 3 / 2 for gap in gaps_of(lines))
    return len(lines) if is_full and not has_gap else LINES


def _characters(area: TextArea, lines: Sequence[Sequence[Glyph]]) -> int:
    """Return how many characters most full lines have, where none has as many as it should."""
    full = Counter(
        len(line)
        for line in lines
        if all(unicodedata.east_asian_width(glyph.text[0]) == "W" for glyph in line)
        and line[0].x0 < area.left + GRACE
        and line[-1].x1 > area.right - line[0].size
    )
    is_right = full.total() < _ENOUGH or CHARACTERS in full
    return CHARACTERS if is_right else full.most_common(1)[0][0]
