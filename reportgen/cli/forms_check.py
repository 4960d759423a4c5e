"""reportgen forms check."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.cli import form_words, words
from reportgen.cli.console import Console
from reportgen.loading.form_files import TEMPLATE_ENDING, form_of
from reportgen.model.errors import UsageError
from reportgen.model.finding import Severity
from reportgen.rendering.form_check import check_template
from reportgen.rendering.template_problem import TemplateProblem
from reportgen.wording.language import Language

_VERSION = 1
_Problems = Sequence[tuple[str, TemplateProblem]]


def check_forms(console: Console, files: Sequence[Path], *, as_json: bool) -> int:
    """Check templates and print what is wrong with them. Returns 1 when anything is.

    Raises UsageError for a file that is not there or is not named .docx, FormError for one that
    is no Word document.
    """
    problems: list[tuple[str, TemplateProblem]] = []
    for file in files:
        if not file.is_file():
            raise UsageError(form_words.NOT_A_FILE, form_words.GIVE_A_FILE, file=file.as_posix())
        if file.suffix.lower() != TEMPLATE_ENDING:
            raise UsageError(form_words.NOT_WORD, form_words.CHECK_DATA, file=file.as_posix())
        form = form_of(file)
        found = check_template(file, form.entry, form.attached_to(file))
        problems += ((file.as_posix(), problem) for problem in found)
    if as_json:
        console.json(_as_json([file.as_posix() for file in files], problems, console.language))
    else:
        _print(console, files, problems)
    return int(bool(problems))


def _print(console: Console, files: Sequence[Path], problems: _Problems) -> None:
    for file, problem in problems:
        severity = words.SEVERITIES[problem.severity].say(console.language)
        console.say(
            form_words.PROBLEM,
            file=file,
            where=problem.at.where,
            mark=console.coloured(f"{problem.code} {severity}", problem.severity.value),
            tag=problem.at.tag,
            message=problem.say(console.language),
        )
        hint = words.HINT.say(console.language, {"hint": problem.say_hint(console.language)})
        console.line(f"  {hint}")
    wrong = {file for file, _ in problems}
    for path in files:
        if path.as_posix() not in wrong:
            console.say(form_words.CLEAN, file=path.as_posix())
    if problems:
        console.say(form_words.CHECKED, count=len(problems))


def _as_json(files: list[str], problems: _Problems, language: Language) -> dict[str, object]:
    found = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.say(language),
            "hint": problem.say_hint(language),
            "file": file,
            "where": problem.at.where.say(language),
            "tag": problem.at.tag,
        }
        for file, problem in problems
    ]
    severities = [problem.severity for _, problem in problems]
    return {
        "version": _VERSION,
        "files": files,
        "problems": found,
        "summary": {each.value: severities.count(each) for each in Severity},
    }
