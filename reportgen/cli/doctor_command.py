"""The command that looks at the computer."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from reportgen.cli.console import Console
from reportgen.cli.help import BilingualCommand
from reportgen.cli.options import format_option, language_option

_OUTPUT: Final = Path("output")


@click.command(
    cls=BilingualCommand,
    help="看看缺什么、怎么补 / what is missing here, and how to get it\n\n\b\n"
    "工作文件夹、终端、字体、LibreOffice、扩展；缺了就生成不了的，退出码为 1\n"
    "The workspace, terminal, faces, LibreOffice, extras; ends with 1 when\n"
    "something is missing without which nothing can be built",
)
@format_option
@language_option
@click.pass_obj
def doctor(console: Console, form: str) -> int:
    """Say what is here for the work and what is missing."""
    from reportgen.cli.doctor import examine  # noqa: PLC0415 - only what a command needs

    return examine(console, _OUTPUT, as_json=form == "json")
