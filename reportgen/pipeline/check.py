"""One file checked: read, its scheme found, its citations resolved, every rule run."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reportgen.figures.citation_faults import CitationProblem
from reportgen.figures.citations import resolve_citations
from reportgen.figures.naming import named_place
from reportgen.loading.department_file import LoadedDepartment, load_department
from reportgen.loading.places import Places
from reportgen.loading.profiles import LoadedProfile, Profiles
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import NOWHERE, Finding, Severity
from reportgen.pipeline.schemes import usable_profile
from reportgen.rules.answers import apply_answers
from reportgen.rules.registry import Rule, Subject, declared_rules, run_rules
from reportgen.wording.language import Wording, did_you_mean

UNKNOWN_PROFILE = Wording("没有“{name}”这个口径", 'There is no profile "{name}"')
SEE_PROFILES = Wording(
    "{suggestion}可用的口径：{known}", "{suggestion}Profiles that can be used: {known}"
)
_ANSWERS = ("说明",)


@dataclass(frozen=True)
class CheckedDepartment:
    """A file after every check. `department_year` is None when it cannot be printed.

    `unplaced` are its findings as they were made: most of them know only their path. A build
    counts them, and seldom asks for more.
    """

    file: str
    sha256: str
    unplaced: tuple[Finding, ...]
    places: Places
    department_year: DepartmentYear | None = None
    profile: LoadedProfile | None = None

    @functools.cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, each at its place, in the order of their places."""
        return _in_order(_placed(each, self.places) for each in self.unplaced)

    @property
    def has_errors(self) -> bool:
        """Whether an error stands unanswered."""
        return any(each.is_open_error for each in self.unplaced)


def check_department(path: Path, shown: str, profiles: Profiles) -> CheckedDepartment:
    """Read and check one file; `shown` is how messages name it.

    Raises ProfileError when its profile is there but cannot be used. What is wrong with the data
    is in the findings.
    """
    return check_loaded(load_department(path, shown), profiles)


def check_loaded(loaded: LoadedDepartment, profiles: Profiles) -> CheckedDepartment:
    """Check a file that was read. Raises ProfileError as `check_department` does."""
    if loaded.department is None:
        return _unprintable(loaded, loaded.findings)
    profile = usable_profile(profiles, loaded.department.profile)
    if profile is None:
        unknown = _unknown_profile(loaded.department.profile, loaded.places, profiles)
        return _unprintable(loaded, (*loaded.findings, unknown))
    return _checked(loaded, loaded.department, profile)


def _unprintable(loaded: LoadedDepartment, findings: tuple[Finding, ...]) -> CheckedDepartment:
    return CheckedDepartment(loaded.file, loaded.sha256, findings, loaded.places)


def with_answer_places(checked: CheckedDepartment) -> list[Finding]:
    """Return the findings of a file, those that may be answered with the 位置 to write."""
    year, rules = checked.department_year, declared_rules()
    answerable = {code for code, each in rules.items() if each.answerable}
    return [
        each._replace(answer_at=named_place(each.path, year))
        if year is not None and each.code in answerable and not each.answered
        else each
        for each in checked.findings
    ]


def _checked(
    loaded: LoadedDepartment, typed: DepartmentYear, profile: LoadedProfile
) -> CheckedDepartment:
    department_year, problems = resolve_citations(typed, profile.profile)
    found = run_rules(Subject(department_year, profile.profile), _every_rule())
    # What a rule says of a citation that failed only follows from it.
    failed = {problem.path for problem in problems}
    answered = apply_answers((each for each in found if each.path not in failed), department_year)
    cited = [_citation_finding(problem) for problem in problems]
    return CheckedDepartment(
        loaded.file,
        loaded.sha256,
        (*loaded.findings, *cited, *answered),
        loaded.places,
        None if cited else department_year,
        profile,
    )


@functools.cache
def _every_rule() -> tuple[Rule, ...]:
    """Return the rules, which are declared once for all when their package is imported."""
    return tuple(declared_rules().values())


def _placed(finding: Finding, places: Places) -> Finding:
    """Return a finding at its place; one about some words of a long text at those words.

    What is wrong with an answer is told at its entry.
    """
    if finding.place != NOWHERE:
        return finding
    place = places.at(finding.path)
    if finding.stated is not None and finding.path[:1] != _ANSWERS:
        place = places.within(place, finding.stated)
    other = None if finding.other_path is None else places.at(finding.other_path)
    return finding._replace(place=place, other=other)


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=Finding.order))


def _citation_finding(problem: CitationProblem) -> Finding:
    return Finding(
        code=problem.fault.code,
        severity=Severity.ERROR,
        message=problem.fault.message,
        hint=problem.fault.hint,
        path=problem.path,
        arguments=problem.arguments,
    )


def _unknown_profile(name: str, places: Places, profiles: Profiles) -> Finding:
    return Finding(
        code="DATA-17",
        severity=Severity.ERROR,
        message=UNKNOWN_PROFILE,
        hint=SEE_PROFILES,
        place=places.at(("口径",)),
        path=("口径",),
        arguments={
            "name": name,
            "suggestion": did_you_mean(profiles.nearest(name)),
            "known": "、".join(profiles.names()),
        },
        stated=name,
    )
