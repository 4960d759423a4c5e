"""Tasks handed out a few ahead, and what came of them in order."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from reportgen.batch.crew import Crew
from reportgen.batch.outcome import Outcome, Task

TASKS = [Task(Path(name), name) for name in "abcde"]


class Hands:
    """Futures that are done when the test says so."""

    def __init__(self) -> None:
        self.given: list[Future[str]] = []

    def submit(self, task: Task) -> Future[str]:
        future: Future[str] = Future()
        self.given.append(future)
        if task.file != "c":
            future.set_result(task.file)
        return future

    @staticmethod
    def collect(task: Task, future: Future[str]) -> Outcome:
        if not future.done():
            raise KeyboardInterrupt
        return Outcome(f"{task.file}{future.result()}")


def test_outcomes_come_in_order_and_only_a_few_are_ahead() -> None:
    hands = Hands()
    crew = Crew(hands.submit, hands.collect, ahead=2)
    outcomes = crew.outcomes(TASKS)
    assert next(outcomes).file == "aa"
    assert len(hands.given) == 2
    hands.given[1:] = []
    assert next(outcomes).file == "bb"


def test_stopped_it_finishes_what_was_begun_and_nothing_else() -> None:
    hands = Hands()
    crew = Crew(hands.submit, hands.collect, ahead=4)
    outcomes = crew.outcomes(TASKS)
    assert [next(outcomes).file, next(outcomes).file] == ["aa", "bb"]
    with pytest.raises(KeyboardInterrupt):
        next(outcomes)
    assert [each.file for each in crew.finish()] == ["dd", "ee"]
    assert hands.given[2].cancelled()


def test_what_was_yielded_last_is_told_again_when_it_may_not_have_been_noted() -> None:
    hands = Hands()
    crew = Crew(hands.submit, hands.collect, ahead=2)
    assert next(crew.outcomes(TASKS)).file == "aa"
    assert [each.file for each in crew.finish()] == ["aa", "bb"]
