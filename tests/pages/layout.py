"""What is wrong on the pages of a PDF, measured against the document it was made from."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
from lxml import etree
from pdfplumber.page import Page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS_A_POINT = 20
GRACE = 3.0
"""Points by which glyphs and rules may stand over an edge unseen."""
LINES, CHARACTERS, SIZE, TITLE_SIZE = 22, 28, 16, 22
"""A page of running text in 3号, its title in 2号. Source: GB/T 9704-2012, 5.2.2, 5.2.3, 7.3.1."""
Char = dict[str, Any]


@dataclass(frozen=True)
class Margins:
    """The text area of a section, in points from the left and upper edge of its page."""

    width: float
    left: float
    right: float
    top: float
    bottom: float


def page_problems(document: Path, pdf: Path, *, running_text: bool) -> list[str]:
    """Return what is wrong; `running_text` asks for 22 lines of 28 characters."""
    with zipfile.ZipFile(document) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    sections = [_margins(section) for section in root.iter(f"{W}sectPr")]
    found: list[str] = []
    shown: Counter[str] = Counter()
    with pdfplumber.open(pdf) as opened:
        for number, page in enumerate(opened.pages, 1):
            margins = next(each for each in sections if abs(each.width - page.width) < GRACE)
            chars = [char for char in page.chars if char["text"].strip()]
            body = [char for char in chars if char["top"] <= margins.bottom]
            feet = [char for char in chars if char["top"] > margins.bottom]
            shown.update(_plain("".join(char["text"] for char in body)))
            problems = [
                *_empty(body),
                *_page_number(feet, number),
                *_outside(page, body, margins),
                *_squeezed(page, body),
                *(_grid(body, margins) if running_text else ()),
            ]
            found += [f"page {number}: {problem}" for problem in problems]
    written = Counter(_plain("".join(text.text or "" for text in root.iter(f"{W}t"))))
    if lost := written - shown:
        found.append(f"{lost.total()} of {written.total()} characters on no page: {_some(lost)}")
    return found


def _margins(section: etree._Element) -> Margins:
    size, edges = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert edges is not None

    def points(element: etree._Element, name: str) -> float:
        return int(element.get(f"{W}{name}", "0")) / TWIPS_A_POINT

    width, height = points(size, "w"), points(size, "h")
    return Margins(
        width,
        points(edges, "left"),
        width - points(edges, "right"),
        points(edges, "top"),
        height - points(edges, "bottom"),
    )


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _some(characters: Counter[str] | list[Char]) -> str:
    if isinstance(characters, list):
        return repr("".join(char["text"] for char in characters[:20]))
    return repr("".join(characters)[:20])


def _empty(body: list[Char]) -> Iterator[str]:
    if not body:
        yield "no text"


def _page_number(feet: list[Char], number: int) -> Iterator[str]:
    """Source: GB/T 9704-2012, 7.5: the number between two dashes."""
    text = _plain("".join(char["text"] for char in sorted(feet, key=lambda char: char["x0"])))
    if not re.fullmatch(rf"[—–-]{number}[—–-]", text):
        yield f"page number is {text!r}"


def _outside(page: Page, body: list[Char], margins: Margins) -> Iterator[str]:
    over = [
        char
        for char in body
        if char["x0"] < margins.left - GRACE
        or char["x1"] > margins.right + GRACE + _may_hang(char)
        or char["top"] < margins.top - GRACE
    ]
    if over:
        yield f"{len(over)} characters outside the margins: {_some(over)}"
    rules = [*page.lines, *page.rects]
    wide = [each for each in rules if each["x0"] < margins.left - GRACE * 2]
    wide += [each for each in rules if each["x1"] > margins.right + GRACE * 2]
    if wide:
        yield f"{len(wide)} rules outside the margins, to {max(each['x1'] for each in wide):.0f}"


def _may_hang(char: Char) -> float:
    """Punctuation at the end of a line may stand in the margin."""
    is_mark = unicodedata.category(char["text"][0]).startswith("P")
    return float(char["size"]) if is_mark else 0.0


def _squeezed(page: Page, body: list[Char]) -> Iterator[str]:
    for table in page.find_tables():
        for left, top, right, bottom in table.cells:
            inside = [
                char
                for char in body
                if left <= (char["x0"] + char["x1"]) / 2 <= right
                and top <= (char["top"] + char["bottom"]) / 2 <= bottom
            ]
            thin = [line for line in _lines(inside) if len(line) < 2]
            if len(thin) >= 3:
                yield f"{len(thin)} lines of one character in a cell: {_some(inside)}"


def _lines(chars: list[Char]) -> list[list[Char]]:
    lines: list[list[Char]] = []
    for char in sorted(chars, key=lambda each: (each["bottom"], each["x0"])):
        if lines and char["bottom"] - lines[-1][0]["bottom"] < char["size"] / 2:
            lines[-1].append(char)
        else:
            lines.append([char])
    return lines


def _grid(body: list[Char], margins: Margins) -> Iterator[str]:
    """A page filled to its foot has 22 lines; a line filled to its end 28 characters."""
    sizes = {round(char["size"]) for char in body}
    if strange := sizes - {SIZE, TITLE_SIZE}:
        yield f"characters of {sorted(strange)} points in running text"
    if sizes != {SIZE}:
        return
    lines = _lines(body)
    pitch = (margins.bottom - margins.top) / LINES
    is_full = lines[-1][0]["bottom"] > margins.bottom - pitch
    if is_full and len(lines) != LINES:
        yield f"{len(lines)} lines on a full page"
    counts = Counter(
        len(line)
        for line in lines
        if all(unicodedata.east_asian_width(char["text"][0]) == "W" for char in line)
        and min(char["x0"] for char in line) < margins.left + GRACE
        and max(char["x1"] for char in line) > margins.right - line[0]["size"]
    )
    usual = counts.most_common(1)
    if usual and usual[0][0] != CHARACTERS:
        yield f"{usual[0][0]} characters in a full line"
