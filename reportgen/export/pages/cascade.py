"""How Word comes to the look of a text; the nearest layer that says anything wins.

From far to near: the defaults, the styles that a style is based on, the style, what is set
directly; a list stands behind the layer that asks for it. Source: ECMA-376-1, 17.7.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lxml import etree

from reportgen.export.pages.word_file import W, WordFile
from reportgen.wording.measures import HALVES, points

_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_THEME: Final = "word/theme/theme1.xml"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLAIN_SIZE: Final = 10.0
_SINGLE: Final = "240"
_BODY_TEXT: Final = 9
_HUNDREDTHS: Final = 100


@dataclass(frozen=True, slots=True)
class Look:
    """How Chinese text is set: face, and in points size, spacing, line pitch, first indent.

    `pitch` is None unless the lines have an exact one.
    """

    face: str
    size: float
    spacing: float
    pitch: float | None
    indent: float


class Cascade:
    """The styles of a document, resolved."""

    def __init__(self, word: WordFile) -> None:
        self._word = word
        root = word.part(_STYLES) if word.has_part(_STYLES) else etree.Element(f"{W}styles")
        self._styles = {each.get(f"{W}styleId"): each for each in root.iter(f"{W}style")}
        self._defaults = root.find(f"{W}docDefaults")
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(f"{W}type") == "paragraph"
                and style.get(f"{W}default") in ("1", "true")
            ),
            None,
        )

    def look(self, paragraph: etree._Element, run: etree._Element) -> Look:
        """Return how a run of a paragraph is set."""
        size = self._of_run(paragraph, run, "sz", "val")
        face = self._face(paragraph, run)
        spacing = self._of_run(paragraph, run, "spacing", "val")
        height = _PLAIN_SIZE if size is None else float(points(size, HALVES))
        return Look(
            face or "",
            height,
            float(points(spacing or "0")),
            self._pitch(paragraph),
            self._indent(paragraph, height),
        )

    def level(self, paragraph: etree._Element) -> int | None:
        """Return the outline level of a heading, from 0; None for a text."""
        value = self._of_paragraph(paragraph, "outlineLvl", "val")
        return int(value) if value is not None and int(value) < _BODY_TEXT else None

    def style_names(self, paragraph: etree._Element) -> tuple[str, ...]:
        """Return the names of a paragraph's style and of those it is based on, in small letters."""
        names = (style.find(f"{W}name") for style in self._chain(self._style_of(paragraph)))
        return tuple((each.get(f"{W}val") or "").lower() for each in names if each is not None)

    def _pitch(self, paragraph: etree._Element) -> float | None:
        rule = self._of_paragraph(paragraph, "spacing", "lineRule")
        line = self._of_paragraph(paragraph, "spacing", "line")
        return float(points(line or _SINGLE)) if rule == "exact" else None

    def _indent(self, paragraph: etree._Element, size: float) -> float:
        characters = self._of_paragraph(paragraph, "ind", "firstLineChars")
        if characters and float(characters):
            return float(characters) / _HUNDREDTHS * size
        return float(points(self._of_paragraph(paragraph, "ind", "firstLine") or "0"))

    def _face(self, paragraph: etree._Element, run: etree._Element) -> str | None:
        """Return the face of Chinese characters; one that a theme names goes before a plain one."""
        for layer in self._run_layers(paragraph, run):
            fonts = None if layer is None else layer.find(f"{W}rFonts")
            if fonts is None:
                continue
            theme = self._themes.get((fonts.get(f"{W}eastAsiaTheme") or "")[:5])
            found = theme or fonts.get(f"{W}eastAsia")
            if found:
                return found
        return None

    @cached_property
    def _themes(self) -> dict[str, str]:
        """The faces that a theme gives to Chinese text, by the first letters of their names."""
        if not self._word.has_part(_THEME):
            return {}
        root, found = self._word.part(_THEME), {}
        for kind in ("major", "minor"):
            fonts = root.find(f".//{_A}{kind}Font")
            if fonts is not None:
                named = {each.get("script"): each.get("typeface") for each in fonts}
                asian = fonts.find(f"{_A}ea")
                own = None if asian is None else asian.get("typeface")
                found[kind] = own or named.get("Hans") or ""
        return found

    def _of_run(
        self, paragraph: etree._Element, run: etree._Element, tag: str, name: str
    ) -> str | None:
        return _first(self._run_layers(paragraph, run), tag, name)

    def _of_paragraph(self, paragraph: etree._Element, tag: str, name: str) -> str | None:
        return _first(self._paragraph_layers(paragraph), tag, name)

    def _run_layers(
        self, paragraph: etree._Element, run: etree._Element
    ) -> Iterator[etree._Element | None]:
        direct = run.find(f"{W}rPr")
        yield direct
        named = None if direct is None else _value(direct, "rStyle")
        for style in (*self._chain(named), *self._chain(self._style_of(paragraph))):
            yield style.find(f"{W}rPr")
        if self._defaults is not None:
            yield self._defaults.find(f"{W}rPrDefault/{W}rPr")

    def _paragraph_layers(self, paragraph: etree._Element) -> Iterator[etree._Element | None]:
        for owner in (paragraph, *self._chain(self._style_of(paragraph))):
            properties = owner.find(f"{W}pPr")
            yield properties
            # A list stands behind the layer that asks for it, and before all farther ones.
            yield self._list_level(properties)
        if self._defaults is not None:
            yield self._defaults.find(f"{W}pPrDefault/{W}pPr")

    def _list_level(self, properties: etree._Element | None) -> etree._Element | None:
        asked = None if properties is None else properties.find(f"{W}numPr")
        if asked is None or self._numbering is None:
            return None
        number, level = _value(asked, "numId"), _value(asked, "ilvl") or "0"
        name = self._numbering.xpath(
            "string(w:num[@w:numId=$number]/w:abstractNumId/@w:val)",
            namespaces={"w": W[1:-1]},
            number=number or "",
        )
        found = self._numbering.xpath(
            "w:abstractNum[@w:abstractNumId=$name]/w:lvl[@w:ilvl=$level]/w:pPr",
            namespaces={"w": W[1:-1]},
            name=name,
            level=level,
        )
        return found[0] if isinstance(found, list) and found else None

    @cached_property
    def _numbering(self) -> etree._Element | None:
        return self._word.part(_NUMBERING) if self._word.has_part(_NUMBERING) else None

    def _style_of(self, paragraph: etree._Element) -> str | None:
        properties = paragraph.find(f"{W}pPr")
        named = None if properties is None else _value(properties, "pStyle")
        return self._default if named is None else named

    def _chain(self, name: str | None) -> Iterator[etree._Element]:
        """Yield a style and what it is based on; a circle ends where it began."""
        seen = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield style
            name = _value(style, "basedOn")


def _first(layers: Iterator[etree._Element | None], tag: str, name: str) -> str | None:
    for layer in layers:
        value = None if layer is None else _value(layer, tag, name)
        if value is not None:
            return value
    return None


def _value(element: etree._Element, tag: str, name: str = "val") -> str | None:
    found = element.find(f"{W}{tag}")
    return None if found is None else found.get(f"{W}{name}")
