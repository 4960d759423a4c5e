"""What came of a build."""

from __future__ import annotations

import pytest

from reportgen.batch.report import BuildReport, Failure
from reportgen.model.errors import OutputError
from reportgen.model.finding import Finding, Place, Severity
from reportgen.pipeline.check import CheckedDepartment
from reportgen.wording.language import Phrase, Wording

WORDS = Wording("甲{a}", "one {a}")
PLACE = Place("a.yaml", 1, 1)
CHECKED = CheckedDepartment("a.yaml", "", (), PLACE)


@pytest.mark.parametrize(
    "report",
    [
        BuildReport(checked=[CHECKED]),
        BuildReport(withheld=[CHECKED]),
        BuildReport(failures=[Failure("a.yaml", OutputError(WORDS, a=1))]),
        BuildReport(collided=[Finding("OUT-01", Severity.ERROR, WORDS, WORDS, PLACE)]),
    ],
    ids=["unreadable", "withheld", "failed", "collided"],
)
def test_a_build_that_left_something_is_not_complete(report: BuildReport) -> None:
    assert not report.complete


def test_an_empty_build_is_complete() -> None:
    assert BuildReport().complete


def test_a_notice_is_given_once() -> None:
    report = BuildReport()
    for a in (1, 2, 1):
        report.notice(Phrase(WORDS, {"a": a}))
    assert [notice.say("zh") for notice in report.notices] == ["甲1", "甲2"]
