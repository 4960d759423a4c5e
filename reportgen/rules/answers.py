"""Answers (说明): a department's reason for what a rule found.

A place is written with names, as in 评分表/财政供养人员控制率: each part is a key or a name on the
way to the finding, in this order, so inserting a row moves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from reportgen.figures.naming import Names, bare, names_on
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding, Severity
from reportgen.model.papers import Answer
from reportgen.rules.registry import declared_rules
from reportgen.wording.language import Phrase, Wording, did_you_mean
from reportgen.wording.nearest import nearest_code

_BEYOND_ANSWER: Final = ("YAML-", "DATA-", "FORM-", "PAGE-", "NOTE-", "RULE-")
"""Families of findings that no rule makes; none of them can be answered."""


class NoteWords(NamedTuple):
    """What can be wrong with an answer: how bad, the sentence, and what to do."""

    severity: Severity
    message: Wording
    hint: Wording


NOTES: Final = {
    "NOTE-01": NoteWords(
        Severity.WARNING,
        Wording(
            "说明没有用上：{rule}{place}没有这样的问题",
            "Unused answer: nothing found by {rule}{place}",
        ),
        Wording(
            "{suggestion}问题已经改正的，删去这条说明；否则核对规则和位置的名称",
            "{suggestion}Delete it if the problem is mended; else check the code and the names of"
            " the place",
        ),
    ),
    "NOTE-02": NoteWords(
        Severity.ERROR,
        Wording("{rule}{place}不能用说明答复", "{rule}{place} cannot be answered"),
        Wording("这类问题必须改正数据，不能只作说明", "The data must be corrected"),
    ),
    "NOTE-03": NoteWords(
        Severity.WARNING,
        Wording("说明没有写理由：{rule}{place}", "Answer without a reason: {rule}{place}"),
        Wording(
            "请填写“理由”；没有理由不算答复", "Give a reason (理由); without one it is no answer"
        ),
    ),
}


def apply_answers(findings: Iterable[Finding], department_year: DepartmentYear) -> list[Finding]:
    """Return the findings, the answered ones with their reason, and what is wrong with answers.

    `department_year` is the one that the rules saw.
    """
    found = list(findings)
    if not department_year.answers:
        return found
    named = {finding.path: names_on(finding.path, department_year) for finding in found}
    by_code: dict[str, list[int]] = defaultdict(list)
    for i, finding in enumerate(found):
        by_code[finding.code].append(i)
    notes = []
    for index, answer in enumerate(department_year.answers):
        candidates = by_code.get(answer.rule.strip(), ())
        meant = [i for i in candidates if leads(named[found[i].path], answer.place or "")]
        note = _note(answer, meant=bool(meant))
        if note is not None:
            notes.append(_finding(note, answer, index))
            continue
        for i in meant:
            if not found[i].answered:
                found[i] = found[i]._replace(reason=(answer.reason or "").strip())
    return [*found, *notes]


def leads(names: Iterable[Names], place: str) -> bool:
    """Whether the parts of `place` occur among the names of a path, in order; a blank one leads.

    The first part is the first name: 资金/总额 is not 项目/某项目/资金/总额.
    """
    rest = {bare(place)}
    for position, choices in enumerate(names):
        taken = [
            left.removeprefix(choice).removeprefix("/")
            for left in rest
            for choice in choices
            if left == choice or left.startswith(f"{choice}/")
        ]
        rest = rest | set(taken) if position else set(taken) or {""} & rest
    return "" in rest


def _note(answer: Answer, *, meant: bool) -> str | None:
    code = answer.rule.strip()
    rule = declared_rules().get(code)
    if rule is None and code.startswith(_BEYOND_ANSWER):
        return "NOTE-02"
    if not meant or rule is None:
        return "NOTE-01"
    if not rule.answerable:
        return "NOTE-02"
    return None if (answer.reason or "").strip() else "NOTE-03"


def _meant(answer: Answer) -> Phrase:
    """Return the words that offer the code that a wrong one was probably meant to be."""
    code, known = answer.rule.strip(), declared_rules()
    return did_you_mean(None if code in known else nearest_code(code, known))


def _finding(code: str, answer: Answer, index: int) -> Finding:
    words = NOTES[code]
    shown = f"（{answer.place}）" if answer.place else ""
    return Finding(
        code=code,
        severity=words.severity,
        message=words.message,
        hint=words.hint,
        path=("说明", index),
        arguments={"rule": answer.rule, "place": shown, "suggestion": _meant(answer)},
        stated=answer.rule,
    )
