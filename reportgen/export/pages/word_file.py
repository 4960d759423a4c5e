"""A .docx as the page checks read it: its text areas, paragraphs, cells, footers and styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from lxml import etree

from reportgen.export.pages.pdf_pages import plain
from reportgen.model.word_package import read_parts
from reportgen.wording.measures import points

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DOCUMENT: Final = "word/document.xml"
_ANY_SIZE: Final = 3.0


@dataclass(frozen=True, slots=True)
class TextArea:
    """The page and text area of a section, in points from the left and upper edge."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell that holds text: where it stands, counted from 1, and its paragraphs as plain text.

    `is_row` tells a cell that is a whole row, `is_turned` one whose text runs downwards.
    """

    table: int
    row: int
    column: int
    paragraphs: tuple[str, ...]
    is_row: bool
    is_turned: bool

    @property
    def text(self) -> str:
        """All its text."""
        return "".join(self.paragraphs)


class WordFile:
    """The parts of a .docx that say how it should look.

    Raises ValueError for a file that is no Word document, is damaged, encrypted or too large.
    """

    def __init__(self, path: Path) -> None:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            parts = read_parts(path, _is_shown)
            self._parts = {name: etree.fromstring(part, parser) for name, part in parts.items()}
            body = self.part(_DOCUMENT).find(f"{W}body")
        except (KeyError, etree.XMLSyntaxError) as error:
            raise ValueError(path.name) from error
        if body is None:
            raise ValueError(path.name)
        self.body = body

    def part(self, name: str) -> etree._Element:
        """Return a part by its name in the package. Raises KeyError when there is none."""
        return self._parts[name]

    def has_part(self, name: str) -> bool:
        """Whether the package has a part of this name."""
        return name in self._parts

    def parts(self) -> list[etree._Element]:
        """Return every part of the document."""
        return [self.part(name) for name in sorted(self._parts)]

    def parts_named(self, kind: str) -> list[etree._Element]:
        """Return the parts of a kind, such as `header` and `footer`."""
        return [self.part(name) for name in sorted(self._parts) if f"/{kind}" in name]

    @cached_property
    def areas(self) -> tuple[TextArea, ...]:
        """The text area of each section."""
        return tuple(_area(section) for section in self.body.iter(f"{W}sectPr"))

    def area_of(self, width: float, height: float) -> TextArea:
        """Return the text area of a page: the widest of the sections with pages of its size."""
        alike = [
            area
            for area in self.areas
            if abs(area.width - width) < _ANY_SIZE and abs(area.height - height) < _ANY_SIZE
        ]
        if not alike:
            return TextArea(width, height, 0, width, 0, height)
        return TextArea(
            width,
            height,
            min(area.left for area in alike),
            max(area.right for area in alike),
            min(area.top for area in alike),
            max(area.bottom for area in alike),
        )

    @cached_property
    def paragraphs(self) -> tuple[etree._Element, ...]:
        """Every paragraph of the body, those of tables and text boxes too."""
        found = self.body.iter(f"{W}p")
        return tuple(each for each in found if not any(each.iterancestors(_FALLBACK)))

    @cached_property
    def stretches(self) -> tuple[str, ...]:
        """The texts that are broken by the width of their column alone.

        Line breaks end one; cells whose text runs downwards have none.
        """
        found = []
        for paragraph in self.paragraphs:
            cell = next(paragraph.iterancestors(f"{W}tc"), None)
            if cell is None or cell.find(f"{W}tcPr/{W}textDirection") is None:
                found += _between_breaks(paragraph)
        return tuple(found)

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The plain text of each of these paragraphs."""
        return tuple(plain_text(paragraph) for paragraph in self.paragraphs)

    @cached_property
    def cells(self) -> tuple[WordCell, ...]:
        """The cells that hold text, in the order of the document; tables in tables left out."""
        tables = [
            each for each in self.body.iter(f"{W}tbl") if not any(each.iterancestors(f"{W}tbl"))
        ]
        return tuple(
            cell for number, table in enumerate(tables, 1) for cell in _cells_of(number, table)
        )


def text_nodes(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the texts that are printed: not hidden, not a second copy for older programs."""
    for node in element.iter(f"{W}t"):
        run = next(node.iterancestors(f"{W}r"), None)
        hidden = run is not None and run.find(f"{W}rPr/{W}vanish") is not None
        if not hidden and not any(node.iterancestors(_FALLBACK)):
            yield node


def plain_text(element: etree._Element) -> str:
    """Return the printed text of a paragraph, a cell or a row as it is compared."""
    return plain("".join(node.text or "" for node in text_nodes(element)))


def twips(element: etree._Element | None, name: str) -> float:
    """Return a length that an element states, in points; 0 when it states none.

    Raises ValueError for what is no length.
    """
    value = None if element is None else element.get(f"{W}{name}")
    return float(points(value)) if value else 0.0


def _is_shown(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml")


def _between_breaks(paragraph: etree._Element) -> list[str]:
    texts = [""]
    for node in paragraph.iter(f"{W}t", f"{W}br", f"{W}cr"):
        if node.tag == f"{W}t":
            texts[-1] += node.text or ""
        else:
            texts.append("")
    return list(map(plain, texts))


def _area(section: etree._Element) -> TextArea:
    size, edges = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width, height = twips(size, "w"), twips(size, "h")
    # A negative upper or lower margin only means that the header may not push the text.
    return TextArea(
        width,
        height,
        twips(edges, "left") + twips(edges, "gutter"),
        width - twips(edges, "right"),
        abs(twips(edges, "top")),
        height - abs(twips(edges, "bottom")),
    )


def _cells_of(number: int, table: etree._Element) -> Iterator[WordCell]:
    for row_number, row in enumerate(table.iterfind(f"{W}tr"), 1):
        cells = row.findall(f"{W}tc")
        for column, cell in enumerate(cells, 1):
            paragraphs = tuple(filter(None, map(plain_text, cell.iterfind(f"{W}p"))))
            if paragraphs:
                turned = cell.find(f"{W}tcPr/{W}textDirection") is not None
                yield WordCell(number, row_number, column, paragraphs, len(cells) == 1, turned)
