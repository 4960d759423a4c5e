"""Where each tag of a template stands, in Word's terms: 表1 行2 列3, 第5段, 页脚."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from reportgen.wording.language import Wording

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OPENING: Final = re.compile(r"\{[\{%]")
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_PARTS: Final = {
    "header": ("页眉", "header"),
    "footer": ("页脚", "footer"),
    "footnotes": ("脚注", "footnotes"),
    "endnotes": ("尾注", "endnotes"),
}


@dataclass(frozen=True, slots=True)
class TagPlace:
    """A tag and its place."""

    tag: str
    where: Wording


def tag_places(part: str, xml: bytes) -> list[TagPlace]:
    """Return the tags of a part in document order, each with its place."""
    prefix = next((words for name, words in _PARTS.items() if name in part), None)
    places = []
    for where, paragraph in _paragraphs(etree.fromstring(xml)):
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        full = Wording(f"{prefix[0]} {where.zh}", f"{prefix[1]} {where.en}") if prefix else where
        starts = [match.start() for match in OPENING.finditer(text)]
        places += [TagPlace(_tag_at(text, start), full) for start in starts]
    return places


def _tag_at(text: str, start: int) -> str:
    match = _TAG.match(text, start)
    return match[0] if match else text[start : start + 40]


def _paragraphs(root: etree._Element) -> Iterator[tuple[Wording, etree._Element]]:
    body = root.find(f"{W}body")
    blocks = root if body is None else body
    table = paragraph = 0
    for block in blocks.iter(f"{W}p", f"{W}tbl"):
        if block.tag == f"{W}tbl":
            table += 1
            yield from _cells(block, table)
        elif not any(True for _ in block.iterancestors(f"{W}tbl")):
            paragraph += 1
            yield Wording(f"第{paragraph}段", f"paragraph {paragraph}"), block


def _cells(table: etree._Element, number: int) -> Iterator[tuple[Wording, etree._Element]]:
    for row, tr in enumerate(table.findall(f"{W}tr"), 1):
        for column, tc in enumerate(tr.findall(f"{W}tc"), 1):
            where = Wording(
                f"表{number} 行{row} 列{column}", f"table {number} row {row} column {column}"
            )
            yield from ((where, paragraph) for paragraph in tc.findall(f"{W}p"))
