"""The command that looks at the pages."""

from __future__ import annotations

import click

from reportgen.cli.console import Console
from reportgen.cli.help import BilingualCommand
from reportgen.cli.options import format_option, language_option, paths_argument


@click.command(
    cls=BilingualCommand,
    help="核对成品版面 / what is wrong on the pages\n\n\b\n"
    "PATH 是 .docx、.pdf 或文件夹（连同下级），缺省为 output/\n"
    "页面由 LibreOffice 生成；给出 .pdf 的，与旁边同名的 .docx 对照\n"
    "PATH: .docx, .pdf or folders with all below, default output/. LibreOffice\n"
    "makes the pages; a .pdf is held against the .docx of its name beside it",
)
@paths_argument
@format_option
@language_option
@click.pass_obj
def proof(console: Console, paths: tuple[str, ...], form: str) -> int:
    """Check the pages of built documents."""
    from reportgen.cli.proof import prove_documents  # noqa: PLC0415 - only what a command needs

    return prove_documents(console, paths, as_json=form == "json")
