"""Headings that are the last line of a page: what they announce begins on the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from reportgen.export.pages.cascade import Cascade
from reportgen.export.pages.pdf_pages import lines_of, text_of
from reportgen.export.pages.printed import Fault, Printed, excerpt
from reportgen.export.pages.word_file import W, plain_text

_NUMERAL: Final = "[一二三四五六七八九十]+"
NUMBERS: Final = (re.compile(rf"{_NUMERAL}、"), re.compile(rf"\({_NUMERAL}\)"))
"""How headings of the first two levels begin, as plain text. Source: GB/T 9704-2012, 7.3.3."""
_LONGEST: Final = 40
"""A numbered paragraph of more characters is text, not a heading."""


def orphans(printed: Printed) -> Iterator[Fault]:
    """Yield each page but the last that ends with a heading."""
    headings = set(_headings(printed))
    for page in printed.pages[:-1]:
        lines = [text_of(line) for line in lines_of(printed.body(page))]
        for count in (1, 2):
            end = "".join(lines[-count:])
            if end in headings:
                yield Fault("PAGE-10", page.number, excerpt(end))
                break


def level_by_number(text: str) -> int | None:
    """Return the level that a short text's number gives it, from 0; None for a text."""
    if len(text) > _LONGEST:
        return None
    return next((level for level, sign in enumerate(NUMBERS) if sign.match(text)), None)


def _headings(printed: Printed) -> Iterator[str]:
    cascade = Cascade(printed.word)
    for paragraph in printed.word.paragraphs:
        text = plain_text(paragraph)
        if text and (cascade.level(paragraph) is not None or _is_numbered(paragraph, text)):
            yield text


def _is_numbered(paragraph: etree._Element, text: str) -> bool:
    """Whether a short numbered paragraph stands alone: in its cell, which is a whole row."""
    if level_by_number(text) is None:
        return False
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return True
    row = cell.getparent()
    alone = len(cell.findall(f"{W}p")) == 1
    return alone and row is not None and len(row.findall(f"{W}tc")) == 1
