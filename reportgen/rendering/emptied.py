"""What loops over nothing leave behind, mended as Word would: it calls such a file damaged.

A row without cells goes, a table without rows goes, a cell (header, footer, text box) that does
not end with a paragraph gets one. Where a template may empty a block is marked in it before it is
rendered, and nowhere else is looked.
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
# What stands last in a block that is whole: in a table, in a row, in a cell or its like.
_LAST: Final = (b"</w:tr>", b"</w:tc>", b"</w:p>", b"<w:p/>")
MARK: Final = "\0"
"""Stands before the end of a block that may be emptied; XML has no such character."""
_MARK: Final = MARK.encode()
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


def marked(source: str) -> str:
    """Return a Jinja source with `MARK` before the end of each block that it may leave empty."""
    depth = 0
    open_blocks: list[tuple[str, int, bool]] = []
    pieces: list[str] = []
    done = 0
    for token in _TOKEN.finditer(source):
        kind = token["starts"]
        if token["opens"] or token["closes"]:
            depth += 1 if token["opens"] else -1
        elif token["ends"]:
            name, _, filled = open_blocks.pop() if open_blocks else (token["ends"], 0, False)
            if not filled:
                pieces.append(source[done : token.start()])
                done = token.start()
            if name == "tbl" and open_blocks:
                # A cell does not end with a table: what follows must fill it again.
                open_blocks[-1] = (*open_blocks[-1][:2], False)
        else:
            if open_blocks:
                name, level, filled = open_blocks[-1]
                fills = kind in _FILLED_BY[name] and depth <= level
                open_blocks[-1] = (name, level, filled or fills)
            if kind in _FILLED_BY:
                open_blocks.append((kind, depth, False))
    return MARK.join((*pieces, source[done:]))


def unmarked(xml: bytes) -> bytes:
    """Return a rendered part without the marks."""
    return xml.replace(_MARK, b"")


def mended(rendered: bytes, with_marks: bytes) -> bytes:
    """Return a rendered part with what was emptied in it mended; itself when nothing was."""
    at = with_marks.find(_MARK)
    while at >= 0:
        if not with_marks.endswith(_LAST, 0, at):
            return _mended(rendered)
        at = with_marks.find(_MARK, at + 1)
    return rendered


def _mended(xml: bytes) -> bytes:
    for broken, mended in (
        (_ROW_WITHOUT_CELLS, b""),
        (_TABLE_WITHOUT_ROWS, b""),
        (_BLOCK_WITHOUT_PARAGRAPH, rb"\1<w:p/>\3"),
        (_TABLE_ENDS_CELL, rb"\1<w:p/>\2"),
    ):
        xml = broken.sub(mended, xml)
    return xml
