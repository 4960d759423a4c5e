"""Word XML turned into a Jinja source, by docxtpl; the only module that knows docxtpl."""

from __future__ import annotations

import re
from typing import Final

from docxtpl import DocxTemplate
from lxml import etree

_DYNAMIC: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def may_hold_tags(part: str) -> bool:
    """Whether a part of the package is one that Word shows text of."""
    return _DYNAMIC.fullmatch(part) is not None


def patched(xml: bytes) -> str:
    """Return a part as docxtpl prepares it for Jinja: tags whole, {%tr %} and its kin unwrapped."""
    text = etree.tostring(etree.fromstring(xml), encoding="unicode")
    return str(DocxTemplate("").patch_xml(text))


def with_declaration(xml: str) -> bytes:
    """Return a rendered part as the bytes of an XML file."""
    return (_DECLARATION + xml).encode()
