"""What is wrong inside the cells of tables, and lines that run into each other."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from reportgen.export.pages.columns import heading_of
from reportgen.export.pages.pdf_pages import Glyph, PageCell, PdfPage, lines_of, text_of
from reportgen.export.pages.printed import Fault, Printed, excerpt

_THIN: Final = 3
"""So many lines of one character, one after the other, are a squeezed column."""
_FOOT: Final = 0.28
"""The part of its size that a glyph's box reaches below what is drawn of a Chinese character."""
_INTO_RULE: Final = 0.8
_OVER_SIDE: Final = 1.5
_ACROSS, _DOWN = 0.5, 0.15
"""Glyphs whose boxes share more than these parts of width and height run into each other.

Kerned letters share a little of their width, tight lines of their height.
"""
_TAIL: Final = re.compile(r"\d[\d.,]*$")
_HEAD: Final = re.compile(r"^[\d.,]*\d[\d.,]*%?")


def wrong_cells(printed: Printed) -> Iterator[Fault]:
    """Yield columns that are too narrow, numbers broken in two, and text over a cell's edge.

    One fault tells of all cells of a column on a page.
    """
    for page in printed.pages:
        found: dict[tuple[str, int], list[Fault]] = defaultdict(list)
        for cell in page.cells:
            for fault in (*_narrow(printed, page, cell), *_overflowing(printed, page, cell)):
                found[fault.code, round(cell.box.x0)].append(fault)
        for first, *others in found.values():
            more = {**first.arguments, "cells": 1 + len(others)}
            yield dataclasses.replace(first, arguments=more)


def overlapping(printed: Printed) -> Iterator[Fault]:
    """Yield one fault for each page on which glyphs are printed over each other."""
    for page in printed.pages:
        hit = [glyph for pair in _overlaps(printed.body(page)) for glyph in pair]
        if hit:
            cell = next((each for each in page.cells if hit[0] in each.glyphs), None)
            yield Fault("PAGE-09", page.number, excerpt(text_of(hit)), cell)


def _narrow(printed: Printed, page: PdfPage, cell: PageCell) -> Iterator[Fault]:
    lines = [text_of(line) for line in lines_of(cell.glyphs)]
    stretches = printed.word.stretches
    text = excerpt(text_of(cell.glyphs))
    about = {"column": heading_of(printed.pages, page.number, cell) or text}
    for thin in _runs(lines):
        if any(thin in stretch for stretch in stretches):
            yield Fault("PAGE-05", page.number, text, cell, {**about, "count": len(thin)})
            return
    for upper, lower in pairwise(lines):
        tail, head = _TAIL.search(upper), _HEAD.search(lower)
        number = tail[0] + head[0] if tail and head else ""
        if number and any(number in stretch for stretch in stretches):
            yield Fault("PAGE-06", page.number, text, cell, {**about, "number": number})
            return


def _runs(lines: Sequence[str]) -> Iterator[str]:
    """Yield each run of lines of one character that is long enough, as one text."""
    run = ""
    for line in (*lines, ""):
        if len(line) == 1:
            run += line
            continue
        if len(run) >= _THIN:
            yield run
        run = ""


def _overflowing(printed: Printed, page: PdfPage, cell: PageCell) -> Iterator[Fault]:
    box = cell.box
    over = [
        glyph
        for glyph in cell.glyphs
        if glyph.bottom - _FOOT * glyph.size > box.bottom + _INTO_RULE
        or glyph.x1 > box.x1 + _OVER_SIDE
    ]
    if over:
        text = excerpt(text_of(cell.glyphs))
        column = heading_of(printed.pages, page.number, cell) or text
        yield Fault("PAGE-08", page.number, text, cell, {"count": len(over), "column": column})


def _overlaps(glyphs: Sequence[Glyph]) -> Iterator[tuple[Glyph, Glyph]]:
    ordered = sorted(glyphs, key=lambda glyph: glyph.top)
    for number, upper in enumerate(ordered):
        for lower in ordered[number + 1 :]:
            if lower.top >= upper.bottom:
                break
            if _is_over(upper, lower):
                yield upper, lower


def _is_over(one: Glyph, other: Glyph) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    # Some programs print a character twice to make it bold.
    twice = one.text == other.text and down > (one.bottom - one.top) * (1 - _DOWN)
    return (
        across > _ACROSS * min(one.x1 - one.x0, other.x1 - other.x0)
        and down > _DOWN * min(one.size, other.size)
        and not twice
    )
