"""What came of a build."""

from __future__ import annotations

import pickle

import pytest

from reportgen.batch.outcome import Failure, Outcome, State
from reportgen.batch.report import BuildReport
from reportgen.model.errors import OutputError, UsageError
from reportgen.model.finding import Finding, Place, Severity
from reportgen.wording.language import Phrase, Wording

WORDS = Wording("甲{a}", "one {a}")
PLACE = Place("a.yaml", 1, 1)
FAILED = Failure("a.yaml", OutputError(WORDS, a=1))


@pytest.mark.parametrize(
    "report",
    [
        BuildReport([Outcome("a.yaml")]),
        BuildReport([Outcome("a.yaml", State.UNREADABLE)]),
        BuildReport([Outcome("a.yaml", State.WITHHELD)]),
        BuildReport([Outcome("a.yaml", State.BUILT, failures=[FAILED])]),
        BuildReport(stray_failures=[FAILED]),
        BuildReport(collided=[Finding("OUT-01", Severity.ERROR, WORDS, WORDS, PLACE)]),
    ],
    ids=["stopped", "unreadable", "withheld", "failed", "no manifest", "collided"],
)
def test_a_build_that_left_something_is_not_complete(report: BuildReport) -> None:
    assert not report.complete


def test_an_empty_build_is_complete() -> None:
    assert BuildReport().complete


def test_what_is_built_or_unchanged_is_complete() -> None:
    assert BuildReport([Outcome("a", State.BUILT), Outcome("b", State.UNCHANGED)]).complete


def test_a_notice_is_given_once() -> None:
    said = [[Phrase(WORDS, {"a": a})] for a in (1, 2, 1)]
    report = BuildReport([Outcome("a.yaml", notices=notices) for notices in said])
    assert [notice.say("zh") for notice in report.notices] == ["甲1", "甲2"]


def test_counts_are_those_of_all_sources() -> None:
    report = BuildReport([Outcome("a", counts={"error": 1}), Outcome("b", counts={"error": 2})])
    assert report.counts["error"] == 3


def test_a_failure_travels_between_processes() -> None:
    error = UsageError(WORDS, WORDS, details=[Phrase(WORDS, {"a": 2})], a=Phrase(WORDS, {"a": 1}))
    again = pickle.loads(pickle.dumps(Failure("a.yaml", error))).error  # noqa: S301 - ours
    assert type(again) is UsageError
    assert again.message.say("zh") == "甲甲1"
    assert again.hint is not None
    assert (again.hint.say("en"), str(again)) == ("one one 1", str(error))
    assert [each.say("zh") for each in again.details] == ["甲2"]
