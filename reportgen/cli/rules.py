"""reportgen rules."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator

from reportgen.cli import rule_words, words
from reportgen.cli.catalogue import Entry, catalogue
from reportgen.cli.console import Console
from reportgen.loading.profiles import Profiles
from reportgen.model.errors import ProfileError, UsageError
from reportgen.model.finding import Severity
from reportgen.wording.language import Phrase, Wording, did_you_mean
from reportgen.wording.nearest import nearest_code

Line = tuple[Wording | Phrase, Wording | Phrase | str]


def show_rules(console: Console, code: str | None) -> int:
    """Print the catalogue, one family of it, or one code explained.

    Raises UsageError for a code that does not exist.
    """
    entries = catalogue()
    wanted = "" if code is None else code.strip().upper()
    if wanted in entries:
        _explain(console, entries[wanted])
        return 0
    family = [each for each in entries.values() if code is None or each.family == wanted]
    if not family:
        suggestion = did_you_mean(nearest_code(wanted, entries))
        raise UsageError(
            rule_words.NO_SUCH_RULE, rule_words.SEE_RULES, code=code, suggestion=suggestion
        )
    _list(console, family)
    return 0


def _list(console: Console, entries: Iterable[Entry]) -> None:
    headings = (
        rule_words.CODE,
        rule_words.SEVERITY,
        rule_words.ANSWERABLE,
        rule_words.SENTENCE,
    )
    said = console.language
    rows = [
        (
            each.code,
            words.SEVERITIES[each.severity].say(said),
            (rule_words.YES if each.answerable else rule_words.NO).say(said),
            each.sentence.say(said),
        )
        for each in entries
    ]
    console.table(headings, rows)


def _explain(console: Console, entry: Entry) -> None:
    severity = words.SEVERITIES[entry.severity].say(console.language)
    heading = console.coloured(f"{entry.code} {severity}", entry.severity.value)
    console.line(f"{heading} {entry.sentence.say(console.language)}")
    for label, text in (*_reasons(entry), *_told(entry), *_consequences(entry)):
        console.say(rule_words.LINE, label=label, text=text)


def _reasons(entry: Entry) -> Iterator[Line]:
    for label, text in (
        (rule_words.WHY, entry.why),
        (rule_words.WRONG, entry.wrong),
        (rule_words.RIGHT, entry.right),
    ):
        if text:
            yield label, text


def _told(entry: Entry) -> Iterator[Line]:
    last = entry.sentence
    for message, remedy in entry.said:
        if message != last:
            yield rule_words.SAID, message
        yield rule_words.REMEDY, remedy
        last = message


def _consequences(entry: Entry) -> Iterator[Line]:
    usual = {"severity": words.SEVERITIES[entry.severity]}
    yield (
        rule_words.SEVERITY,
        Phrase(rule_words.USUAL if entry.is_rule else rule_words.FIXED, usual),
    )
    for name, severity in _changes(entry):
        word = rule_words.NOT_CHECKED if severity is None else words.SEVERITIES[severity]
        yield Phrase(rule_words.IN_PROFILE, {"name": name}), word
    answer = rule_words.CAN_ANSWER if entry.answerable else rule_words.CANNOT_ANSWER
    yield rule_words.ANSWERABLE, answer
    if entry.is_rule:
        yield rule_words.BASIS, entry.basis or rule_words.NO_BASIS


def _changes(entry: Entry) -> Iterator[tuple[str, Severity | None]]:
    """Yield each profile at hand that changes how bad a breach is; broken profiles are left out."""
    profiles = Profiles()
    for name in profiles.names():
        with contextlib.suppress(ProfileError):
            loaded = profiles.find(name)
            if loaded is not None and entry.code in loaded.profile.severities:
                yield name, loaded.profile.severity_of(entry.code, entry.severity)
