"""reportgen build."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.batch.build import BuildRequest, build
from reportgen.batch.conversion import PDF, PagesWanted
from reportgen.batch.manifest import BuiltPages
from reportgen.batch.outcome import Failure, State
from reportgen.batch.report import BuildReport
from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.cli.findings import print_files_with_errors, print_findings
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.loading.workspace import find_data_files
from reportgen.model.errors import UsageError
from reportgen.model.form import Form

# Up to so many files that lack the data of a form are named.
_FEW = 3


@dataclass(frozen=True)
class BuildOptions:
    """How to build: as the options of the command say."""

    forms: Sequence[str] = ()
    strict: bool = False
    processes: int | None = None
    force: bool = False
    cluster: str | None = None
    pages: PagesWanted = field(default_factory=PagesWanted)


def build_files(console: Console, paths: Sequence[str], output: Path, options: BuildOptions) -> int:
    """Build the documents of data files. Returns 1 when something could not be built."""
    _check_folder(output)
    files = [(path, path.as_posix()) for path in find_data_files(paths)]
    forms = load_forms()
    request = BuildRequest(
        files,
        output,
        forms,
        Profiles(),
        options.forms,
        options.strict,
        options.processes,
        options.force,
        options.cluster,
        options.pages,
    )
    with console.progress(words.BUILDING, {PDF: words.CONVERTING}) as progress:
        report = build(request, progress)
    _print_report(console, report, output, forms)
    return 0 if report.complete else 1


def build_blank(console: Console, paths: Sequence[str], asked: Sequence[str], output: Path) -> int:
    """Print forms empty, every variant of each. Returns 1 when one could not be written."""
    # Blank forms load all that prints, which a build of nothing new does without.
    from reportgen.batch.blank import BLANK_FOLDER, build_blank_forms  # noqa: PLC0415

    if paths:
        raise UsageError(words.BLANK_READS_NOTHING, words.LEAVE_OUT_PATH, paths=" ".join(paths))
    _check_folder(output)
    report = build_blank_forms(load_forms(), asked, output)
    for path in report.written:
        console.line(f"  {(output / path).as_posix()}")
    _print_failures(console, report.failures)
    folder = (output / BLANK_FOLDER).as_posix()
    console.say(words.BUILT, documents=len(report.written), output=folder)
    return 1 if report.failures else 0


def _check_folder(output: Path) -> None:
    if output.exists() and not output.is_dir():
        raise UsageError(words.NOT_A_FOLDER, words.OTHER_FOLDER, path=output.as_posix())


def _print_report(
    console: Console, report: BuildReport, output: Path, forms: Mapping[str, Form]
) -> None:
    pdfs = sorted(each.file for each in report.paged.made if each.file.endswith(".pdf"))
    folder = (output / "_").as_posix().removesuffix("_")
    for file in (*(document.file for document in report.documents), *pdfs):
        console.line(f"  {folder}{file}")
    _print_left_out(console, report, forms)
    for each in report.of(State.UNREADABLE):
        print_findings(console, each.findings)
        console.say(words.UNREADABLE, file=each.file)
    print_findings(console, report.collided)
    for each in report.of(State.WITHHELD):
        console.say(words.WITHHELD, file=each.file, errors=each.counts["error"])
    for notice in report.notices:
        console.say(notice)
    _print_left_behind(console, report, output)
    _print_failures(console, report.failures)
    _print_totals(console, report, output)


def _print_left_out(console: Console, report: BuildReport, forms: Mapping[str, Form]) -> None:
    by_form: dict[str, list[str]] = defaultdict(list)
    for file, name in report.left_out:
        by_form[name].append(file)
    for name, files in by_form.items():
        about = {"form": forms[name].title, "id": name}
        if len(files) > _FEW:
            console.say(words.LEFT_OUT_OF_MANY, files=len(files), **about)
            continue
        for file in files:
            console.say(words.LEFT_OUT, file=file, **about)


def _print_left_behind(console: Console, report: BuildReport, output: Path) -> None:
    for file, documents in report.left_behind.items():
        console.say(words.LEFT_BEHIND, file=file, output=output.as_posix(), documents=documents)
    for orphan in report.orphans:
        console.say(words.ORPHAN, file=orphan.file, source=orphan.source)
    for pages in report.stale:
        console.say(words.STALE, file=pages.file, origin=pages.origin)


def _print_failures(console: Console, failures: Iterable[Failure]) -> None:
    """Tell failures, and how to mend them once for those that are mended alike."""

    def said_hint(failure: Failure) -> str:
        hint = failure.error.hint
        return "" if hint is None else console.said(hint, {})

    for hint, alike in itertools.groupby(failures, said_hint):
        for failure in alike:
            console.say(words.FAILED, source=failure.source, message=failure.error.message)
        if hint:
            console.say(words.HINT, hint=hint)


def _print_totals(console: Console, report: BuildReport, output: Path) -> None:
    console.say(words.BUILT, documents=len(report.documents), output=output.as_posix())
    if report.unchanged:
        console.say(words.UNCHANGED, documents=report.unchanged)
    if report.paged.made:
        console.say(words.PAGES_MADE, **_kinds(report.paged.made))
    if report.paged.kept:
        console.say(words.PAGES_KEPT, **_kinds(report.paged.kept))
    counts = report.counts
    if counts["error"] or counts["warning"]:
        console.say(words.OPEN_FINDINGS, error=counts["error"], warning=counts["warning"])
    errors = {each.file: each.counts.get("error", 0) for each in report.outcomes}
    print_files_with_errors(console, errors)


def _kinds(pages: Sequence[BuiltPages]) -> dict[str, int]:
    pictures = sum(each.file.endswith(".png") for each in pages)
    return {"pdfs": len(pages) - pictures, "pictures": pictures}
