"""The commands. Each parses, calls the floors below, prints, and says with what code to end.

Exit codes: 0 done; 1 validate found errors, or build could not build something; 2 could not run.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from reportgen import __version__
from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.model.errors import ReportgenError
from reportgen.wording.language import LANGUAGES, Wording, choose_language

_DONE: Final = 0
_COULD_NOT_RUN: Final = 2
_INTERRUPTED: Final = 130
F = TypeVar("F", bound=Callable[..., Any])

_language_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="说哪种语言 / language of the messages",
)
_paths_argument = click.argument("paths", nargs=-1, metavar="[PATH]...")


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="一份 YAML，校验并生成全部预算绩效文书。\n\n"
    "One YAML file: every budget-performance paper, checked and printed.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Hold the commands together."""


@cli.command(help="新建一份待填写的数据文件 / write a data file to fill in")
@click.argument("name")
@click.option("--year", required=True, help="年度，如 2024 / year")
@click.option("--profile", default="national-2020", show_default=True, help="口径 / profile")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="写到哪个文件 / file")
@_language_option
def new(
    name: str, year: str, profile: str, output: Path | None, lang: str | None
) -> int:
    """Write a commented data file."""
    from reportgen.cli.new import write_new_file  # noqa: PLC0415 - only what a command needs

    return write_new_file(_console(lang), name, year, profile, output)


@cli.command(help="校验数据文件 / check data files")
@_paths_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="输出格式 / output format",
)
@click.option("--strict", is_flag=True, help="警告也算不通过 / warnings fail too")
@_language_option
def validate(paths: tuple[str, ...], form: str, strict: bool, lang: str | None) -> int:  # noqa: FBT001 - click gives flags by position
    """Check files and say what the auditor would send back."""
    from reportgen.cli.validate import validate_files  # noqa: PLC0415

    return validate_files(_console(lang), paths, as_json=form == "json", strict=strict)


@cli.command(help="生成 Word 文书 / build the Word documents")
@_paths_argument
@click.option("-f", "--form", "forms", multiple=True, help="只生成这个表单，可多次 / only this form")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="写到哪个文件夹 / folder",
)
@click.option("--blank", is_flag=True, help="印空白表 / print the forms empty")
@click.option("--strict", is_flag=True, help="有错误的部门不生成 / leave out files with errors")
@_language_option
def build(  # noqa: PLR0913 - the options of the command
    paths: tuple[str, ...],
    forms: tuple[str, ...],
    output: Path,
    blank: bool,  # noqa: FBT001
    strict: bool,  # noqa: FBT001
    lang: str | None,
) -> int:
    """Build documents from data files, or blank forms."""
    from reportgen.cli.build import build_blank, build_files  # noqa: PLC0415

    console = _console(lang)
    if blank:
        return build_blank(console, forms, output)
    return build_files(console, paths, forms, output, strict=strict)


@cli.group(help="有哪些表单 / which forms there are", invoke_without_command=True)
@click.pass_context
def forms(context: click.Context) -> int:
    """List the forms when no more is said."""
    if context.invoked_subcommand is None:
        return int(context.invoke(forms_list, lang=None))
    return _DONE


@forms.command("list", help="列出全部表单 / list every form")
@_language_option
def forms_list(lang: str | None) -> int:
    """List every form with its title and the profiles that build it."""
    from reportgen.cli.forms import list_forms  # noqa: PLC0415

    return list_forms(_console(lang))


@cli.command(help="写出供编辑器用的 JSON Schema / the JSON Schema for editors")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="写到哪个文件 / file")
@_language_option
def schema(output: Path | None, lang: str | None) -> int:
    """Print or write the JSON Schema of a data file."""
    from reportgen.cli.schema import write_schema  # noqa: PLC0415

    return write_schema(_console(lang), output)


def _console(language: str | None) -> Console:
    return Console(choose_language(language))


def run() -> None:
    """Run the program and end the process with its exit code."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: list[str]) -> int:
    """Run one command. Returns the exit code; whatever stops a run is told, never traced."""
    language = choose_language(_asked_language(arguments))
    console = Console(language)
    try:
        code = cli.main(arguments, prog_name="reportgen", standalone_mode=False)
    except click.exceptions.Abort:
        console.warn(words.INTERRUPTED)
        return _INTERRUPTED
    except click.UsageError as error:
        _tell_usage(console, error)
        return _COULD_NOT_RUN
    except ReportgenError as error:
        _tell(console, error)
        return _COULD_NOT_RUN
    return code if isinstance(code, int) else _DONE


def _asked_language(arguments: list[str]) -> str | None:
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def _tell(console: Console, error: ReportgenError) -> None:
    console.warn(words.ERROR_PREFIX, message=error.message)
    for detail in error.details:
        console.warn(detail)
    if error.hint is not None:
        console.warn(words.HINT, hint=error.hint)


def _tell_usage(console: Console, error: click.UsageError) -> None:
    console.warn(words.USAGE, detail=_usage_detail(error))
    command = error.ctx.command_path if error.ctx else "reportgen"
    console.warn(words.SEE_HELP, command=command)


def _usage_detail(error: click.UsageError) -> Wording | str:
    return error.format_message()
