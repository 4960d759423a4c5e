"""The 合并 tag: a cell of a looped row that becomes one with the cell above it.

`{% 合并 行.一级 %}` in a cell says by which value it merges. Two cells merge when they stand in the
same column of neighbouring rows and their values are the same node, or share one owner; plain
values merge by equality, and only while every merged cell to their left merges too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from reportgen.figures.facts import Facts
from reportgen.rendering.rows import NO_LEVEL, Shared

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
    return (
        f"{{% set _above = {CONTINUES}({position},{tag[1]}) %}}<w:tc>{head}"
        f"{{% if _above %}}{empty}{{% else %}}{body}{{% endif %}}</w:tc>"
    )


class MergeState:
    """Remembers, while one part is rendered, what the row above held in each column."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}
        self._cells: dict[tuple[int, int, int], tuple[int, Any]] = {}
        self._left_merges: dict[int, bool] = {}

    def starts_row(self, table: int) -> str:
        """Count a row of `table`; prints nothing."""
        self._rows[table] = self._rows.get(table, 0) + 1
        self._left_merges[table] = True
        return ""

    def continues(self, table: int, column: int, span: int, value: Any) -> bool:
        """Whether the cell merges with the one above it."""
        row = self._rows[table]
        key = (table, column, span)
        last_row, last_value = self._cells.get(key, (0, None))
        merges = last_row == row - 1 and self._same(table, last_value, value)
        self._cells[key] = (row, value)
        self._left_merges[table] = self._left_merges[table] and merges
        return merges

    def _same(self, table: int, above: Any, value: Any) -> bool:
        if isinstance(value, Shared):
            return isinstance(above, Shared) and above.owner is value.owner
        if isinstance(value, Facts):
            return above is value and value is not NO_LEVEL
        blank = value is None or value == ""
        return not blank and self._left_merges[table] and bool(above == value)


def with_merges(context: Mapping[str, Any]) -> dict[str, Any]:
    """Return `context` with what the compiled merges of one part call."""
    merges = MergeState()
    return {**context, STARTS_ROW: merges.starts_row, CONTINUES: merges.continues}
