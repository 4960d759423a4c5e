"""Word templates made from plain text, and what a reader sees in the documents built from them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.document import Document as WordDocument
from lxml import etree

from reportgen.figures.facts import Facts, facts_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.profile import Profile
from reportgen.model.record import Record
from reportgen.rendering.engine import Template, open_template
from reportgen.rendering.environment import PartEnvironment

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Block = str | Sequence[Sequence[str]]
"""A paragraph, or a table as rows of cell texts."""


class Cell(NamedTuple):
    """A cell as Word shows it: rows and columns count from 0, merged cells are one."""

    row: int
    column: int
    rowspan: int
    colspan: int
    text: str


def word_file(
    path: Path, *blocks: Block, header: Sequence[Block] = (), footer: Sequence[Block] = ()
) -> Path:
    """Save a .docx of these paragraphs and tables."""
    document = docx.Document()
    for block in blocks:
        add_block(document, block)
    section = document.sections[0]
    for part, content in ((section.header, header), (section.footer, footer)):
        for block in content:
            add_block(part, block)
    document.save(str(path))
    return path


def add_block(story: Any, block: Block) -> None:
    if isinstance(block, str):
        story.add_paragraph(block)
        return
    width = max(len(row) for row in block)
    sizes = () if isinstance(story, WordDocument) else (docx.shared.Cm(15),)
    table = story.add_table(len(block), width, *sizes)
    for row, texts in zip(table.rows, block, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def replace_in_part(path: Path, part: str, old: str, new: str) -> None:
    """Change the XML of a part, for what python-docx does not write."""
    parts = package_parts(path.read_bytes())
    assert old in parts[part].decode(), f"{old} not in {part}"
    parts[part] = parts[part].decode().replace(old, new).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def package_parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def facts(**typed: Any) -> Facts:
    """Return the facts that forms print for a file which types this."""
    required = {"年度": "2023", "部门": {"名称": "某县卫生健康局"}}
    return facts_of(DepartmentYear.model_validate(required | typed))


def compiled(path: Path, entry: type[Record] | None = None) -> Template:
    return open_template(path, PartEnvironment(), entry)


def built(path: Path, **typed: Any) -> Built:
    """Build the template at `path` for a file which types this."""
    context = {**facts(**typed), "口径资料": facts_of(Profile()), "表单": "表"}
    return Built(compiled(path).render(context, title="表", author="局").content)


class Built:
    """A built document, as a reader sees it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.parts = package_parts(content)
        document = docx.Document(io.BytesIO(content))
        self.title = document.core_properties.title
        self.author = document.core_properties.author

    @property
    def paragraphs(self) -> list[str]:
        """The texts of the body outside tables."""
        body = self._root("word/document.xml").find(f"{W}body")
        assert body is not None
        return [_text(block) for block in body.findall(f"{W}p")]

    def story(self, kind: str) -> list[str]:
        """The texts of all headers or all footers."""
        roots = [self._root(name) for name in self.parts if name.startswith(f"word/{kind}")]
        texts = [_text(block) for root in roots for block in root.iter(f"{W}p")]
        return [text for text in texts if text]

    @property
    def tables(self) -> list[list[Cell]]:
        """The grids of the tables of the body, merges resolved."""
        return [_grid(table) for table in self._root("word/document.xml").iter(f"{W}tbl")]

    @property
    def rows(self) -> list[list[str]]:
        """The cell texts of the first table, row by row, merged cells as empty texts."""
        table = next(self._root("word/document.xml").iter(f"{W}tbl"))
        return [[_text(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]

    @property
    def complaints(self) -> list[str]:
        """What Word would repair or refuse."""
        return [
            f"{name}: {complaint}"
            for name in self.parts
            if name.startswith("word/") and name.endswith(".xml")
            for complaint in _complaints(self._root(name))
        ]

    def _root(self, part: str) -> etree._Element:
        return etree.fromstring(self.parts[part])


def _text(element: etree._Element) -> str:
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    runs = (node for node in element.iter(f"{W}t", *signs) if node.getparent().tag == f"{W}r")
    return "".join(signs.get(str(node.tag), node.text or "") for node in runs)


def _number(cell: etree._Element, tag: str, default: int) -> int:
    found = cell.find(f".//{W}{tag}")
    return default if found is None else int(str(found.get(f"{W}val")))


def _placed(table: etree._Element) -> Iterator[tuple[int, int, int, str | None, str]]:
    """Yield row, column, colspan, vMerge and text of every cell that is in the file."""
    for row, tr in enumerate(table.findall(f"{W}tr")):
        properties = tr.find(f"{W}trPr")
        column = 0 if properties is None else _number(properties, "gridBefore", 0)
        for tc in tr.findall(f"{W}tc"):
            span = _number(tc, "gridSpan", 1)
            merge = tc.find(f"{W}tcPr/{W}vMerge")
            kind = None if merge is None else str(merge.get(f"{W}val", "continue"))
            yield row, column, span, kind, _text(tc)
            column += span


def _grid(table: etree._Element) -> list[Cell]:
    cells: dict[tuple[int, int], Cell] = {}
    for row, column, span, merge, text in _placed(table):
        above = next((c for c in cells.values() if _reaches(c, row, column, span)), None)
        if merge == "continue" and above is not None:
            assert text == "", "a merged cell hides a text"
            cells[above.row, above.column] = above._replace(rowspan=above.rowspan + 1)
        else:
            cells[row, column] = Cell(row, column, 1, span, text)
    return list(cells.values())


def _reaches(cell: Cell, row: int, column: int, span: int) -> bool:
    return (cell.row + cell.rowspan, cell.column, cell.colspan) == (row, column, span)


def _orphans(table: etree._Element) -> Iterator[str]:
    merging: dict[tuple[int, int], int] = {}
    for row, column, span, merge, _ in _placed(table):
        if merge == "continue" and merging.get((column, span)) != row - 1:
            yield f"row {row} column {column} continues nothing"
        if merge is not None:
            merging[column, span] = row


def _complaints(root: etree._Element) -> Iterator[str]:
    for tc in root.iter(f"{W}tc"):
        blocks = [block.tag for block in tc if block.tag in (f"{W}p", f"{W}tbl")]
        if not blocks or blocks[-1] != f"{W}p":
            yield "a cell that does not end with a paragraph"
    for tr in root.iter(f"{W}tr"):
        if tr.find(f"{W}tc") is None:
            yield "a row without cells"
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tr") is None:
            yield "a table without rows"
        yield from _orphans(table)
    if root.tag in (f"{W}hdr", f"{W}ftr") and root.find(f"{W}p") is None:
        yield "a header or footer without a paragraph"
