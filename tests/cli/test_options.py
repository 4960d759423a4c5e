"""Options that several commands take."""

from __future__ import annotations

import click
import pytest

from reportgen.cli.console import Console
from reportgen.cli.options import language_option
from reportgen.wording.language import Language


@click.command()
@language_option
@click.pass_obj
def command(console: Console) -> None:
    console.line(console.language)


@pytest.mark.parametrize(
    ("arguments", "ours", "language"),
    [
        ([], "en", "en"),
        ([], None, "zh"),
        (["--lang", "en"], None, "en"),
        (["--lang=zh"], "en", "zh"),
    ],
)
def test_a_command_gets_a_console_in_the_language_asked_for(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    ours: Language | None,
    language: str,
) -> None:
    monkeypatch.setenv("REPORTGEN_LANG", "zh")
    given = None if ours is None else Console(ours)
    command.main(arguments, standalone_mode=False, obj=given)
    assert capsys.readouterr().out == f"{language}\n"
