"""One PDF of all documents of a department-year, in the order of its profile's forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from reportgen.batch.freshness import is_as_built
from reportgen.batch.kit import Kit, wanted_forms
from reportgen.batch.known import folder_with
from reportgen.batch.manifest import BuiltDocument, BuiltPages, Manifest, sha256_of
from reportgen.batch.outcome import Failure, Outcome
from reportgen.batch.shelf import Paged, Shelf
from reportgen.model.errors import OutputError, ReportgenError
from reportgen.model.form import Form
from reportgen.wording.language import Wording

NOT_BOUND: Final = Wording(
    "{departments} 个部门有文书没有 PDF，没有合订",
    "{departments} department(s) lack the PDF of a document and were not bound",
)
VOLUMES: Final = "--merge"


class Volumes:
    """Binds the documents of each department that has a PDF of all of them."""

    def __init__(self, kit: Kit, shelf: Shelf, before: Manifest) -> None:
        self._kit = kit
        self._shelf = shelf
        asked = {form.id for form in kit.asked}
        self._others: dict[str, list[BuiltDocument]] = defaultdict(list)
        for document in before.documents.values() if asked else ():
            if document.form not in asked and not document.orphan:
                self._others[document.source].append(document)

    def documents(self, outcome: Outcome) -> list[BuiltDocument]:
        """Return what is bound of a department, also of forms that are not asked for now."""
        others = [
            each
            for each in self._others.get(outcome.file, ())
            if folder_with(each.file) == outcome.folder and is_as_built(self._kit.output, each)
        ]
        profile = self._kit.profiles.find(outcome.profile)
        first = () if profile is None else wanted_forms(profile, self._kit.forms, ())
        order = list(dict.fromkeys([*(form.id for form in first), *self._kit.forms]))
        kept = [each for each in (*outcome.documents, *others) if is_bound(each, self._kit.forms)]
        return sorted(
            kept,
            key=lambda document: (order.index(document.form), _by_number(document.file)),
        )

    def bind(self, outcomes: Iterable[Outcome], paged: Paged) -> None:
        """Bind what is complete and has changed; say in `paged` what came of it."""
        pdfs = {each.origin: each for each in (*paged.kept, *paged.made) if _is_pdf(each)}
        unbound = 0
        for outcome in outcomes:
            documents = self.documents(outcome) if outcome.complete else []
            if all(document.file in pdfs for document in documents):
                try:
                    self._bind(outcome.folder, documents, pdfs, paged)
                except OutputError as error:
                    paged.failures.append(Failure(outcome.file, error))
            else:
                unbound += 1
        if unbound:
            failure = ReportgenError(NOT_BOUND, departments=unbound)
            paged.failures.append(Failure(VOLUMES, failure))

    def _bind(
        self,
        folder: str,
        documents: Sequence[BuiltDocument],
        pdfs: Mapping[str, BuiltPages],
        paged: Paged,
    ) -> None:
        from reportgen.export.volume import bound  # noqa: PLC0415 - an extra

        origin = folder, volume_sha256(documents)
        kept = self._shelf.kept(*origin, ".pdf")
        paged.kept += kept
        if kept or not documents:
            return
        file = volume_of(folder)
        named = [
            (PurePosixPath(each.file).stem, self._shelf.place(pdfs[each.file].file))
            for each in documents
        ]
        self._shelf.put(file, bound(PurePosixPath(file).stem, named), origin, paged)


def is_bound(document: BuiltDocument, forms: Mapping[str, Form]) -> bool:
    """Whether a document belongs into a volume: no working paper, none of a form that is gone."""
    form = forms.get(document.form)
    return form is not None and form.manifest.bound == "是"


def volume_of(folder: str) -> str:
    """Return where the volume of a department's folder lies: department and year."""
    path = PurePosixPath(folder)
    return str(path / f"{path.name}-{path.parent.name}.pdf")


def volume_sha256(documents: Iterable[BuiltDocument]) -> str:
    """Return a hash of all that a volume depends on: its documents, and what puts them in order."""
    lines = sorted(f"{each.file}\0{each.sha256}\0{each.profile_sha256}" for each in documents)
    return sha256_of("\n".join(lines).encode())


def _is_pdf(pages: BuiltPages) -> bool:
    return pages.file.endswith(".pdf")


def _by_number(file: str) -> list[str | int]:
    """Return what sorts 表-2 before 表-10, and 表 before both."""
    stem = PurePosixPath(file).stem
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", stem)]
