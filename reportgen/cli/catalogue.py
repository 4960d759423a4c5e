"""Every code a finding may carry, explained.

The rules from their declarations, the others from the words they are told with.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reportgen.batch.sources import RENAME, SAME_PATH, TAKEN
from reportgen.export.pages.page_words import PAGE_WORDS
from reportgen.figures import citation_faults
from reportgen.loading import manifest_checks, schema_words
from reportgen.loading.refusals import REFUSALS
from reportgen.loading.syntax_words import SYNTAX_WORDS
from reportgen.model.finding import Severity
from reportgen.pipeline import check, schemes
from reportgen.rendering.template_words import FORM_WORDS
from reportgen.rules.answers import NOTES
from reportgen.rules.papers import dates
from reportgen.rules.registry import CRASHED, REPORT_IT, Rule, declared_rules
from reportgen.wording.language import Wording

Words = tuple[Wording, Wording]
"""What a finding says, and what to do about it."""
_PART: Final = re.compile(r"^\s*(为什么|错|对)：", re.MULTILINE)
_ADVICE: Final = re.compile(r"\{(advice|suggestion|unit)\}")
_PLACEHOLDER: Final = re.compile(r"(?<!\{)(\{\w+\})+(?!\})")


@dataclass(frozen=True, slots=True)
class Entry:
    """One code explained. Codes that are no rules have neither `why` nor `wrong` nor `right`.

    `sentence` says what must hold, or what is wrong; `said` is each message with its remedy.
    """

    code: str
    severity: Severity
    sentence: Wording
    said: tuple[Words, ...]
    answerable: bool = False
    is_rule: bool = False
    why: str = ""
    wrong: str = ""
    right: str = ""
    basis: str = ""

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.partition("-")[0]


@functools.cache
def catalogue() -> Mapping[str, Entry]:
    """Return every code explained, the rules first, then what can be wrong around them."""
    entries = (*map(_rule_entry, declared_rules().values()), *_others())
    return {entry.code: entry for entry in entries}


def _rule_entry(rule: Rule) -> Entry:
    first, *parts = _PART.split(rule.documentation)
    said = dict(zip(parts[::2], (_flowing(part) for part in parts[1::2]), strict=True))
    return Entry(
        rule.code,
        rule.severity,
        Wording(_flowing(first), _statement(rule.check.__name__)),
        tuple(_words(rule.message, hint) for hint in _REMEDIES.get(rule.code, (rule.hint,))),
        answerable=rule.answerable,
        is_rule=True,
        why=said.get("为什么", ""),
        wrong=said.get("错", ""),
        right=said.get("对", ""),
        basis=rule.basis,
    )


def _others() -> Iterator[Entry]:
    error = Severity.ERROR
    for code, refusal in {**REFUSALS, **schema_words.SCHEMA_WORDS}.items():
        entry = _entry(code, error, _SPELLED.get(code, ((refusal.message, refusal.hint),)))
        yield dataclasses.replace(entry, sentence=_NOT_YAML) if code == "YAML-20" else entry
    for code, words in _CITED_AND_SCHEMES.items():
        yield _entry(code, error, (words,))
    for code, note in NOTES.items():
        yield _entry(code, note.severity, ((note.message, note.hint),))
    yield _entry("RULE-01", error, ((CRASHED, REPORT_IT),))
    for code, wordings in FORM_WORDS.items():
        yield _entry(code, error, wordings)
    yield _entry("OUT-01", error, ((SAME_PATH, RENAME), (TAKEN, RENAME)))
    for code, fault in PAGE_WORDS.items():
        yield _entry(code, fault.severity, ((fault.message, fault.hint),))


def _entry(code: str, severity: Severity, said: Iterable[Words]) -> Entry:
    pairs = tuple(_words(message, hint) for message, hint in said)
    return Entry(code, severity, pairs[0][0], pairs)


def _words(message: Wording, hint: Wording) -> Words:
    return _shown(message), _shown(hint)


def _shown(wording: Wording) -> Wording:
    return Wording(_template(wording.zh), _template(wording.en))


def _template(sentence: str) -> str:
    """Return a sentence to be filled as people read it: dots for what it will name."""
    # Doubled braces stay so: a Wording is filled once more when it is said.
    return _PLACEHOLDER.sub("…", _ADVICE.sub("", sentence)).strip()


def _statement(name: str) -> str:
    """Return the name of a rule's function, which says in English what must hold."""
    return f"{name.replace('_', ' ').capitalize()}."


def _flowing(text: str) -> str:
    """Return lines as one, where Chinese needs no space between them."""
    joined = re.sub(r"\s*\n\s*", "", text.strip())
    return joined.replace("{", "{{").replace("}", "}}")


_CITED_AND_SCHEMES: Final[Mapping[str, Words]] = {
    **{
        fault.code: (fault.message, fault.hint)
        for fault in (
            citation_faults.UNKNOWN,
            citation_faults.BROKEN,
            citation_faults.BLANK,
            citation_faults.NOT_A_VALUE,
            citation_faults.CHAINED,
            citation_faults.UNPAIRED,
            citation_faults.MEANT,
            citation_faults.UNROUNDED,
        )
    },
    "DATA-17": (check.UNKNOWN_PROFILE, check.SEE_PROFILES),
    "DATA-18": (schemes.UNKNOWN_RULE, schemes.SEE_RULES),
    "DATA-19": (manifest_checks.NO_SUCH_PATH, manifest_checks.SEE_PATHS),
    "DATA-20": (manifest_checks.NO_SUCH_FIELD, manifest_checks.SEE_FIELDS),
    "DATA-22": (manifest_checks.NO_PAGES, manifest_checks.SEE_PAGES),
    "DATA-23": (manifest_checks.NO_VARIANT, manifest_checks.SEE_VARIANTS),
    "DATA-25": (manifest_checks.NOT_A_NAME, manifest_checks.PLAIN_NAME),
}
_REMEDIES: Final[Mapping[str, tuple[Wording, ...]]] = {
    "DOC-02": (dates.WRITE, dates.WRITE_A_DAY),
    "DOC-03": (dates.GOALS_FIRST, dates.AFTER_YEAR),
}
"""Rules whose remedy depends on the case."""
_NOT_YAML: Final = Wording("不合 YAML 的写法", "What stands here is not YAML")
_SCHEMA: Final = schema_words.SCHEMA_WORDS
_BY_CASE: Final[Mapping[str, tuple[Wording, ...]]] = {
    "DATA-03": (
        schema_words.WRITE_GROUP,
        schema_words.WRITE_LIST,
        schema_words.WRITE_ENTRIES,
        schema_words.WRITE_TEXT,
        schema_words.WRITE_QUOTED,
        schema_words.WRITE_CITATION,
        schema_words.FILL_ITEM,
        schema_words.FILL_ROW,
    ),
    "DATA-04": (schema_words.FIGURE_ONLY, schema_words.WRITE_FIGURE, schema_words.TOO_LONG),
    "DATA-05": (schema_words.NUMBER_ONLY, schema_words.CONVERT),
    "DATA-08": (schema_words.WRITE_RATE, schema_words.WRITE_FIGURE),
}
_SPELLED: Final[Mapping[str, tuple[Words, ...]]] = {
    "YAML-20": tuple((words.cause, words.remedy) for words in SYNTAX_WORDS.values()),
    **{code: tuple((_SCHEMA[code].message, each) for each in _BY_CASE[code]) for code in _BY_CASE},
}
"""Codes whose remedy depends on the case: every cause with its own."""
