"""Findings as text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.cli.excerpt import excerpt, visible
from reportgen.model.finding import Finding, Place, counted, path_text
from reportgen.wording.language import Language, Phrase

_VERSION = 1
_ANSWERS = "说明"
_MOST_FILES = 10


def print_findings(console: Console, findings: Iterable[Finding]) -> None:
    """Print each finding: place, code and sentence, the source line with a caret, the hint."""
    for finding in findings:
        console.line(_headline(console, finding))
        _print_source(console, finding.place)
        if finding.other is not None:
            other = {"place": _at(finding.other)}
            console.line(f"  {words.OTHER_PLACE.say(console.language, other)}")
        hint = visible(finding.say_hint(console.language) + _answer_at(console, finding))
        console.line(f"  {words.HINT.say(console.language, {'hint': hint})}")


def _answer_at(console: Console, finding: Finding) -> str:
    """Return where to answer a finding whose hint speaks of answering."""
    if not finding.answer_at or _ANSWERS not in finding.say_hint("zh"):
        return ""
    return words.ANSWER_AT.say(console.language, {"place": finding.answer_at})


def _headline(console: Console, finding: Finding) -> str:
    place = finding.place
    severity = words.SEVERITIES[finding.severity].say(console.language)
    answered = (
        words.ANSWERED.say(console.language, {"reason": finding.reason}) if finding.answered else ""
    )
    mark = console.coloured(f"{finding.code} {severity}", finding.severity.value)
    message = visible(finding.say(console.language) + answered)
    return f"{_at(place)}: {mark} {message}"


def _at(place: Place) -> str:
    return visible(_place_text(place))


def _place_text(place: Place) -> str:
    return f"{place.file}:{place.line}:{place.column}"


def _print_source(console: Console, place: Place) -> None:
    if not place.text.strip():
        return
    line, blanks = excerpt(place.text, place.column)
    console.line(f"    {line}")
    console.line(f"    {blanks}{console.coloured('^', 'good')}")


def print_summary(console: Console, files: int, findings: Sequence[Finding]) -> None:
    """Print how many of each severity stand open, and how many were answered."""
    console.say(words.SUMMARY, files=files, **summary(findings))


def print_files_with_errors(console: Console, errors: Mapping[str, int]) -> None:
    """Print which of several files have open errors, those with the most first."""
    found = sorted((-count, file) for file, count in errors.items() if count)
    if len(errors) == 1 or not found:
        return
    named = "、".join(f"{file}（{-count}）" for count, file in found[:_MOST_FILES])
    files = named if len(found) <= _MOST_FILES else Phrase(words.AND_MORE, {"files": named})
    console.say(words.WITH_ERRORS, count=len(found), files=files)


def summary(findings: Iterable[Finding]) -> dict[str, int]:
    """Return the counts of open findings by severity, and of answered ones."""
    return counted(findings)


def findings_json(
    files: Sequence[str], findings: Sequence[Finding], language: Language
) -> dict[str, Any]:
    """Return the one JSON object of `validate --format json`."""
    return {
        "version": _VERSION,
        "files": list(files),
        "findings": [_as_json(finding, language) for finding in findings],
        "summary": summary(findings),
    }


def _as_json(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.say(language),
        "hint": finding.say_hint(language),
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "path": path_text(finding.path),
        "stated": finding.stated,
        "computed": finding.computed,
        "answered": finding.answered,
        "reason": finding.reason,
        "answer_at": finding.answer_at,
        "other": None if finding.other is None else _place_text(finding.other),
    }
