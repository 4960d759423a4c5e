"""The faces that a document was printed with, held against those that it names."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from reportgen.export.faces import FACES, Face
from reportgen.export.pages.printed import Fault, Printed, excerpt
from reportgen.export.pages.word_file import W

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ASKED: Final = ("ascii", "hAnsi", "eastAsia", "cs")
_STYLE: Final = re.compile(r"(ps)?([-,].*|mt)?$")
_LETTERS: Final = ("Lo", "Lu", "Ll", "Nd")
_STAND_INS: Final = ("liberation", "notoserifcjk", "notosanscjk")
"""Open faces for Latin letters, and for characters that GB 2312 does not have."""


def is_called(face: Face, name: str) -> bool:
    """Whether a document that names `name` means an official face or its kin."""
    return name.casefold() in {each.casefold() for each in (face.name, *face.own, *face.kin)}


def unexpected_faces(printed: Printed) -> Iterator[Fault]:
    """Yield each face that letters or digits were printed with though the document names no such.

    Signs that official faces lack, such as ① and ≦, come from others as a rule.
    """
    expected = _expected(printed)
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for page in printed.pages:
        for glyph in page.glyphs:
            family = _family(glyph.face)
            is_letter = unicodedata.category(glyph.text[0]) in _LETTERS
            if is_letter and not (family in expected or family.startswith(_STAND_INS)):
                found[glyph.face].append((page.number, glyph.text))
    for face, glyphs in found.items():
        text = excerpt("".join(text for _, text in glyphs))
        yield Fault("PAGE-13", glyphs[0][0], text, arguments={"face": face, "count": len(glyphs)})


def _expected(printed: Printed) -> frozenset[str]:
    """Return the faces that the document names, and what may stand in for official ones."""
    asked = {
        fonts.get(f"{W}{name}") or ""
        for part in printed.word.parts()
        for fonts in part.iter(f"{W}rFonts")
        for name in _ASKED
    }
    themes = printed.word.parts_named("theme")
    asked |= {font.get("typeface") or "" for part in themes for font in part.iter(f"{_A}*")}
    for face in FACES:
        if any(is_called(face, name) for name in asked):
            asked |= {face.name, *face.own, *face.kin, *face.open}
    return frozenset(_family(each) for each in asked if each)


def _family(face: str) -> str:
    """Return a face as names are compared: without its style, spaces and signs."""
    return re.sub(r"[\W_]", "", _STYLE.sub("", face.lower()))
