"""The commands about forms, as they are called."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("command", ["list", "show", "check", "tags"])
def test_each_has_help_in_both_languages(run: Run, command: str) -> None:
    ended = run("forms", command, "-h")
    assert ended.code == 0
    assert ended.out.startswith(f"用法：reportgen forms {command} [选项]")
    assert " / " in ended.out.splitlines()[2]


def test_without_a_command_the_forms_are_listed(run: Run) -> None:
    assert run("forms").out == run("forms", "list").out
    assert run("forms", "--lang", "en").out == run("forms", "list", "--lang", "en").out


def test_what_is_missing_is_told(run: Run) -> None:
    for command, name in (("show", "ID"), ("check", "FILE")):
        ended = run("forms", command)
        assert ended.code == 2
        assert f"缺少 {name}" in ended.err
