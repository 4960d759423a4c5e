"""reportgen forms tags."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from reportgen.cli import form_words
from reportgen.cli.console import Console
from reportgen.rendering.tag_catalogue import TagRow, tag_rows
from reportgen.wording.language import Language

_HEADINGS = (form_words.WRITTEN, form_words.UNIT, form_words.MEANING)


def list_tags(console: Console, *, as_markdown: bool) -> int:
    """Print everything that can be written in a form, as a table or as a page of documentation."""
    said = console.language
    rows = tag_rows()
    if as_markdown:
        console.line(markdown(rows, said).rstrip("\n"))
        return 0
    table = [(each.section.say(said), *_cells(each, said)) for each in rows]
    console.table((form_words.KIND, *_HEADINGS), table)
    return 0


def markdown(rows: Sequence[TagRow], language: Language) -> str:
    """Return docs/tags.md: a table for each kind of thing that can be written."""
    lines = [form_words.GUIDE.say(language)]
    for section, group in groupby(rows, key=lambda row: row.section.say(language)):
        headings = [heading.say(language) for heading in _HEADINGS]
        lines += [f"## {section}", "", _line(headings), _line(["---"] * len(headings))]
        for row in group:
            written, unit, meaning = _cells(row, language)
            lines.append(_line([f"`{written}`", unit, meaning]))
        lines.append("")
    return "\n".join(lines)


def _cells(row: TagRow, language: Language) -> tuple[str, str, str]:
    return row.written, row.unit, row.meaning(language)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
