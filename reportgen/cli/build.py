"""reportgen build."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportgen.batch.blank import BLANK_FOLDER, build_blank_forms
from reportgen.batch.build import BuildRequest, build
from reportgen.batch.report import BuildReport, Failure
from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.cli.findings import print_findings, summary
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.loading.workspace import find_data_files
from reportgen.model.errors import UsageError
from reportgen.model.finding import Severity


def build_files(
    console: Console, paths: Sequence[str], forms: Sequence[str], output: Path, *, strict: bool
) -> int:
    """Build the documents of data files. Returns 1 when something could not be built."""
    _check_folder(output)
    files = [(path, path.as_posix()) for path in find_data_files(paths)]
    request = BuildRequest(files, output, load_forms(), Profiles(), forms, strict)
    with console.progress(words.BUILDING) as progress:
        report = build(request, progress)
    _print_report(console, report, output)
    return 0 if report.complete else 1


def build_blank(console: Console, paths: Sequence[str], asked: Sequence[str], output: Path) -> int:
    """Print forms empty, every variant of each. Returns 1 when one could not be written."""
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


def _print_report(console: Console, report: BuildReport, output: Path) -> None:
    for document in report.documents:
        console.line(f"  {(output / document.file).as_posix()}")
    for file, form in report.left_out:
        console.say(words.LEFT_OUT, file=file, form=form.title, id=form.id)
    for each in report.checked:
        if each.department_year is None:
            print_findings(console, [f for f in each.findings if f.severity is Severity.ERROR])
            console.say(words.UNREADABLE, file=each.file)
    print_findings(console, report.collided)
    for each in report.withheld:
        console.say(words.WITHHELD, file=each.file, errors=summary(each.findings)["error"])
    for notice in report.notices:
        console.say(notice)
    _print_failures(console, report.failures)
    _print_totals(console, report, output)


def _print_failures(console: Console, failures: Iterable[Failure]) -> None:
    for failure in failures:
        console.say(words.FAILED, source=failure.source, message=failure.error.message)
        if failure.error.hint is not None:
            console.say(words.HINT, hint=failure.error.hint)


def _print_totals(console: Console, report: BuildReport, output: Path) -> None:
    console.say(words.BUILT, documents=len(report.documents), output=output.as_posix())
    counts = summary(finding for each in report.checked for finding in each.findings)
    if counts["error"] or counts["warning"]:
        console.say(words.OPEN_FINDINGS, error=counts["error"], warning=counts["warning"])
