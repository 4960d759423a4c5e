"""A build: every file checked, every document written, nothing lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportgen.batch.plan import Job, absent_forms, chosen_forms, collisions, plan_job
from reportgen.batch.report import BuildReport, Failure
from reportgen.batch.writer import Writer
from reportgen.loading.profiles import Profiles
from reportgen.model.finding import Finding, Severity
from reportgen.model.form import Form
from reportgen.pipeline.check import check_department
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
ABSENT_FORM = Wording(
    "口径“{profile}”的表单“{form}”不存在，未生成",
    'Profile "{profile}" names the form "{form}", which is not there; it was not built',
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


def build(request: BuildRequest, progress: Progress) -> BuildReport:
    """Check every file, then print and write its documents, then the manifest.

    Raises UsageError, FormError or ProfileError when the run as a whole cannot go on; nothing is
    written then.
    """
    report = BuildReport()
    jobs = _jobs(request, report, progress)
    printer = Printer()
    for form in {form.id: form for job in jobs for form, _ in job.documents}.values():
        printer.check(form)
    writer = Writer(request.output, report)
    try:
        for done, job in enumerate(jobs):
            progress(done, len(jobs), job.source.file)
            report.left_out += [(job.source.file, form) for form in job.left_out]
            _build_job(printer, writer, job)
    finally:
        writer.close()
    return report


def _jobs(request: BuildRequest, report: BuildReport, progress: Progress) -> list[Job]:
    """Return what can be built: read, not withheld, and not in the way of another."""
    asked = chosen_forms(request.forms, request.asked)
    jobs = list(_planned(request, asked, report, progress))
    for first, second in collisions(jobs):
        report.collided += _collision(first, second)
    clashing = {finding.place.file for finding in report.collided}
    return [job for job in jobs if job.source.file not in clashing]


def _planned(
    request: BuildRequest, asked: tuple[Form, ...], report: BuildReport, progress: Progress
) -> Iterator[Job]:
    for done, (path, shown) in enumerate(request.files):
        progress(done, len(request.files), shown)
        checked = check_department(path, shown, request.profiles)
        report.checked.append(checked)
        job = plan_job(checked, request.forms, asked)
        if job is None:
            continue
        if request.strict and checked.has_errors:
            report.withheld.append(checked)
            continue
        for name in () if asked else absent_forms(job, request.forms):
            report.notice(Phrase(ABSENT_FORM, {"profile": job.profile_id, "form": name}))
        yield job


def _build_job(printer: Printer, writer: Writer, job: Job) -> None:
    for form, paths in job.documents:
        printed = printer.print_form(form, job.facts, job.profile_id, job.profile.profile)
        for document, path in zip(printed, paths, strict=True):
            if isinstance(document, Document):
                writer.write(job, document, path)
            else:
                writer.report.failures.append(Failure(job.source.file, document))


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
