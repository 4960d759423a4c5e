"""Word XML turned into a Jinja source, by docxtpl; the only module that knows docxtpl."""

from __future__ import annotations

import re
from typing import Final

from docxtpl import DocxTemplate
from lxml import etree

_DYNAMIC: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_ROW_WITHOUT_CELLS: Final = re.compile(
    r"<w:tr(?: [^>]*)?>(?:(?!<w:tc[ >]|</w:tr>).)*</w:tr>", re.DOTALL
)
_TABLE_WITHOUT_ROWS: Final = re.compile(r"<w:tbl>(?:(?!<w:tr[ >]|</w:tbl>).)*</w:tbl>", re.DOTALL)
_BLOCK_WITHOUT_PARAGRAPH: Final = re.compile(
    r"(<w:(tc|hdr|ftr|txbxContent)(?: [^>]*)?>"
    r"(?:<w:tcPr/>|<w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)?\s*)(</w:\2>)",
    re.DOTALL,
)
_TABLE_ENDS_CELL: Final = re.compile(r"(</w:tbl>\s*)(</w:tc>)")
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def may_hold_tags(part: str) -> bool:
    """Whether a part of the package is one that Word shows text of."""
    return _DYNAMIC.fullmatch(part) is not None


def patched(xml: bytes) -> str:
    """Return a part as docxtpl prepares it for Jinja: tags whole, {%tr %} and its kin unwrapped."""
    text = etree.tostring(etree.fromstring(xml), encoding="unicode")
    return str(DocxTemplate("").patch_xml(text))


def word_part(xml: str) -> bytes:
    """Return a rendered part as the bytes of a file that Word opens without a complaint.

    What empty loops leave behind is mended: Word repairs rows without cells, tables without rows,
    and cells that do not end with a paragraph.
    """
    for broken, mended in (
        (_ROW_WITHOUT_CELLS, ""),
        (_TABLE_WITHOUT_ROWS, ""),
        (_BLOCK_WITHOUT_PARAGRAPH, r"\1<w:p/>\3"),
        (_TABLE_ENDS_CELL, r"\1<w:p/>\2"),
    ):
        xml = broken.sub(mended, xml)
    return (_DECLARATION + xml).encode()
