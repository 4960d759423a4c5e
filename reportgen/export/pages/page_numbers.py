"""The number at the foot of each page. Source: GB/T 9704-2012, 7.5."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reportgen.export.pages.page_words import NO_NUMBER, SHOWN
from reportgen.export.pages.pdf_pages import Glyph, PdfPage, text_of
from reportgen.export.pages.printed import GRACE, Fault, Printed
from reportgen.export.pages.standards import GBT_9704
from reportgen.wording.language import Phrase

_SIZE: Final = 14.0
"""4号."""
_DASH_BELOW: Final = 7 * 72 / 25.4
"""The dashes stand 7 mm below the text area."""


def wrong_numbers(printed: Printed) -> Iterator[Fault]:
    """Yield each page whose foot does not show its number between two dashes.

    A document without any is told once. Where the standard is asked for, the number is also of
    size 4, outside, one character in.
    """
    if not any(printed.foot(page) for page in printed.pages):
        yield Fault("PAGE-12", 0, arguments={"shown": NO_NUMBER})
        return
    for page in printed.pages:
        foot = printed.foot(page)
        text = text_of(foot)
        if not re.fullmatch(rf"[—–-]{page.number}[—–-]", text):
            shown = Phrase(SHOWN, {"text": text}) if text else NO_NUMBER
            yield Fault("PAGE-12", page.number, arguments={"shown": shown})
        elif printed.expected.standard == GBT_9704 and not _is_placed(printed, page, foot):
            yield Fault("PAGE-23", page.number)


def _is_placed(printed: Printed, page: PdfPage, foot: Sequence[Glyph]) -> bool:
    area = printed.area(page)
    size = foot[0].size
    is_odd = page.number % 2 == 1
    indent = area.right - foot[-1].x1 if is_odd else foot[0].x0 - area.left
    middle = (foot[0].top + foot[0].bottom) / 2
    return (
        abs(size - _SIZE) < 1
        and abs(indent - size) < GRACE * 2
        and abs(middle - area.bottom - _DASH_BELOW) < GRACE * 2
    )
