"""The pages of many documents: made by LibreOffice where no PDF was given, and all checked."""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reportgen.batch.conversion import INSTALL_EXTRA, NO_EXTRA
from reportgen.batch.outcome import Progress
from reportgen.batch.papers import FormsOfPapers, Paper
from reportgen.batch.pool import cores
from reportgen.export.libreoffice import INSTALL_OFFICE, OFFICE_MISSING, find_office
from reportgen.export.pages.printed import Expected
from reportgen.export.pages.proof import proof
from reportgen.loading.profiles import Profiles
from reportgen.model.errors import UsageError
from reportgen.model.finding import Finding
from reportgen.model.form import Form
from reportgen.model.profile import PageLayout

_WORTH_PROCESSES: Final = 4


@dataclass(frozen=True, slots=True)
class Proofs:
    """What was checked and found; `forms` gives the form's id by file, empty when unknown."""

    forms: Mapping[str, str]
    findings: tuple[Finding, ...]


def prove(papers: Sequence[Paper], forms: Mapping[str, Form], progress: Progress) -> Proofs:
    """Check the pages of documents.

    Raises UsageError when LibreOffice is needed and not found, or nothing reads PDF;
    ProfileError when a profile that a document was built with cannot be used.
    """
    _require_reader()
    known = FormsOfPapers(forms)
    profiles = Profiles()
    expected = {paper.path: _expected(known, profiles, paper.path) for paper in papers}
    with tempfile.TemporaryDirectory(prefix="reportgen-proof-") as folder:
        pdfs = _pdfs(papers, Path(folder))
        works = [
            _Work(each.path, pdfs.get(each.path), expected[each.path], each.pdf is not None)
            for each in papers
        ]
        found: list[Finding] = []
        for done, (paper, findings) in enumerate(zip(papers, _checked(works), strict=True), 1):
            found += findings
            progress(done, len(papers), paper.path.as_posix())
    return Proofs({path.as_posix(): each.form for path, each in expected.items()}, tuple(found))


def _require_reader() -> None:
    try:
        import reportgen.export.pages.pdf_reader  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise UsageError(NO_EXTRA, INSTALL_EXTRA, option="proof", detail=error.name) from error


def _expected(known: FormsOfPapers, profiles: Profiles, document: Path) -> Expected:
    form, name = known.find(document)
    if form is None:
        return Expected()
    loaded = profiles.find(name)
    # A profile that sets the page in its own way does not follow the standard.
    layout = PageLayout() if loaded is None else loaded.profile.layout
    own_page = form.manifest.is_official == "是" and layout != PageLayout()
    return Expected(form.id, *form.pages_for(name), None if own_page else form.manifest.standard)


def _pdfs(papers: Sequence[Paper], folder: Path) -> dict[Path, Path]:
    """Return the PDF of each document that has one."""
    pdfs = {paper.path: paper.pdf for paper in papers if paper.pdf is not None}
    waiting = [paper.path for paper in papers if paper.pdf is None]
    if not waiting:
        return pdfs
    office = find_office()
    if office is None:
        raise UsageError(OFFICE_MISSING, INSTALL_OFFICE)
    return pdfs | office.to_pdf(waiting, folder)


@dataclass(frozen=True, slots=True)
class _Work:
    document: Path
    pdf: Path | None
    expected: Expected
    is_given: bool


def _checked(works: Sequence[_Work]) -> Iterator[list[Finding]]:
    if len(works) < _WORTH_PROCESSES:
        yield from map(_check, works)
        return
    # Spawned, not forked: the progress bar of a terminal runs in a thread.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(cores(), len(works)), context) as pool:
        yield from pool.map(_check, works)


def _check(work: _Work) -> list[Finding]:
    document = work.document
    return proof(document, work.pdf, document.as_posix(), work.expected, is_given=work.is_given)
