"""How a rule is declared, and how all of them are run."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from reportgen.figures.rounding import written
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Finding, Severity
from reportgen.model.profile import Profile
from reportgen.wording.language import Wording


@dataclass(frozen=True, slots=True)
class Subject:
    """What rules look at: a department's year, citations resolved, and its scheme."""

    department_year: DepartmentYear
    profile: Profile


_NO_WORDS: Final[Mapping[str, object]] = MappingProxyType({})


class Hit(NamedTuple):
    """One place where a rule is broken.

    `arguments` fill the rule's wording, with `stated` and `computed` already among them. `other`
    is the second place when two disagree. `severity` is given where
    a breach is milder than the rule says, as 尾差 is.
    """

    path: DataPath
    stated: object = None
    computed: object = None
    arguments: Mapping[str, object] = _NO_WORDS
    other: DataPath | None = None
    severity: Severity | None = None


Check = Callable[[Subject], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, how bad a breach is, its wording, and the function that finds breaches.

    `basis` names the standard or form it rests on; `answerable` says whether a department may
    answer a breach with a reason under 说明.
    """

    code: str
    severity: Severity
    message: Wording
    hint: Wording
    answerable: bool
    basis: str
    check: Check

    @property
    def documentation(self) -> str:
        """The rule in words: a sentence, then 为什么, 错 and 对."""
        return (self.check.__doc__ or "").strip()


CRASHED: Final = Wording(
    "规则 {rule} 运行出错，未能检查：{detail}", "Rule {rule} crashed and checked nothing: {detail}"
)
REPORT_IT: Final = Wording(
    "这是程序的缺陷，不是数据的错；请把这一行发给维护者",
    "This is a defect of the program, not of the data; please send this line to its keepers",
)
_rules: dict[str, Rule] = {}


def rule(  # noqa: PLR0913 - each is a fact of the rule
    code: str,
    severity: Severity,
    *,
    message: Wording,
    hint: Wording,
    answerable: bool = True,
    basis: str = "",
) -> Callable[[Check], Check]:
    """Declare a rule. Raises ValueError when its code is taken: codes are never used twice."""

    def declare(check: Check) -> Check:
        if code in _rules:
            problem = f"rule code {code} is taken"
            raise ValueError(problem)
        _rules[code] = Rule(code, severity, message, hint, answerable, basis, check)
        return check

    return declare


def declared_rules() -> Mapping[str, Rule]:
    """Return the declared rules by code, in the order of the codes."""
    # They are declared by theme, once; sorting what is in order already is only looking at it.
    codes = sorted(_rules)
    if codes != [*_rules]:
        in_order = {code: _rules[code] for code in codes}
        _rules.clear()
        _rules.update(in_order)
    return dict(_rules)


def run_rules(subject: Subject, rules: Iterable[Rule]) -> list[Finding]:
    """Return what `rules` find, each at its path. A rule that crashes is a finding of its own."""
    findings: list[Finding] = []
    profile = subject.profile
    for each in rules:
        severity: Severity | None = each.severity
        if each.code in profile.severities:
            severity = profile.severity_of(each.code, each.severity)
        if severity is None:
            continue
        try:
            hits = list(each.check(subject))
        except Exception as error:  # noqa: BLE001 - one broken rule must not stop the others
            findings.append(_crash(each, error))
            continue
        if hits:
            findings += [_finding(each, hit, severity) for hit in hits]
    return findings


def _finding(each: Rule, hit: Hit, severity: Severity) -> Finding:
    stated, computed = _shown(hit.stated), _shown(hit.computed)
    return Finding(
        code=each.code,
        severity=severity if hit.severity is None else _milder(hit.severity, severity),
        message=each.message,
        hint=each.hint,
        path=hit.path,
        arguments={"stated": stated, "computed": computed, **hit.arguments},
        stated=stated,
        computed=computed,
        other_path=hit.other,
    )


def _milder(one: Severity, other: Severity) -> Severity:
    return max(one, other, key=[*Severity].index)


def _crash(each: Rule, error: Exception) -> Finding:
    last = traceback.extract_tb(error.__traceback__)[-1]
    detail = f"{type(error).__name__}: {error} ({last.name}:{last.lineno})"
    return Finding(
        code="RULE-01",
        severity=Severity.ERROR,
        message=CRASHED,
        hint=REPORT_IT,
        arguments={"rule": each.code, "detail": detail},
    )


def _shown(value: object) -> str | None:
    if isinstance(value, Decimal):
        return written(value)
    return None if value is None else str(value)
