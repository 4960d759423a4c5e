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
COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_START: Final = re.compile(r"\{[\{%#]")
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_BLOCK_TAG: Final = re.compile(r"\{[\{%](p|tr|tc) ")
_SHOWN: Final = 40
_OWNERS: Final[dict[str, tuple[str, ...]]] = {
    f"{W}tbl": (),
    f"{W}tr": (f"{W}tbl",),
    f"{W}tc": (f"{W}tr",),
    f"{W}p": (),
}
_PARTS: Final = {
    "header": Wording("页眉 {place}", "header {place}"),
    "footer": Wording("页脚 {place}", "footer {place}"),
    "footnotes": Wording("脚注 {place}", "footnotes {place}"),
    "endnotes": Wording("尾注 {place}", "endnotes {place}"),
}
_IN_BOX: Final = Wording("{place}的文本框", "{place} text box")


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell a tag stands in: its number in the part, and what hinders a merge."""

    number: int
    merged: bool
    nested: bool


@dataclass(frozen=True, slots=True)
class TagPlace:
    """A tag and its place; `lost` is the text beside it that would vanish with its paragraph.

    `part` and `paragraph` say the same for programs: paragraphs count from 1, those of tables too.
    """

    tag: str
    where: Wording
    lost: str = ""
    part: str = ""
    paragraph: int = 0
    cell: Cell | None = None

    @property
    def whole(self) -> bool:
        """Whether the tag is closed, and closed before another one opens."""
        return _TAG.fullmatch(self.tag) is not None and not OPENING.search(self.tag, 2)


class PartPlaces:
    """The places of one part of a package."""

    def __init__(self, part: str, xml: bytes) -> None:
        self.part = part
        self.root = etree.fromstring(xml)
        self._numbers = _numbers(self.root)
        self._order = {each: n for n, each in enumerate(self.root.iter(f"{W}p", f"{W}tc"), 1)}
        paragraphs = list(self.root.iter(f"{W}p"))
        self._paragraphs = {each: n for n, each in enumerate(paragraphs, 1)}
        self.wheres = [self._where(each) for each in paragraphs]
        """The place of each paragraph, in their order."""

    def tags(self) -> list[TagPlace]:
        """Return the tags of the part in document order, comments left out."""
        return [
            self.at(tag, paragraph, _beside(tag, _block(tag, paragraph)))
            for tag, paragraph in _spots(self.root)
        ]

    def at(self, tag: str, element: etree._Element, lost: str = "") -> TagPlace:
        """Return a tag with the place of the paragraph that `element` is, holds or stands in."""
        inside = next(element.iter(f"{W}p"), None)
        paragraph = next((e for e in _upwards(element) if e in self._paragraphs), inside)
        if paragraph is None:
            return TagPlace(tag, _named(self.part, Wording("正文", "body")), lost, self.part)
        number = self._paragraphs[paragraph]
        cell = self._cell(_above(paragraph, f"{W}tc"))
        return TagPlace(tag, self.wheres[number - 1], lost, self.part, number, cell)

    def _cell(self, cell: etree._Element | None) -> Cell | None:
        if cell is None:
            return None
        nested = _above(cell, f"{W}tc") is not None or next(cell.iter(f"{W}tbl"), None) is not None
        merged = cell.find(f"{W}tcPr/{W}vMerge") is not None
        return Cell(self._order[cell], merged, nested)

    def _where(self, paragraph: etree._Element) -> Wording:
        cell = _above(paragraph, f"{W}tc")
        row = None if cell is None else _above(cell, f"{W}tr")
        table = None if row is None else _above(row, f"{W}tbl")
        if cell is None or row is None or table is None:
            number = next(
                (self._numbers[block] for block in _upwards(paragraph) if block in self._numbers), 0
            )
            where = Wording(f"第{number}段", f"paragraph {number}")
        else:
            at = self._numbers[table], self._numbers[row], self._numbers[cell]
            where = Wording("表{} 行{} 列{}".format(*at), "table {} row {} column {}".format(*at))
        if _above(paragraph, f"{W}txbxContent") is not None:
            where = _about(_IN_BOX, where)
        return _named(self.part, where)


def tag_places(part: str, xml: bytes) -> list[TagPlace]:
    """Return the tags of a part in document order, each with its place."""
    return PartPlaces(part, xml).tags()


def _named(part: str, where: Wording) -> Wording:
    prefix = next((words for name, words in _PARTS.items() if name in part), None)
    return where if prefix is None else _about(prefix, where)


def _about(words: Wording, where: Wording) -> Wording:
    return Wording(words.zh.format(place=where.zh), words.en.format(place=where.en))


def _spots(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield each tag and its paragraph; a text box is apart from the paragraph that holds it."""
    texts = root.iter(f"{W}t")
    for paragraph, nodes in itertools.groupby(texts, lambda node: _above(node, f"{W}p")):
        if paragraph is not None:
            text = COMMENT.sub("", "".join(node.text or "" for node in nodes))
            starts = (match.start() for match in _START.finditer(text))
            yield from ((_tag_at(text, start), paragraph) for start in starts)


def _tag_at(text: str, start: int) -> str:
    match = _TAG.match(text, start)
    return match[0] if match else text[start : start + _SHOWN]


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
    return COMMENT.sub("", text).replace(tag, "", 1).strip()


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


def _upwards(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()


def _above(element: etree._Element, *names: str) -> etree._Element | None:
    return next(element.iterancestors(*names), None) if names else None
