"""The command doctor on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_main import loaded


def test_it_is_listed_and_explained_without_its_packages(folder: Path, run: Run) -> None:
    assert "doctor" in run("--help").out
    assert "退出码为 1" in run("doctor", "--help").out
    assert not loaded(folder, "doctor", "--help") & {"pydantic", "yaml", "rich"}


def test_a_wrong_option_is_answered(run: Run) -> None:
    ended = run("doctor", "--format", "xml")
    assert (ended.code, ended.out) == (2, "")
    assert "--format 只能是 text | json" in ended.err
