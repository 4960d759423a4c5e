"""Documents of many departments onto the disk: what a person edited is kept, the rest replaced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen.batch.manifest import (
    NAME,
    BuiltDocument,
    read_manifest,
    sha256_of,
    write_manifest,
)
from reportgen.batch.plan import Job
from reportgen.batch.report import BuildReport, Failure
from reportgen.model.errors import OutputError
from reportgen.pipeline.writing import locked, write_whole
from reportgen.rendering.documents import Document
from reportgen.wording.language import Phrase, Wording

KEPT_ASIDE: Final = Wording(
    "{file} 在生成后被人改动过，改动的那份已另存为 {kept}",
    "{file} had been edited since it was built; the edited copy is kept as {kept}",
)


class Writer:
    """Writes documents below one output folder, and its manifest when it is closed."""

    def __init__(self, output: Path, report: BuildReport) -> None:
        self.output = output
        self.report = report
        self._before = read_manifest(output)
        self._template_hashes: dict[Path, str] = {}

    def write(self, job: Job, document: Document, path: PurePosixPath) -> None:
        """Write one document; a file that cannot be written is a failure of the report."""
        target = self.output.joinpath(*path.parts)
        try:
            self._keep_edited(target, str(path), document.content)
            write_whole(target, document.content)
        except OutputError as error:
            self.report.failures.append(Failure(job.source.file, error))
            return
        self.report.documents.append(self._entry(job, document, path))

    def close(self) -> None:
        """Write the manifest, also of a build that was stopped half-way."""
        if not self.report.documents:
            return
        try:
            write_manifest(self.output, self._before, self.report.documents)
        except OutputError as error:
            self.report.failures.append(Failure(NAME, error))

    def _keep_edited(self, target: Path, file: str, content: bytes) -> None:
        """Rename a document that is neither ours as it was built nor what is to be written."""
        if not target.is_file():
            return
        try:
            lying = target.read_bytes()
            known = self._before.get(file)
            if lying == content or (known is not None and known.sha256 == sha256_of(lying)):
                return
            kept = next(path for path in _edited_names(target) if not path.exists())
            target.rename(kept)
        except OSError as error:
            raise locked(target, error) from error
        self.report.notice(Phrase(KEPT_ASIDE, {"file": file, "kept": kept.name}))

    def _entry(self, job: Job, document: Document, path: PurePosixPath) -> BuiltDocument:
        return BuiltDocument(
            form=document.form.id,
            file=str(path),
            source=job.source.file,
            profile=job.profile_id,
            template=document.template.name,
            sha256=sha256_of(document.content),
            content_sha256=document.content_hash,
            source_sha256=job.source.sha256,
            template_sha256=self._template_hash(document.template),
            profile_sha256=job.profile.sha256,
        )

    def _template_hash(self, path: Path) -> str:
        if path not in self._template_hashes:
            self._template_hashes[path] = sha256_of(path.read_bytes())
        return self._template_hashes[path]


def _edited_names(target: Path) -> Iterator[Path]:
    yield target.with_suffix(".edited.docx")
    number = 2
    while True:
        yield target.with_suffix(f".edited-{number}.docx")
        number += 1
