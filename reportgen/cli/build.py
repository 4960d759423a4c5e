"""reportgen build."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from reportgen.batch.build import BuildReport, BuildRequest, build
from reportgen.batch.plan import chosen_forms
from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.cli.findings import print_findings, summary
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.loading.workspace import find_data_files
from reportgen.model.finding import Severity
from reportgen.pipeline.names import safe_name
from reportgen.pipeline.writing import write_whole
from reportgen.rendering.documents import Printer

_BLANK_FOLDER = "空表"


def build_files(
    console: Console, paths: Sequence[str], forms: Sequence[str], output: Path, *, strict: bool
) -> int:
    """Build the documents of data files. Returns 1 when something could not be built."""
    files = [(path, path.as_posix()) for path in find_data_files(paths)]
    request = BuildRequest(files, output, load_forms(), Profiles(), forms, strict)
    with console.progress(words.BUILDING) as progress:
        report = build(request, progress)
    _print_report(console, report, output)
    return 0 if report.complete else 1


def build_blank(console: Console, asked: Sequence[str], output: Path) -> int:
    """Print forms empty, every variant of each, into one folder."""
    forms = load_forms()
    printer = Printer()
    chosen = chosen_forms(forms, asked) or tuple(forms.values())
    documents = [
        printer.print_blank(form, template) for form in chosen for template in form.templates()
    ]
    for document in documents:
        name = PurePosixPath(_BLANK_FOLDER) / f"{safe_name(document.name)}.docx"
        write_whole(output.joinpath(*name.parts), document.content)
        console.line(f"  {(output / name).as_posix()}")
    folder = (output / _BLANK_FOLDER).as_posix()
    console.say(words.BUILT, documents=len(documents), output=folder)
    return 0


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
    for failure in report.failures:
        console.say(failure.message)
        if failure.hint is not None:
            console.say(words.HINT, hint=failure.hint)
    _print_totals(console, report, output)


def _print_totals(console: Console, report: BuildReport, output: Path) -> None:
    console.say(words.BUILT, documents=len(report.documents), output=output.as_posix())
    counts = summary(finding for each in report.checked for finding in each.findings)
    if counts["error"] or counts["warning"]:
        console.say(words.OPEN_FINDINGS, error=counts["error"], warning=counts["warning"])
