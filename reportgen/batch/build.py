"""A build: every file checked, every document written, nothing lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath

from reportgen.batch.manifest import BuiltDocument, read_manifest, sha256_of, write_manifest
from reportgen.batch.plan import Job, chosen_forms, collisions, plan_job
from reportgen.loading.profiles import Profiles
from reportgen.model.errors import OutputError
from reportgen.model.finding import Finding, Severity
from reportgen.model.form import Form
from reportgen.pipeline.check import CheckedDepartment, check_department
from reportgen.pipeline.writing import locked, write_whole
from reportgen.rendering.documents import Document, Printer
from reportgen.wording.language import Phrase, Wording

SAME_PATH = Wording(
    "与 {other} 会写到同一个位置 {path}，两份都没有生成",
    "Would be written to the same place as {other}: {path}; neither was built",
)
RENAME = Wording(
    "同一部门同一年度只能有一份数据；请核对两份文件的年度和部门名称",
    "One department has one file a year; check 年度 and 部门.名称 of both files",
)
KEPT_ASIDE = Wording(
    "{file} 在生成后被人改动过，改动的那份已另存为 {kept}",
    "{file} had been edited since it was built; the edited copy is kept as {kept}",
)
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class BuildRequest:
    """What to build: `asked` names forms by id, none for those of each profile."""

    files: Sequence[tuple[Path, str]]
    output: Path
    forms: Mapping[str, Form]
    profiles: Profiles
    asked: Sequence[str] = ()
    strict: bool = False


@dataclass
class BuildReport:
    """What came of it. `failures` could not be written; `notices` are worth telling."""

    checked: list[CheckedDepartment] = field(default_factory=list)
    documents: list[BuiltDocument] = field(default_factory=list)
    left_out: list[tuple[str, Form]] = field(default_factory=list)
    withheld: list[CheckedDepartment] = field(default_factory=list)
    failures: list[OutputError] = field(default_factory=list)
    notices: list[Phrase] = field(default_factory=list)
    collided: list[Finding] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether everything that was to be built was built."""
        unreadable = any(each.department_year is None for each in self.checked)
        return not (unreadable or self.withheld or self.failures or self.collided)


def build(request: BuildRequest, progress: Progress) -> BuildReport:
    """Check every file, then print and write its documents, then the manifest.

    Raises UsageError, FormError or ProfileError when the run as a whole cannot go on; nothing is
    written then.
    """
    report = BuildReport()
    asked = chosen_forms(request.forms, request.asked)
    jobs = list(_planned(request, asked, report, progress))
    for first, second in collisions(jobs):
        report.collided += _collision(first, second)
    clashing = {finding.place.file for finding in report.collided}
    jobs = [job for job in jobs if job.source.file not in clashing]
    printer = Printer()
    for form in {form.id: form for job in jobs for form, _ in job.documents}.values():
        printer.check(form)
    before = read_manifest(request.output)
    for done, job in enumerate(jobs):
        progress(done, len(jobs), job.source.file)
        report.left_out += [(job.source.file, form) for form in job.left_out]
        for document, path in _printed(printer, job):
            _write(request.output, before, job, document, path, report)
    if report.documents:
        write_manifest(request.output, before, report.documents)
    return report


def _planned(
    request: BuildRequest, asked: tuple[Form, ...], report: BuildReport, progress: Progress
) -> Iterator[Job]:
    for done, (path, shown) in enumerate(request.files):
        progress(done, len(request.files), shown)
        checked = check_department(path, shown, request.profiles)
        report.checked.append(checked)
        if request.strict and checked.has_errors:
            report.withheld.append(checked)
            continue
        job = plan_job(checked, request.forms, asked)
        if job is not None:
            yield job


def _printed(printer: Printer, job: Job) -> Iterator[tuple[Document, PurePosixPath]]:
    for form, paths in job.documents:
        documents = printer.print_form(form, job.facts, job.profile_id, job.profile.profile)
        yield from zip(documents, paths, strict=True)


def _write(  # noqa: PLR0913 - one document and everything its manifest entry names
    output: Path,
    before: Mapping[str, BuiltDocument],
    job: Job,
    document: Document,
    path: PurePosixPath,
    report: BuildReport,
) -> None:
    target = output.joinpath(*path.parts)
    try:
        kept = _keep_edited(target, before.get(str(path)), document.content)
        write_whole(target, document.content)
    except OutputError as failure:
        report.failures.append(failure)
        return
    if kept is not None:
        report.notices.append(Phrase(KEPT_ASIDE, {"file": str(path), "kept": kept.name}))
    report.documents.append(_entry(job, document, path))


def _keep_edited(target: Path, known: BuiltDocument | None, content: bytes) -> Path | None:
    """Rename a document that is neither ours as it was built nor what we are about to write."""
    if not target.is_file():
        return None
    lying = target.read_bytes()
    if lying == content or (known is not None and known.sha256 == sha256_of(lying)):
        return None
    kept = next(path for path in _edited_names(target) if not path.exists())
    try:
        target.rename(kept)
    except OSError as error:
        raise locked(target, error) from error
    return kept


def _edited_names(target: Path) -> Iterator[Path]:
    yield target.with_suffix(".edited.docx")
    number = 2
    while True:
        yield target.with_suffix(f".edited-{number}.docx")
        number += 1


@cache
def _template_hash(path: Path) -> str:
    return sha256_of(path.read_bytes())


def _entry(job: Job, document: Document, path: PurePosixPath) -> BuiltDocument:
    return BuiltDocument(
        form=document.form.id,
        file=str(path),
        source=job.source.file,
        profile=job.profile_id,
        template=document.template.name,
        sha256=sha256_of(document.content),
        content_sha256=document.content_hash,
        source_sha256=job.source.sha256,
        template_sha256=_template_hash(document.template),
        profile_sha256=job.profile.sha256,
    )


def _collision(first: Job, second: Job) -> Iterable[Finding]:
    shared = next(path for path in second.paths if path in set(first.paths))
    for job, other in ((first, second), (second, first)):
        yield Finding(
            code="OUT-01",
            severity=Severity.ERROR,
            message=SAME_PATH,
            hint=RENAME,
            place=job.source.named_at,
            path=("部门", "名称"),
            arguments={"other": other.source.file, "path": str(shared)},
            other=other.source.named_at,
        )
