"""All checks of the pages of one document; what they find, as findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from reportgen.export.pages.cells import overlapping, wrong_cells
from reportgen.export.pages.gbt9704 import against_standard
from reportgen.export.pages.grid import wrong_grid
from reportgen.export.pages.headings import orphans
from reportgen.export.pages.margins import outside
from reportgen.export.pages.page_count import wrong_count
from reportgen.export.pages.page_numbers import wrong_numbers
from reportgen.export.pages.page_words import IN_CELL, ON_PAGE, PAGE_WORDS, QUOTED, WHOLE
from reportgen.export.pages.printed import Expected, Fault, Printed
from reportgen.export.pages.printed_faces import unexpected_faces
from reportgen.export.pages.signature_boxes import torn_boxes
from reportgen.export.pages.text_loss import is_of_another, lost_text
from reportgen.export.pages.word_file import WordFile
from reportgen.model.finding import DataPath, Finding, Place
from reportgen.wording.language import Phrase

CHECKS: Final[tuple[Callable[[Printed], Iterator[Fault]], ...]] = (
    outside,
    wrong_cells,
    lost_text,
    overlapping,
    orphans,
    torn_boxes,
    wrong_numbers,
    unexpected_faces,
    wrong_count,
    against_standard,
    wrong_grid,
)


def proof(
    document: Path, pdf: Path | None, name: str, expected: Expected, *, is_given: bool = False
) -> list[Finding]:
    """Return what is wrong on the pages of a document, by page; `name` is how findings call it.

    A document or PDF that cannot be read, or that has no PDF, is a finding itself; so is a PDF
    that `is_given`, not made of this document here, and shows something else. Needs the extra
    `pdf`.
    """
    from reportgen.export.pages.pdf_reader import read_pdf  # noqa: PLC0415 - an extra

    try:
        word = WordFile(document)
    except ValueError:
        return [_finding(Fault("PAGE-24", 0), name)]
    if pdf is None:
        return [_finding(Fault("PAGE-24", 0), name)]
    about = {"pdf": pdf.as_posix(), "file": name}
    try:
        printed = Printed(word, read_pdf(pdf), expected)
    except ValueError:
        return [_finding(Fault("PAGE-25", 0, arguments=about), name)]
    if is_given and is_of_another(printed):
        return [_finding(Fault("PAGE-26", 0, arguments=about), name)]
    try:
        return faults_of(printed, name)
    except ValueError:  # a length in the document that is none
        return [_finding(Fault("PAGE-24", 0), name)]


def faults_of(printed: Printed, name: str) -> list[Finding]:
    """Return what all checks find on a document that has been read."""
    faults = [fault for check in CHECKS for fault in check(printed)]
    return [
        _finding(each, name) for each in sorted(faults, key=lambda each: (each.page, each.code))
    ]


def _finding(fault: Fault, name: str) -> Finding:
    words = PAGE_WORDS[fault.code]
    where = _where(fault)
    return Finding(
        fault.code,
        words.severity,
        words.message,
        words.hint,
        # A page is what a document has in the place of a line.
        Place(name, max(fault.page, 1), 1),
        _path(where),
        {**fault.arguments, "where": _quoted(where, fault.text)},
    )


def _where(fault: Fault) -> Phrase:
    cell = fault.cell
    if not fault.page:
        return Phrase(WHOLE)
    if cell is None:
        return Phrase(ON_PAGE, {"page": fault.page})
    at = {"table": cell.table, "row": cell.row, "column": cell.column}
    return Phrase(IN_CELL, {"page": fault.page, **at})


def _quoted(where: Phrase, text: str) -> Phrase:
    return Phrase(QUOTED, {"where": where, "text": text}) if text else where


def _path(where: Phrase) -> DataPath:
    return tuple(where.say("zh").split())
