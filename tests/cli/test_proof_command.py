"""The command proof on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_main import loaded


def test_it_is_listed_and_explained_without_its_packages(folder: Path, run: Run) -> None:
    assert "proof" in run("--help").out
    assert "缺省为 output/" in run("proof", "--help").out
    assert not loaded(folder, "proof", "--help") & {"pydantic", "yaml", "rich", "pdfplumber"}


def test_a_wrong_option_is_answered(run: Run) -> None:
    ended = run("proof", "--format", "xml")
    assert (ended.code, ended.out) == (2, "")
    assert "--format 只能是 text | json" in ended.err
