"""What loops over nothing leave behind, mended as Word would: it calls such a file damaged.

A row without cells goes, a table without rows goes, a cell (header, footer, text box) that does
not end with a paragraph gets one. What a template cannot empty is not looked for.
"""

from __future__ import annotations

import re
from typing import Final

_ROW_WITHOUT_CELLS: Final = re.compile(
    rb"<w:tr(?: [^>]*)?>(?:(?!<w:tc[ >]|</w:tr>).)*</w:tr>", re.DOTALL
)
_TABLE_WITHOUT_ROWS: Final = re.compile(rb"<w:tbl>(?:(?!<w:tr[ >]|</w:tbl>).)*</w:tbl>", re.DOTALL)
_BLOCK_WITHOUT_PARAGRAPH: Final = re.compile(
    rb"(<w:(tc|hdr|ftr|txbxContent)(?: [^>]*)?>"
    rb"(?:<w:tcPr/>|<w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)?\s*)(</w:\2>)",
    re.DOTALL,
)
_TABLE_ENDS_CELL: Final = re.compile(rb"(</w:tbl>\s*)(</w:tc>)")
# How a block closes when it is whole. Fewer of these than closings: something may be empty.
_WHOLE: Final = {
    b"</w:tr>": (b"</w:tc></w:tr>",),
    b"</w:tbl>": (b"</w:tr></w:tbl>",),
    b"</w:tc>": (b"</w:p></w:tc>", b"<w:p/></w:tc>"),
    b"</w:hdr>": (b"</w:p></w:hdr>", b"<w:p/></w:hdr>"),
    b"</w:ftr>": (b"</w:p></w:ftr>", b"<w:p/></w:ftr>"),
    b"</w:txbxContent>": (b"</w:p></w:txbxContent>", b"<w:p/></w:txbxContent>"),
}
_TOKEN: Final = re.compile(
    r"\{%-?\s*(?P<opens>for|if)\b|\{%-?\s*(?P<closes>endfor|endif)\b"
    r"|<w:(?P<starts>tbl|tr|tc|p|hdr|ftr|txbxContent)(?=[ />])"
    r"|</w:(?P<ends>tbl|tr|tc|hdr|ftr|txbxContent)>"
)
_FILLED_BY: Final = {
    "tbl": ("tr",),
    "tr": ("tc",),
    "tc": ("p",),
    "hdr": ("p",),
    "ftr": ("p",),
    "txbxContent": ("p",),
}


def can_be_emptied(source: str) -> frozenset[bytes]:
    """Return the closing tags of the blocks that a Jinja source may leave empty."""
    depth = 0
    open_blocks: list[tuple[str, int, bool]] = []
    found: set[bytes] = set()
    for token in _TOKEN.finditer(source):
        kind = token["starts"]
        if token["opens"] or token["closes"]:
            depth += 1 if token["opens"] else -1
        elif token["ends"]:
            name, _, filled = open_blocks.pop() if open_blocks else (token["ends"], 0, False)
            if not filled:
                found.add(f"</w:{name}>".encode())
        else:
            if open_blocks:
                name, level, filled = open_blocks[-1]
                fills = kind in _FILLED_BY[name] and depth <= level
                open_blocks[-1] = (name, level, filled or fills)
            if kind in _FILLED_BY:
                open_blocks.append((kind, depth, False))
    return frozenset(found)


def mended(xml: bytes, suspects: frozenset[bytes]) -> bytes:
    """Return a rendered part with what was emptied in it mended; itself when nothing was."""
    for closing in suspects:
        if xml.count(closing) != sum(map(xml.count, _WHOLE[closing])):
            return _mended(xml)
    return xml


def _mended(xml: bytes) -> bytes:
    for broken, mended in (
        (_ROW_WITHOUT_CELLS, b""),
        (_TABLE_WITHOUT_ROWS, b""),
        (_BLOCK_WITHOUT_PARAGRAPH, rb"\1<w:p/>\3"),
        (_TABLE_ENDS_CELL, rb"\1<w:p/>\2"),
    ):
        xml = broken.sub(mended, xml)
    return xml
