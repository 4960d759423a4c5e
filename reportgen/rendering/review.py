"""Findings as facts: what the review notes (校验意见) print, one row a finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reportgen.figures.facts import FactList, Facts
from reportgen.model.finding import Finding, Severity, path_text

KEYS: Final = ("序号", "规则", "级别", "位置", "行号", "填报", "计算", "意见", "建议", "答复")
"""What a row of 意见 holds."""
_SEVERITIES: Final = {
    Severity.ERROR: "错误",
    Severity.WARNING: "警告",
    Severity.INFO: "提示",
}


def review_facts(findings: Iterable[Finding]) -> FactList:
    """Return the rows of 意见; official papers are Chinese, whatever the language of the run."""
    return FactList([_row(number, finding) for number, finding in enumerate(findings, 1)])


def _row(number: int, finding: Finding) -> Facts:
    values = (
        number,
        finding.code,
        _SEVERITIES[finding.severity],
        path_text(finding.path),
        finding.place.line,
        finding.stated,
        finding.computed,
        finding.say("zh"),
        finding.say_hint("zh"),
        finding.reason,
    )
    return Facts(zip(KEYS, values, strict=True))
