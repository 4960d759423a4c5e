"""The page of an official document with local values: margins, line pitch, and what hangs on them.

The template stays as it is; a page is set when it is read. Tables and tab stops keep their share
of the text width of their section, the page number its distance from the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from lxml import etree

from reportgen.model.errors import FormError
from reportgen.model.profile import PageLayout
from reportgen.rendering.line_pitch import set_pitch, style_named
from reportgen.wording.language import Phrase, Wording
from reportgen.wording.measures import TWIPS, points

DOCUMENT: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS_PER_MM: Final = Decimal(1440) / Decimal("25.4")
_SIDES: Final = ("top", "right", "bottom", "left")
# A landscape page is a portrait one turned: its binding edge on top. Source: GB/T 9704-2012, 7.4.
_LANDSCAPE: Final = {"left": "top", "top": "right", "right": "bottom", "bottom": "left"}
_NO_STYLES: Final = f'<w:styles xmlns:w="{_W[1:-1]}"/>'.encode()
_WIDTHS: Final = {
    **{f"{_W}{tag}": f"{_W}w" for tag in ("gridCol", "tcW", "tblW")},
    f"{_W}tab": f"{_W}pos",
}
_SIGNATURE: Final = "落款署名"
_LEAST_FOOTER: Final = 284
_NOT_LAID_OUT: Final = Wording(
    "模板“{file}”套不上口径里的版面：{cause}",
    'The page of the profile cannot be set in template "{file}": {cause}',
)
_SET_PAGE: Final = Wording(
    "请用 Word 打开模板，在“布局”—“页面设置”里重新设好纸张和页边距再保存；"
    "或在说明文件里写 公文: 否",
    "Set paper and margins in Word under Layout, Page Setup and save the template, or write "
    "公文: 否 in its manifest",
)
_NO_PAGE: Final = Wording("它没有写明纸张和页边距", "it states no paper and margins")
_NO_ROOM: Final = Wording("左右页边距之间没有地方写字", "there is no room between its margins")
_NO_LENGTH: Final = Wording("长度“{stated}”看不懂", '"{stated}" is no length')


@dataclass(frozen=True, slots=True)
class _Section:
    """A section: its paper and margins, what stands in it, and the styles that has."""

    size: etree._Element
    margins: etree._Element
    elements: tuple[etree._Element, ...]
    styles: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Change:
    """The text width of a section in twips, before and after."""

    section: _Section
    before: Decimal
    after: Decimal


def laid_out(file: Path, parts: Mapping[str, bytes], layout: PageLayout) -> dict[str, bytes]:
    """Return the parts of a template, or of a document, on the page that a scheme asks for.

    Raises FormError, which names the template `file`, where its own page cannot be read.
    """
    document = etree.fromstring(parts[DOCUMENT])
    styles = etree.fromstring(parts.get(STYLES, _NO_STYLES))
    try:
        if any(getattr(layout, side) is not None for side in _SIDES):
            _set_page(file, document, styles, layout)
        if layout.line is not None:
            set_pitch(document, styles, layout.line)
    except ValueError as error:
        raise _refused(file, Phrase(_NO_LENGTH, {"stated": str(error)})) from error
    changed = {DOCUMENT: _xml(document), STYLES: _xml(styles)}
    return {name: changed.get(name, part) for name, part in parts.items()}


def _refused(file: Path, cause: Wording | Phrase) -> FormError:
    return FormError(_NOT_LAID_OUT, _SET_PAGE, file=file.as_posix(), cause=cause)


def _set_page(
    file: Path, document: etree._Element, styles: etree._Element, layout: PageLayout
) -> None:
    sections = list(_sections(document))
    if not sections or None in sections:
        raise _refused(file, _NO_PAGE)
    changes = []
    for section in filter(None, sections):
        before = _text_width(section)
        _set_margins(section, layout)
        changes.append(_Change(section, before, _text_width(section)))
    if any(min(change.before, change.after) <= 0 for change in changes):
        raise _refused(file, _NO_ROOM)
    for change in changes:
        _scale_widths(change.section.elements, change)
    for style in styles.iter(f"{_W}style"):
        _scale_widths(style.iter(), _change_of(style, changes))
    _move_signature(styles, changes)


def _sections(document: etree._Element) -> Iterator[_Section | None]:
    """Yield the sections; None for one that states no page. A section ends where it is stated."""
    elements: list[etree._Element] = []
    for element in document.iter(etree.Element):
        elements.append(element)
        if element.tag != f"{_W}sectPr" or _is_former(element):
            continue
        size, margins = element.find(f"{_W}pgSz"), element.find(f"{_W}pgMar")
        named = (each for each in elements if each.tag in {f"{_W}pStyle", f"{_W}tblStyle"})
        styles = frozenset(each.get(f"{_W}val", "") for each in named)
        if size is None or margins is None:
            yield None
        else:
            yield _Section(size, margins, tuple(elements), styles)
        elements = []


def _is_former(section: etree._Element) -> bool:
    """Whether it only says how a section was before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == f"{_W}sectPrChange"


def _set_margins(section: _Section, layout: PageLayout) -> None:
    margins = section.margins
    turned = section.size.get(f"{_W}orient") == "landscape"
    gap = _value(margins, "bottom") - _value(margins, "footer")
    for side in _SIDES:
        asked: Decimal | None = getattr(layout, side)
        if asked is not None:
            here = _LANDSCAPE[side] if turned else side
            margins.set(f"{_W}{here}", str(round(asked * _TWIPS_PER_MM)))
    footer = max(round(_value(margins, "bottom") - gap), _LEAST_FOOTER)
    margins.set(f"{_W}footer", str(footer))


def _text_width(section: _Section) -> Decimal:
    """Return the width of the text, in twentieths of a point."""
    margins = _value(section.margins, "left") + _value(section.margins, "right")
    return _value(section.size, "w") - margins


def _scale_widths(elements: Iterable[etree._Element], change: _Change) -> None:
    """Let tables and tab stops take the same share of the text width as before."""
    if change.before == change.after:
        return
    for element in elements:
        attribute = _WIDTHS.get(str(element.tag))
        stated = None if attribute is None else element.get(attribute)
        if attribute is None or stated is None or stated.endswith("%"):
            continue
        if element.get(f"{_W}type", "dxa") != "dxa":
            continue
        scaled = round(points(stated) * TWIPS * change.after / change.before)
        element.set(attribute, str(scaled))


def _change_of(style: etree._Element, changes: Sequence[_Change]) -> _Change:
    """Return the change of the first section that has a style; of the last one if none has."""
    name = style.get(f"{_W}styleId", "")
    return next((each for each in changes if name in each.section.styles), changes[-1])


def _move_signature(styles: etree._Element, changes: Sequence[_Change]) -> None:
    """Keep the signature centred over the date, which counts from the right."""
    style = style_named(styles, _SIGNATURE)
    indent = None if style is None else style.find(f"{_W}pPr/{_W}ind")
    if style is not None and indent is not None:
        change = _change_of(style, changes)
        moved = _value(indent, "left") + change.after - change.before
        indent.set(f"{_W}left", str(round(moved)))


def _value(element: etree._Element, name: str) -> Decimal:
    """Return a length that an element states, in twips; 0 when it states none."""
    return points(element.get(f"{_W}{name}", "0")) * TWIPS


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
