"""The page of an official document with local values: margins, line pitch, and what hangs on them.

The template stays as it is; a page is set when it is read. Tables and tab stops keep their share
of the text width, the page number its distance from the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from lxml import etree

from reportgen.model.profile import PageLayout

DOCUMENT: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS_PER_MM: Final = Decimal(1440) / Decimal("25.4")
_TWIPS_PER_POINT: Final = 20
_SIDES: Final = ("top", "right", "bottom", "left")
# A landscape page is a portrait one turned: its binding edge on top. Source: GB/T 9704-2012, 7.4.
_LANDSCAPE: Final = {"left": "top", "top": "right", "right": "bottom", "bottom": "left"}
_NO_STYLES: Final = f'<w:styles xmlns:w="{_W[1:-1]}"/>'.encode()
_BODY: Final = "公文正文"
_SIGNATURE: Final = "落款署名"
_LEAST_FOOTER: Final = 284


def laid_out(parts: Mapping[str, bytes], layout: PageLayout) -> dict[str, bytes]:
    """Return the parts of a template, or of a document, on the page that a scheme asks for."""
    document = etree.fromstring(parts[DOCUMENT])
    styles = etree.fromstring(parts.get(STYLES, _NO_STYLES))
    before = _text_width(document)
    for section in document.iter(f"{_W}sectPr"):
        _set_margins(section, layout)
    after = _text_width(document)
    if before != after:
        for root in (document, styles):
            _scale_widths(root, Decimal(after) / before)
        _move_signature(styles, after - before)
    if layout.line is not None:
        _set_pitch(document, styles, round(layout.line * _TWIPS_PER_POINT))
    changed = {DOCUMENT: _xml(document), STYLES: _xml(styles)}
    return {name: changed.get(name, part) for name, part in parts.items()}


def _set_margins(section: etree._Element, layout: PageLayout) -> None:
    size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    if size is None or margins is None:
        return
    turned = size.get(f"{_W}orient") == "landscape"
    gap = _value(margins, "bottom") - _value(margins, "footer")
    for side in _SIDES:
        asked: Decimal | None = getattr(layout, side)
        if asked is not None:
            here = _LANDSCAPE[side] if turned else side
            margins.set(f"{_W}{here}", str(round(asked * _TWIPS_PER_MM)))
    footer = max(_value(margins, "bottom") - gap, _LEAST_FOOTER)
    margins.set(f"{_W}footer", str(footer))


def _text_width(document: etree._Element) -> int:
    """Return the width of the text of the last section, in twentieths of a point."""
    section = list(document.iter(f"{_W}sectPr"))[-1]
    size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    if size is None or margins is None:
        return 1
    return _value(size, "w") - _value(margins, "left") - _value(margins, "right")


def _scale_widths(root: etree._Element, factor: Decimal) -> None:
    """Let tables and tab stops take the same share of the text width as before."""
    for element in root.iter(f"{_W}gridCol", f"{_W}tcW", f"{_W}tblW", f"{_W}tab"):
        attribute = f"{_W}pos" if element.tag == f"{_W}tab" else f"{_W}w"
        typed = element.get(attribute)
        if typed is not None and element.get(f"{_W}type", "dxa") == "dxa":
            element.set(attribute, str(round(int(typed) * factor)))


def _move_signature(styles: etree._Element, wider: int) -> None:
    """Keep the signature centred over the date, which counts from the right."""
    style = _style_named(styles, _SIGNATURE)
    indent = None if style is None else style.find(f"{_W}pPr/{_W}ind")
    if indent is not None:
        indent.set(f"{_W}left", str(_value(indent, "left") + wider))


def _set_pitch(document: etree._Element, styles: etree._Element, pitch: int) -> None:
    """Set every exact line of the height of the body's, and the blank lines counted in it."""
    body = _style_named(styles, _BODY)
    spacing = None if body is None else body.find(f"{_W}pPr/{_W}spacing")
    if spacing is None:
        return
    old = _value(spacing, "line")
    replaced = {str(old): str(pitch), str(old // 2): str(pitch // 2)}
    for root in (document, styles):
        for each in root.iter(f"{_W}spacing"):
            for name in ("line", "before", "after"):
                typed = each.get(f"{_W}{name}", "")
                if typed in replaced:
                    each.set(f"{_W}{name}", replaced[typed])


def _style_named(styles: etree._Element, name: str) -> etree._Element | None:
    for style in styles.iter(f"{_W}style"):
        title = style.find(f"{_W}name")
        if title is not None and title.get(f"{_W}val") == name:
            return style
    return None


def _value(element: etree._Element, name: str) -> int:
    return int(element.get(f"{_W}{name}", "0"))


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
