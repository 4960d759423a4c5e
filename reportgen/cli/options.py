"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from reportgen.cli.console import Console
from reportgen.wording.language import LANGUAGES, choose_language

LANGUAGE: Final = "--lang"


def _set_language(context: click.Context, _: click.Parameter, language: str | None) -> None:
    if language is not None or context.find_object(Console) is None:
        context.obj = Console(choose_language(language))


language_option = click.option(
    LANGUAGE,
    type=click.Choice(LANGUAGES),
    expose_value=False,
    callback=_set_language,
    help="说哪种语言 / language of the messages",
)
output_file_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="写到哪个文件 / file to write",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="输出格式 / output format",
)
paths_argument = click.argument("paths", nargs=-1, metavar="[PATH]...")
