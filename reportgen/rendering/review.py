"""Findings as facts: what the review notes (校验意见) print, one row a finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reportgen.figures.facts import FactList, Facts
from reportgen.figures.naming import named_place
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding, Severity, path_text

REVIEW: Final = "意见"
"""What a form calls the findings."""
KEYS: Final = ("序号", "规则", "级别", "位置", "行号", "填报", "计算", "意见", "建议", "答复")
"""What a row of 意见 holds."""
_SEVERITIES: Final = {
    Severity.ERROR: "错误",
    Severity.WARNING: "警告",
    Severity.INFO: "提示",
}


def review_facts(
    findings: Iterable[Finding], department_year: DepartmentYear | None = None
) -> FactList:
    """Return the rows of 意见; official papers are Chinese, whatever the language of the run.

    Places are written in the names of `department_year`, as an answer under 说明 would.
    """
    return FactList([_row(i, each, department_year) for i, each in enumerate(findings, 1)])


def _row(number: int, finding: Finding, department_year: DepartmentYear | None) -> Facts:
    place = (
        path_text(finding.path)
        if department_year is None
        else named_place(finding.path, department_year)
    )
    values = (
        number,
        finding.code,
        _SEVERITIES[finding.severity],
        place,
        finding.place.line,
        finding.stated,
        finding.computed,
        finding.say("zh"),
        finding.say_hint("zh"),
        finding.reason,
    )
    return Facts(zip(KEYS, values, strict=True))
