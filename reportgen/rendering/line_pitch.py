"""The lines of body text at another pitch, and the blank lines that are counted in them.

What only happens to measure the same stays: a gap before text of other lines, the exact line of a
small cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from lxml import etree

from reportgen.wording.measures import TWIPS, points

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BODY: Final = "公文正文"


def set_pitch(document: etree._Element, styles: etree._Element, pitch: Decimal) -> None:
    """Give every exact line of the height of the body's this pitch, in points.

    Space before and after such lines that is one line or half a line follows, and so does a blank
    paragraph of half a line. Raises ValueError for a length that is none.
    """
    known = {style.get(f"{_W}styleId", ""): style for style in styles.iter(f"{_W}style")}
    body = style_named(styles, _BODY)
    old = None if body is None else _exact_line(body, known)
    if not old:
        return
    new = round(pitch * TWIPS)
    whole, half = {old: new}, {old // 2: new // 2}
    worded = _worded(document, known)
    changes = []
    for root in (document, styles):
        for owner, spacing in _spacings(root):
            line = _exact_line(owner, known)
            if line == old:
                changes += list(_changes(spacing, ("line",), whole))
                changes += list(_changes(spacing, ("before", "after"), half | whole))
            elif line in half and owner not in worded:
                changes += list(_changes(spacing, ("line",), half))
    for spacing, name, length in changes:
        spacing.set(name, str(length))


def style_named(styles: etree._Element, name: str) -> etree._Element | None:
    """Return the style that Word shows under a name."""
    for style in styles.iter(f"{_W}style"):
        title = style.find(f"{_W}name")
        if title is not None and title.get(f"{_W}val") == name:
            return style
    return None


def _spacings(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield every paragraph or style that states spacing of lines, with it."""
    for owner in root.iter(f"{_W}p", f"{_W}style"):
        spacing = owner.find(f"{_W}pPr/{_W}spacing")
        if spacing is not None:
            yield owner, spacing


def _changes(
    spacing: etree._Element, names: tuple[str, ...], replaced: Mapping[Decimal, int]
) -> Iterator[tuple[etree._Element, str, int]]:
    for name in names:
        stated = spacing.get(f"{_W}{name}")
        length = None if stated is None else _twips(stated)
        if length is not None and length in replaced:
            yield spacing, f"{_W}{name}", replaced[length]


def _exact_line(owner: etree._Element, known: Mapping[str, etree._Element]) -> Decimal | None:
    """Return the exact line of a paragraph or a style, stated or inherited; None for another."""
    line = _stated(owner, known, "line")
    is_exact = _stated(owner, known, "lineRule") == "exact"
    return _twips(line) if is_exact and line is not None else None


def _stated(owner: etree._Element, known: Mapping[str, etree._Element], name: str) -> str | None:
    for layer in _layers(owner, known):
        spacing = layer.find(f"{_W}pPr/{_W}spacing")
        stated = None if spacing is None else spacing.get(f"{_W}{name}")
        if stated is not None:
            return stated
    return None


def _layers(owner: etree._Element, known: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    """Yield a paragraph or a style and what it is based on; a circle ends where it began."""
    seen: list[etree._Element] = []
    layer: etree._Element | None = owner
    while layer is not None and layer not in seen:
        seen.append(layer)
        yield layer
        path = f"{_W}basedOn" if layer.tag == f"{_W}style" else f"{_W}pPr/{_W}pStyle"
        named = layer.find(path)
        layer = None if named is None else known.get(named.get(f"{_W}val", ""))


def _worded(document: etree._Element, known: Mapping[str, etree._Element]) -> set[etree._Element]:
    """Return the paragraphs that hold text, with their styles."""
    found = set()
    for paragraph in document.iter(f"{_W}p"):
        if paragraph.find(f".//{_W}t") is not None:
            found.update(list(_layers(paragraph, known))[:2])
    return found


def _twips(stated: str) -> Decimal:
    return points(stated) * TWIPS
