"""The commands about forms, as the program offers them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_commands_are_offered(folder: Path, run: Run) -> None:  # noqa: ARG001
    shown = run("forms", "--help").out
    assert [name for name in ("list", "check", "show", "tags") if f"  {name} " in shown] == [
        "list",
        "check",
        "show",
        "tags",
    ]


@pytest.mark.parametrize("command", ["list", "check", "show", "tags"])
def test_every_command_explains_itself_in_both_languages(
    folder: Path,  # noqa: ARG001
    run: Run,
    command: str,
) -> None:
    ended = run("forms", command, "--help")
    assert ended.code == 0
    assert " / " in ended.out


def test_a_misspelt_command_is_answered_with_the_nearest(folder: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("forms", "chek")
    assert ended.code == 2
    assert "check" in ended.err
