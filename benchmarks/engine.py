"""The engine alone: one document of one form, from facts to the bytes of a .docx.

    python -m benchmarks.engine

reportgen against docxtpl used the ordinary way (opened per document), against only deflating and
joining the finished XML, and against engines of other languages where npm can install them.
"""

from __future__ import annotations

import io
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from docxtpl import DocxTemplate
from isal import isal_zlib

from benchmarks import word_form
from benchmarks.measuring import (
    ROUNDS,
    Table,
    in_turns,
    one_core,
    per_call,
    ratio,
    show,
    times_as,
    verdict,
)
from benchmarks.peer_engines import installed_peers
from reportgen.figures.facts import facts_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.form import Form
from reportgen.model.profile import Profile
from reportgen.rendering.documents import Printer

OURS = "reportgen"
DOCXTPL = "docxtpl"
LIMIT = "only deflating"


def reportgen_engine(folder: Path) -> Callable[[], bytes]:
    form = Form("bench", word_form.for_reportgen(folder / "reportgen.docx"))
    facts = facts_of(DepartmentYear.model_validate(word_form.data()))
    facts |= {"意见": [], "图表": []}
    printer, profile = Printer(), Profile()

    def render() -> bytes:
        (document,) = printer.print_form(form, facts, "national-2020", profile)
        return document.content

    return render


def docxtpl_engine(folder: Path) -> Callable[[], bytes]:
    path = word_form.for_docxtpl(folder / "docxtpl.docx")
    data = word_form.data()

    def render() -> bytes:
        template = DocxTemplate(path)
        template.render(data, autoescape=True)
        buffer = io.BytesIO()
        template.save(buffer)
        return buffer.getvalue()

    return render


def only_deflating(template: Path, document: bytes) -> Callable[[], bytes]:
    """Return what no engine can do without: the changed parts deflated, the rest copied."""
    before, after = _parts(template.read_bytes()), _parts(document)
    changed = [part for name, part in after.items() if part != before.get(name)]
    copied = b"".join(
        isal_zlib.compress(part, 1, -15) for part in after.values() if part not in changed
    )

    def write() -> bytes:
        pieces = [copied]
        for part in changed:
            isal_zlib.crc32(part)
            pieces.append(isal_zlib.compress(part, 1, -15))
        return b"".join(pieces)

    return write


def _parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def measure(rounds: int = ROUNDS) -> list[Table]:
    with tempfile.TemporaryDirectory() as name, one_core():
        folder = Path(name)
        ours, theirs = reportgen_engine(folder), docxtpl_engine(folder)
        document = ours()
        _same(DOCXTPL, theirs(), document)
        limit = only_deflating(folder / "reportgen.docx", document)
        works = {OURS: per_call(ours), DOCXTPL: per_call(theirs), LIMIT: per_call(limit)}
        with installed_peers(folder) as (peers, missing):
            for peer, engine in peers.items():
                _same(peer, engine.document(), document)
                works[peer] = engine.seconds
            times = in_turns(works, rounds)
        size = len(_parts(document)["word/document.xml"]) // 1024
        package = (folder / "reportgen.docx").stat().st_size // 1024
    against = {name: ratio(times[name], times[OURS]) for name in (DOCXTPL, *peers)}
    over_limit = ratio(times[OURS], times[LIMIT])
    fastest = min((against[peer] for peer in peers), default=None)
    rows = [
        ("docxtpl, opened per document", times_as(against[DOCXTPL]), verdict(against[DOCXTPL], 40))
    ]
    for peer in peers:
        wanted = verdict(against[peer], 15) if against[peer] == fastest else ""
        rows.append((f"{peer} (npm)", times_as(against[peer]), wanted))
    rows += [(f"{peer} (npm)", "not measured", "could not be installed") for peer in missing]
    rows.append(
        (
            "only deflating and joining the finished XML, same compressor",
            f"takes {times_as(over_limit)} as long",
            verdict(over_limit, 2, at_most=True),
        )
    )
    about = (
        "One form: A4, a ten-column table of thirty indicators with merged cells, header, footer, "
        f"4 KB of narrative; a template of {package} KB, a document.xml of {size} KB. Every engine "
        "prints the same text and merges the same cells (checked); warm, on one core, to memory, "
        "by processor time. docxtpl merges with its own vm tag; engines without one are handed "
        "the first row of a group and the others apart."
    )
    return [Table("The engine alone", ("against", "reportgen is faster", "target"), rows, about)]


def _same(name: str, document: bytes, ours: bytes) -> None:
    if word_form.said(document) != word_form.said(ours):
        sys.exit(f"{name} does not print the same text: the comparison would not be fair")


if __name__ == "__main__":
    show(*measure())
