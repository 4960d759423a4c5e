"""A Word document as lines that can be read: a line a paragraph, a line a table row.

A row is drawn with the cells that begin in it: `| 产出指标 ↓6 | 数量指标 ↓2 →3 | _ |` is a cell six
rows high, one two rows high and three grid columns wide, and an empty one. Cells that a merge
continues are not drawn again; a cell that is not there at all is a broken grid.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EMPTY = "_"
REST = "…"


@dataclass
class Cell:
    """A cell where it begins: rows and columns count from 0, spans in rows and grid columns."""

    row: int
    column: int
    text: str
    columns: int = 1
    rows: int = 1

    def drawn(self) -> str:
        down = f" ↓{self.rows}" if self.rows > 1 else ""
        across = f" →{self.columns}" if self.columns > 1 else ""
        return (self.text or EMPTY) + down + across


def document_lines(path: Path) -> list[str]:
    """Return what a reader sees, blank paragraphs left out."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
    assert body is not None
    lines: list[str] = []
    for block in body:
        if block.tag == f"{W}p" and paragraph_text(block):
            lines.append(paragraph_text(block))
        elif block.tag == f"{W}tbl":
            lines += table_lines(block)
    return lines


def table_lines(table: etree._Element) -> list[str]:
    """Return the rows of a table, each with the cells that begin in it."""
    rows: dict[int, list[str]] = {row: [] for row in range(len(table.findall(f"{W}tr")))}
    for cell in table_cells(table):
        rows[cell.row].append(cell.drawn())
    return ["| " + " | ".join(cells) + " |" for cells in rows.values()]


def table_cells(table: etree._Element) -> list[Cell]:
    """Return the cells of a table in reading order, merged ones once with their spans."""
    width = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    cells: list[Cell] = []
    above: dict[int, Cell] = {}
    for number, row in enumerate(table.findall(f"{W}tr")):
        begun: dict[int, Cell] = {}
        column = 0
        for element in row.findall(f"{W}tc"):
            columns = _number(element, "gridSpan", 1)
            if _continues(element):
                cell = above[column]
                assert cell.columns == columns, f"row {number}: the merged cells differ in width"
                assert not cell_text(element), f"row {number}: text under a merged cell"
                cell.rows += 1
            else:
                cell = Cell(number, column, cell_text(element), columns)
                cells.append(cell)
            begun[column] = cell
            column += columns
        assert column == width, f"row {number} fills {column} of {width} columns"
        above = begun
    return cells


def cell_text(cell: etree._Element) -> str:
    """Return the paragraphs of a cell with ¶ between them."""
    texts = [paragraph_text(paragraph) for paragraph in cell.findall(f"{W}p")]
    return "¶".join(texts).strip("¶")


def paragraph_text(paragraph: etree._Element) -> str:
    """Return the text without outer blanks; a line broken to fit its column reads as one."""
    return "".join(_pieces(paragraph)).strip(" 　\t")


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for node in paragraph.iter(f"{W}t", f"{W}tab"):
        yield "\t" if node.tag == f"{W}tab" else node.text or ""


def _continues(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _number(cell: etree._Element, name: str, otherwise: int) -> int:
    found = cell.find(f"{W}tcPr/{W}{name}")
    return otherwise if found is None else int(found.get(f"{W}val", otherwise))


def shortened(lines: list[str], expected: list[str]) -> list[str]:
    """Return `lines` with long texts cut where the expected ones end with …, to compare them."""
    pairs = zip(lines, expected, strict=False)
    cut = [_shortened_row(line, wanted) for line, wanted in pairs]
    return cut + lines[len(cut) :]


def _shortened_row(line: str, wanted: str) -> str:
    parts, wanted_parts = line.split(" | "), wanted.split(" | ")
    if len(parts) != len(wanted_parts):
        return line
    return " | ".join(map(_shortened_part, parts, wanted_parts))


def _shortened_part(text: str, wanted: str) -> str:
    start, mark, spans = wanted.partition(REST)
    if mark and text.startswith(start) and text.endswith(spans):
        return wanted
    return text
