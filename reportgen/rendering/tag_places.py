"""Where each tag of a template stands, in Word's terms: 表1 行2 列3, 第5段, 页脚."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from reportgen.wording.language import Wording

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OPENING: Final = re.compile(r"\{[\{%]")
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_BLOCK_TAG: Final = re.compile(r"\{[\{%](p|tr|tc) ")
_OWNERS: Final[dict[str, tuple[str, ...]]] = {
    f"{W}tbl": (),
    f"{W}tr": (f"{W}tbl",),
    f"{W}tc": (f"{W}tr",),
    f"{W}p": (),
}
_PARTS: Final = {
    "header": ("页眉", "header"),
    "footer": ("页脚", "footer"),
    "footnotes": ("脚注", "footnotes"),
    "endnotes": ("尾注", "endnotes"),
}


@dataclass(frozen=True, slots=True)
class TagPlace:
    """A tag and its place; `lost` is the text beside it that would vanish with its paragraph."""

    tag: str
    where: Wording
    lost: str = ""

    @property
    def whole(self) -> bool:
        """Whether the tag is closed, and closed before another one opens."""
        return _TAG.fullmatch(self.tag) is not None and not OPENING.search(self.tag, 2)


def tag_places(part: str, xml: bytes) -> list[TagPlace]:
    """Return the tags of a part in document order, each with its place.

    A tag that docxtpl drops, because a {%p %} or its kin stands beside it, is in the `lost` of the
    one that stays.
    """
    root = etree.fromstring(xml)
    prefix = next((words for name, words in _PARTS.items() if name in part), None)
    spots = list(_spots(root))
    keepers = {_block(tag, paragraph): (tag, paragraph) for tag, paragraph in spots}
    numbers = _numbers(root)
    places = []
    for tag, paragraph in spots:
        spot = (tag, paragraph)
        if all(keepers.get(block, spot) == spot for block in _upwards(paragraph)):
            where = _where(paragraph, numbers)
            full = (
                Wording(f"{prefix[0]} {where.zh}", f"{prefix[1]} {where.en}") if prefix else where
            )
            places.append(TagPlace(tag, full, _beside(tag, _block(tag, paragraph))))
    return places


def _spots(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield each tag and its paragraph; a text box is apart from the paragraph that holds it."""
    texts = root.iter(f"{W}t")
    for paragraph, nodes in itertools.groupby(texts, lambda node: _above(node, f"{W}p")):
        if paragraph is not None:
            text = "".join(node.text or "" for node in nodes)
            starts = (match.start() for match in OPENING.finditer(text))
            yield from ((_tag_at(text, start), paragraph) for start in starts)


def _tag_at(text: str, start: int) -> str:
    match = _TAG.match(text, start)
    return match[0] if match else text[start : start + 40]


def _block(tag: str, paragraph: etree._Element) -> etree._Element | None:
    """Return the paragraph, row or cell that vanishes with a tag; None for a tag in a text."""
    kind = _BLOCK_TAG.match(tag)
    if kind is None:
        return None
    return paragraph if kind[1] == "p" else _above(paragraph, f"{W}{kind[1]}")


def _beside(tag: str, block: etree._Element | None) -> str:
    if block is None:
        return ""
    text = "".join(node.text or "" for node in block.iter(f"{W}t"))
    return text.replace(tag, "", 1).strip()


def _numbers(root: etree._Element) -> dict[etree._Element, int]:
    """Count tables and paragraphs of the part, rows of a table, cells of a row; from 1."""
    counts: Counter[tuple[str, etree._Element | None]] = Counter()
    numbers = {}
    for element in root.iter(*_OWNERS):
        name = str(element.tag)
        if name == f"{W}p" and (_above(element, f"{W}tc", f"{W}p") is not None):
            continue
        owner = _above(element, *_OWNERS[name])
        counts[name, owner] += 1
        numbers[element] = counts[name, owner]
    return numbers


def _where(paragraph: etree._Element, numbers: dict[etree._Element, int]) -> Wording:
    cell = _above(paragraph, f"{W}tc")
    row = None if cell is None else _above(cell, f"{W}tr")
    table = None if row is None else _above(row, f"{W}tbl")
    if cell is None or row is None or table is None:
        number = next(numbers[block] for block in _upwards(paragraph) if block in numbers)
        return Wording(f"第{number}段", f"paragraph {number}")
    at = numbers[table], numbers[row], numbers[cell]
    return Wording("表{} 行{} 列{}".format(*at), "table {} row {} column {}".format(*at))


def _upwards(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()


def _above(element: etree._Element, *names: str) -> etree._Element | None:
    return next(element.iterancestors(*names), None) if names else None
