"""The command that builds."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.cli.help import BilingualCommand
from reportgen.cli.options import language_option, paths_argument
from reportgen.model.errors import UsageError

_OUTPUT: Final = "output"


@click.command(
    cls=BilingualCommand,
    help="生成 Word 文书 / build the Word documents\n\n\b\n"
    "PATH 缺省为 data/；文件夹指直接放在其中的 .yaml\n"
    "PATH: data/ by default; a folder means the .yaml files directly in it",
)
@paths_argument
@click.option(
    "-f",
    "--form",
    "forms",
    metavar="ID",
    multiple=True,
    help="只生成这个表单，可多次 / only this form (ID, title)",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    default=Path(_OUTPUT),
    help=f"写到哪个文件夹，缺省 {_OUTPUT} / folder, default {_OUTPUT}",
)
@click.option("--blank", is_flag=True, help="印空白表 / print the forms empty")
@click.option("--pdf", is_flag=True, help="另存 PDF，要装 LibreOffice / PDF too, by LibreOffice")
@click.option("--png", is_flag=True, help="另存每页图片，含 --pdf / each page as a picture too")
@click.option(
    "--merge", is_flag=True, help="每个部门合订一份 PDF，含 --pdf / one PDF a department too"
)
@click.option(
    "-j",
    "--processes",
    type=click.IntRange(min=1),
    metavar="N",
    help="用几个进程，缺省为处理器个数 / processes, default: cores",
)
@click.option("--force", is_flag=True, help="没有变化的也重做 / build what is unchanged too")
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="在 Dask 集群上做：tcp://主机:端口 / on a Dask cluster",
)
@click.option("--strict", is_flag=True, help="有错误的部门不生成 / leave out files with errors")
@language_option
@click.pass_obj
def build(  # noqa: PLR0913, PLR0917 - the options of the command
    console: Console,
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    output: Path,
    processes: int | None,
    cluster: str | None,
    blank: bool,  # noqa: FBT001
    force: bool,  # noqa: FBT001
    strict: bool,  # noqa: FBT001
    pdf: bool,  # noqa: FBT001
    png: bool,  # noqa: FBT001
    merge: bool,  # noqa: FBT001
) -> int:
    """Build documents from data files, or blank forms."""
    from reportgen.batch.conversion import PagesWanted  # noqa: PLC0415
    from reportgen.cli.build import BuildOptions, build_blank, build_files  # noqa: PLC0415

    pages = PagesWanted(pdf, png, merge)
    if blank and pages.anything:
        raise UsageError(words.BLANK_IN_WORD_ONLY, words.LEAVE_OUT_PAGES)
    if blank:
        return build_blank(console, paths, forms, output)
    options = BuildOptions(forms, strict, processes, force, cluster, pages)
    return build_files(console, paths, output, options)
