"""One source from its file to its documents, and nothing that stops another."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.batch.outcome import Outcome, State, Task
from reportgen.batch.workbench import Kit, Workbench
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.rendering.documents import Printer
from tests.workspace import DEPARTMENT


def built(task: Task) -> Outcome:
    outcome = Outcome(task.file)
    Workbench(Kit(Path("output"), load_forms(), Profiles())).build(task, outcome)
    return outcome


def test_what_goes_elsewhere_than_foreseen_is_not_written(workspace: Path) -> None:
    outcome = built(Task(workspace / "data/a.yaml", "a.yaml", "2024/乙局"))
    assert (outcome.state, outcome.folder) == (State.STRAYED, "2024/某县卫生健康局")
    assert not Path("output").exists()


def test_bytes_that_were_sent_are_taken_for_the_file(workspace: Path) -> None:
    del workspace
    outcome = built(Task(Path("nowhere"), "a.yaml", raw=DEPARTMENT.encode()))
    assert (outcome.state, len(outcome.documents)) == (State.BUILT, 1)


def test_a_program_that_fails_is_told_and_stops_no_other(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(Printer, "print_form", fail)
    outcome = built(Task(workspace / "data/a.yaml", "a.yaml"))
    (failure,) = outcome.failures
    assert "RecursionError" in failure.error.message.say("zh")
    assert not outcome.complete
