"""Word XML turned into a Jinja source, by docxtpl; the only module that knows docxtpl."""

from __future__ import annotations

import html
import re
from typing import Final

from docxtpl import DocxTemplate
from lxml import etree

_DYNAMIC: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def may_hold_tags(part: str) -> bool:
    """Whether a part of the package is one that Word shows text of."""
    return _DYNAMIC.fullmatch(part) is not None


def patched(xml: bytes) -> str:
    """Return a part as docxtpl prepares it for Jinja: tags whole, {%tr %} and its kin unwrapped."""
    text = etree.tostring(_without_indentation(etree.fromstring(xml)), encoding="unicode")
    return str(DocxTemplate("").patch_xml(text))


def _without_indentation(root: etree._Element) -> etree._Element:
    """Drop blanks between elements, so that an emptied one is found by the tags that touch."""
    for element in root.iter(etree.Element):
        if element.text and element.text.isspace() and len(element):
            element.text = None
        if element.tail and element.tail.isspace():
            element.tail = None
    return root


def with_declaration(content: bytes) -> bytes:
    """Return a rendered part as the bytes of an XML file."""
    return _DECLARATION + content


def tags_of(source: str) -> list[str]:
    """Return the tags of a patched part as text, comments left out."""
    return [html.unescape(tag) for tag in _TAG.findall(_COMMENT.sub("", source))]
