"""Where one source is worked on from its file to its documents; one bench a process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from reportgen.batch.fingerprints import FormPrints
from reportgen.batch.kept_templates import KeptTemplates
from reportgen.batch.kit import Kit, absent_notices, wanted_forms
from reportgen.batch.manifest import BuiltDocument, sha256_of
from reportgen.batch.outcome import Failure, Outcome, State, Task
from reportgen.batch.plan import Job, plan_job
from reportgen.batch.writer import write_document
from reportgen.loading.department_file import department_of
from reportgen.model.errors import OutputError, ReportgenError
from reportgen.model.finding import Finding, Severity, counted
from reportgen.pipeline.check import CheckedDepartment, check_department, check_loaded
from reportgen.pipeline.schemes import usable_profile
from reportgen.rendering.documents import Document, Printer
from reportgen.wording.language import Wording

BROKE_DOWN: Final = Wording(
    "程序在这一份上出错（{detail}），未生成完", "The program failed on this one ({detail})"
)
REPORT_IT: Final = Wording(
    "这是程序的问题，不是数据的问题；请把这份数据和这句话发给维护者",
    "The program is at fault, not the data; please send both to whoever maintains it",
)


class Made(NamedTuple):
    """A document that can be written, and its entry in the manifest."""

    entry: BuiltDocument
    content: bytes


class Workbench:
    """Builds sources one after the other: forms are compiled once, profiles read once."""

    def __init__(self, kit: Kit) -> None:
        self.kit = kit
        self.printer = Printer(KeptTemplates())
        self.prints = FormPrints()

    def check_tools(self, names: Iterable[str]) -> None:
        """Raise ProfileError or FormError for what would be of no use to sources of profiles."""
        for name in names:
            profile = usable_profile(self.kit.profiles, name)
            if profile is not None:
                for form in wanted_forms(profile, self.kit.forms, self.kit.asked):
                    self.printer.prepare(form, name, profile.profile)

    def build(self, task: Task, outcome: Outcome) -> None:
        """Build a source wholly; `outcome` says at any time what has been written."""
        for made in self.made(task, outcome):
            deliver(self.kit.output, made, task, outcome)

    def made(self, task: Task, outcome: Outcome) -> Iterator[Made]:
        """Yield the documents of a source, and say in `outcome` what came of it. Never raises."""
        try:
            job = self._job(task, outcome)
            if job is not None:
                yield from self._printed(job, outcome)
                outcome.state = State.BUILT
        except ReportgenError as error:
            outcome.failures.append(Failure(task.file, error))
        except Exception as error:  # noqa: BLE001 - one department never stops the others
            outcome.failures.append(broken_down(task, error))

    def _job(self, task: Task, outcome: Outcome) -> Job | None:
        """Read, check and plan; None for what is not built, or not here."""
        kit = self.kit
        if task.raw is None:
            checked = check_department(task.path, task.file, kit.profiles)
        else:
            checked = check_loaded(department_of(task.raw, task.file), kit.profiles)
        outcome.sha256 = checked.sha256
        outcome.counts = counted(checked.unplaced)
        job = plan_job(checked, kit.forms, kit.asked)
        if job is None:
            outcome.state = State.UNREADABLE
            outcome.findings = _errors(checked)
            return None
        if kit.strict and checked.has_errors:
            outcome.state = State.WITHHELD
            return None
        outcome.folder = str(job.folder)
        if task.folder is not None and task.folder != outcome.folder:
            outcome.state = State.STRAYED
            return None
        outcome.profile, outcome.profile_sha256 = job.profile_id, job.profile.sha256
        outcome.left_out = [form.id for form in job.left_out]
        outcome.notices += absent_notices(job.profile_id, job.profile, kit)
        return job

    def _printed(self, job: Job, outcome: Outcome) -> Iterator[Made]:
        for form, paths in job.documents:
            printed = self.printer.print_form(
                form, job.facts, job.profile_id, job.profile.profile, job.late
            )
            for document, path in zip(printed, paths, strict=True):
                if isinstance(document, Document):
                    yield Made(self._entry(job, document, str(path)), document.content)
                else:
                    outcome.failures.append(Failure(job.source.file, document))

    def _entry(self, job: Job, document: Document, file: str) -> BuiltDocument:
        return BuiltDocument(
            form=document.form.id,
            file=file,
            source=job.source.file,
            profile=job.profile_id,
            template=document.template.name,
            sha256=sha256_of(document.content),
            content_sha256=document.content_hash,
            source_sha256=job.source.sha256,
            template_sha256=self.prints.template(document.template),
            profile_sha256=job.profile.sha256,
        )


def deliver(output: Path, made: Made, task: Task, outcome: Outcome) -> None:
    """Write a document; one that cannot be written is a failure of its source."""
    try:
        kept = write_document(output, made.entry, made.content, task.known)
    except OutputError as error:
        outcome.failures.append(Failure(task.file, error))
        return
    outcome.documents.append(made.entry)
    if kept is not None:
        outcome.notices.append(kept)


def broken_down(task: Task, error: BaseException) -> Failure:
    """Return the failure of a source on which the program itself failed."""
    detail = f"{type(error).__name__}: {error}"
    return Failure(task.file, ReportgenError(BROKE_DOWN, REPORT_IT, detail=detail))


def _errors(checked: CheckedDepartment) -> tuple[Finding, ...]:
    return tuple(each for each in checked.findings if each.severity is Severity.ERROR)
