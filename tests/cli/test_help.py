"""Help: Chinese first with English beside it, headings in the language of the run."""

from __future__ import annotations

import re

import click
import pytest

from reportgen.cli.excerpt import cells
from reportgen.cli.help import BilingualCommand
from reportgen.cli.main import cli
from tests.cli.conftest import Run

LEAVES = [["forms", "list"], *([name] for name in cli.commands)]


@pytest.mark.parametrize("command", [[], *LEAVES], ids=" ".join)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_speaks_both_languages(run: Run, command: list[str], flag: str) -> None:
    ended = run(*command, flag)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"用法：{' '.join(['reportgen', *command])} [选项]")
    assert "\n选项:\n" in ended.out
    assert "Options" not in ended.out
    assert "[default" not in ended.out
    english = run("--lang", "en", *command, flag).out
    assert english.startswith(f"Usage: {' '.join(['reportgen', *command])} [OPTIONS]")
    assert "\nOptions:\n" in english
    for line in (ended.out + english).splitlines():
        assert cells(line) <= 80, line


@pytest.mark.parametrize("command", LEAVES, ids=" ".join)
def test_every_option_is_explained_in_both_languages(run: Run, command: list[str]) -> None:
    options = run(*command, "--help").out.partition("\n选项:\n")[2].partition("\n\n")[0]
    for line in options.splitlines():
        assert re.search(r"[\u4e00-\u9fff].* / .*[a-z]", line), line


def test_the_commands_stand_in_the_order_of_the_work(run: Run) -> None:
    listed = run("--help").out.partition("\n命令:\n")[2]
    names = [line.split()[0] for line in listed.splitlines()]
    assert names[:3] == ["new", "validate", "build"]
    assert all(re.search(r"[\u4e00-\u9fff].* / ", line) for line in listed.splitlines())
    assert "\nCommands:\n" in run("--help", "--lang=en").out


def test_without_a_command_the_help_is_a_complaint(run: Run) -> None:
    ended = run()
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == run("--help").out


def test_the_version(run: Run) -> None:
    assert re.fullmatch(r"reportgen \d+\.\d+\.\d+\n", run("--version").out)


def test_a_command_of_ours_works_without_a_console_too() -> None:
    command = BilingualCommand("other", params=[click.Option(["--plain"])])
    assert "--plain" in command.get_help(click.Context(command))
