"""Options that several commands take."""

from __future__ import annotations

import click
from click.testing import CliRunner

from reportgen.cli.console import Console
from reportgen.cli.options import format_option, language_option


@click.command()
@format_option
@language_option
@click.pass_obj
def command(console: Console, form: str) -> None:
    click.echo(f"{console.language} {form}")


def said(*arguments: str, console: Console | None = None) -> str:
    result = CliRunner().invoke(command, list(arguments), obj=console, catch_exceptions=False)
    return result.output.strip()


def test_the_language_asked_for_wins_over_the_one_of_the_run() -> None:
    assert said("--lang", "en") == "en text"
    assert said("--lang", "en", console=Console("zh")) == "en text"
    assert said(console=Console("en")) == "en text"


def test_the_format_is_one_that_is_known() -> None:
    assert said("--lang", "zh", "--format", "json") == "zh json"
    assert "xml" in said("--format", "xml")
