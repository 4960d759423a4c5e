"""Boxes to sign or to seal, and closing lines, that are torn apart by the end of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reportgen.export.pages.printed import Fault, Printed, excerpt
from reportgen.export.pages.word_file import W, plain_text

_WORDS: Final = "签字|签名|签章|盖章|公章"
_TO_SIGN: Final = re.compile(rf"\((?:{_WORDS})\)|(?:{_WORDS}):")
_DATE: Final = re.compile(r"(\d{4})?年(\d{1,2})?月(\d{1,2})?日")
_LONGEST: Final = 60
_ENDS: Final = 8
"""So many characters at either end of a box tell where it begins and ends."""


@dataclass(frozen=True, slots=True)
class _Box:
    """What must stay together; an opinion that is longer than a page need not."""

    text: str
    may_be_long: bool


def torn_boxes(printed: Printed) -> Iterator[Fault]:
    """Yield each box with a place to sign, and each signature, whose end is on another page."""
    stream, start = printed.stream, 0
    for box in _boxes(printed):
        found = _find(stream.text, box.text, start)
        if found is None:
            continue
        start, end = found
        if _is_torn(printed, box, start, end):
            page, _ = stream.at(start)
            about = {"next": stream.at(end)[0]}
            yield Fault("PAGE-11", page, excerpt(box.text), arguments=about)


def _find(shown: str, text: str, start: int) -> tuple[int, int] | None:
    """Return where a text begins and ends; what stands beside it may be printed in between."""
    whole = shown.find(text, start)
    if whole >= 0:
        return whole, whole + len(text) - 1
    head, tail = text[:_ENDS], text[-_ENDS:]
    begin = shown.find(head, start)
    end = shown.find(tail, begin + len(text) - len(tail)) if begin >= 0 else -1
    return None if end < 0 else (begin, end + len(tail) - 1)


def _is_torn(printed: Printed, box: _Box, begin: int, end: int) -> bool:
    """Whether a box ends on another page, though it would have had room on one."""
    (first, head), (last, foot) = printed.stream.at(begin), printed.stream.at(end)
    if first == last or not box.may_be_long:
        return first != last
    area = printed.area(printed.pages[first - 1])
    height = (area.bottom - head.top) + (foot.bottom - area.top)
    return last == first + 1 and height < area.bottom - area.top


def _boxes(printed: Printed) -> Iterator[_Box]:
    """Yield each cell with a place to sign, that place alone, and each signature with its date."""
    for cell in printed.word.cells:
        at = [n for n, text in enumerate(cell.paragraphs) if _TO_SIGN.search(text)]
        if at:
            yield _Box(cell.text, may_be_long=True)
            yield _Box("".join(cell.paragraphs[at[-1] :]), may_be_long=False)
    texts = [plain_text(each) for each in printed.word.body.iterchildren(f"{W}p")]
    for upper, lower in pairwise(filter(None, texts)):
        if _DATE.fullmatch(lower) and len(upper) <= _LONGEST:
            yield _Box(upper + lower, may_be_long=False)
