"""Text of the document that is on no page: LibreOffice and Word leave clipped lines out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from reportgen.export.pages.pdf_pages import PageCell, text_of
from reportgen.export.pages.printed import Fault, Printed, excerpt
from reportgen.export.pages.word_file import plain_text

_WINDOW: Final = 6
"""Texts are looked for in pieces of so many characters: a page break tears one piece, not two."""


def lost_text(printed: Printed) -> Iterator[Fault]:
    """Yield each paragraph of which something is missing; the document itself if none is found."""
    shown = Counter(printed.stream.text)
    lost = Counter(plain_text(printed.word.body)) - shown
    if not lost:
        return
    found = list(_places(printed))
    about = {"count": lost.total()}
    if not found:
        yield Fault("PAGE-07", 0, excerpt("".join(lost)), arguments=about)
    for page, cell, text in found:
        yield Fault("PAGE-07", page, excerpt(text), cell, about)


def is_of_another(printed: Printed) -> bool:
    """Whether the pages are of another document: most pieces of its text are on none of them."""
    pieces = [piece for text in printed.word.texts for piece in _pieces(text)]
    gone = [piece for piece in pieces if piece not in printed.stream.text]
    return 2 * len(gone) > len(pieces)


def _pieces(text: str) -> list[str]:
    return [text[start : start + _WINDOW] for start in range(0, len(text), _WINDOW)]


def _places(printed: Printed) -> Iterator[tuple[int, PageCell | None, str]]:
    """Yield where texts stop: the page and the cell of what is still to be seen before them."""
    stream, page = printed.stream, 1
    for text in printed.word.texts:
        missing = _missing(stream.text, text)
        page = stream.page_of(text[:missing]) or page
        if missing is not None:
            yield page, _cell_with(printed, page, text[:missing]), text[missing:]


def _missing(shown: str, text: str) -> int | None:
    """Return where a text is lost: two pieces missing one after the other, or all of it."""
    pieces = _pieces(text)
    gone = [n * _WINDOW for n, piece in enumerate(pieces) if piece not in shown]
    if not gone:
        return None
    if len(gone) == len(pieces):
        return 0
    return next((start for start in gone if start + _WINDOW in gone), None)


def _cell_with(printed: Printed, page: int, text: str) -> PageCell | None:
    cells = printed.pages[page - 1].cells if text else ()
    return next((cell for cell in cells if text[:_WINDOW] in text_of(cell.glyphs)), None)
