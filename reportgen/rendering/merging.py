"""The 合并 tag: a cell of a looped row that becomes one with the cell above it.

`{% 合并 行.一级 %}` in a cell says by which value it merges. Two cells merge when they stand in the
same column of neighbouring rows and their values are the same node, or are stated by one branch
for all its children; other values merge when they are printed alike, and only while every merged
cell to their left merges too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from reportgen.figures.facts import Facts
from reportgen.figures.printing import printable
from reportgen.rendering.rows import NO_LEVEL, Row

TAG: Final = re.compile(r"\{%-?\s*合并\s+(.*?)\s*-?%\}")
_TABLE: Final = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_ROW: Final = re.compile(r"<w:tr[ >].*?</w:tr>", re.DOTALL)
_CELL: Final = re.compile(r"<w:tc>(.*?)</w:tc>", re.DOTALL)
_SPAN: Final = re.compile(r'<w:gridSpan w:val="(\d+)"/>')
_BEFORE: Final = re.compile(r'<w:gridBefore w:val="(\d+)"/>')
_PROPERTIES: Final = re.compile(r"<w:tcPr>.*?</w:tcPr>", re.DOTALL)
_AFTER_WIDTH: Final = re.compile(
    r"<w:tcPr>(?:<w:cnfStyle [^>]*/>)?(?:<w:tcW [^>]*/>)?(?:<w:gridSpan [^>]*/>)?"
)
_PARAGRAPH_PROPERTIES: Final = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)
_FIELD_AT_END: Final = re.compile(r"(?<![\w.])(\w+)\.(\w+)$")
STARTS_ROW: Final = "_starts_row"
CONTINUES: Final = "_continues"


def compile_merges(xml: str) -> str:
    """Turn the 合并 tags of a patched part into Jinja that sets vMerge row by row.

    A tag outside the cell of a table stays as it is; the template check tells of it.
    """
    tables = iter(range(xml.count("<w:tbl>")))
    return _TABLE.sub(lambda match: _compile_table(match[0], next(tables)), xml)


def _compile_table(xml: str, table: int) -> str:
    if not TAG.search(xml):
        return xml
    # A table that is printed again in a loop starts anew: one row that is none keeps them apart.
    apart = f"{{{{ {STARTS_ROW}({table}) }}}}"
    return apart + _ROW.sub(lambda match: _compile_row(match[0], table), xml)


def _compile_row(xml: str, table: int) -> str:
    before = _BEFORE.search(xml)
    column = int(before[1]) if before else 0

    def compile_cell(match: re.Match[str]) -> str:
        nonlocal column
        span = int(found[1]) if (found := _SPAN.search(match[1])) else 1
        start, column = column, column + span
        return _compile_cell(match[0], f"{table},{start},{span}")

    return f"{{{{ {STARTS_ROW}({table}) }}}}" + _CELL.sub(compile_cell, xml)


def _compile_cell(xml: str, position: str) -> str:
    tag = TAG.search(xml)
    if tag is None:
        return xml
    xml = TAG.sub("", xml)
    properties = _PROPERTIES.search(xml)
    head = properties[0] if properties else "<w:tcPr></w:tcPr>"
    body = xml[properties.end() if properties else len("<w:tc>") : -len("</w:tc>")]
    merge = '<w:vMerge{% if not _above %} w:val="restart"{% endif %}/>'
    head = _AFTER_WIDTH.sub(lambda match: match[0] + merge, head, count=1)
    style = _PARAGRAPH_PROPERTIES.search(body)
    empty = f"<w:p>{style[0] if style else ''}</w:p>"
    field = _FIELD_AT_END.search(tag[1])
    value = tag[1] if field is None else f"{tag[1]},{field[1]},'{field[2]}'"
    return (
        f"{{% set _above = {CONTINUES}({position},{value}) %}}<w:tc>{head}"
        f"{{% if _above %}}{empty}{{% else %}}{body}{{% endif %}}</w:tc>"
    )


_Cell = tuple[int, Any, Facts | None]
"""The row a cell stands in, its value, and the branch that states it for all its children."""
_NOTHING: Final[_Cell] = (-1, None, None)


class MergeState:
    """Remembers, while one part is rendered, what the row above held in each column."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}
        self._cells: dict[tuple[int, int, int], _Cell] = {}
        self._left_merges: dict[int, bool] = {}

    def starts_row(self, table: int) -> str:
        """Count a row of `table`; prints nothing."""
        self._rows[table] = self._rows.get(table, 0) + 1
        self._left_merges[table] = True
        return ""

    def continues(  # noqa: PLR0913, PLR0917 - compiled tags call it by position
        self, table: int, column: int, span: int, value: Any, row: object = None, field: str = ""
    ) -> bool:
        """Whether the cell merges with the one above it; `value` is `field` of `row`, if it is."""
        number = self._rows[table]
        owner = None
        if type(row) is Row and row.owners and value is row[field]:
            owner = row.owners.get(field)
        key = (table, column, span)
        above = self._cells.get(key, _NOTHING)
        merges = above[0] == number - 1 and self._same(table, above, value, owner)
        self._cells[key] = (number, value, owner)
        if not merges:
            self._left_merges[table] = False
        return merges

    def _same(self, table: int, above: _Cell, value: Any, owner: Facts | None) -> bool:
        _, above_value, above_owner = above
        if owner is not None or above_owner is not None:
            return above_owner is owner
        if isinstance(value, Facts):
            return above_value is value and value is not NO_LEVEL
        if value is None or value == "" or not self._left_merges[table]:
            return False
        return bool(above_value == value) and printable(above_value) == printable(value)


def with_merges(context: Mapping[str, Any]) -> dict[str, Any]:
    """Return `context` with what the compiled merges of one part call."""
    merges = MergeState()
    return {**context, STARTS_ROW: merges.starts_row, CONTINUES: merges.continues}
