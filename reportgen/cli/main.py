"""The commands. Each parses, calls the floors below, prints, and says with what code to end.

Exit codes: 0 done; 1 errors found (validate, proof), or something not built; 2 could not run.
A stopped run ends as the shell expects: 130 by Ctrl-C, or asked to end; 141 when nobody reads on.
"""

from __future__ import annotations

import gc
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Final

import click

from reportgen import __version__
from reportgen.cli import words
from reportgen.cli.build_command import build
from reportgen.cli.console import Console, ReaderGoneError
from reportgen.cli.doctor_command import doctor
from reportgen.cli.form_commands import forms
from reportgen.cli.help import BilingualGroup
from reportgen.cli.options import (
    LANGUAGE,
    format_option,
    language_option,
    output_file_option,
    paths_argument,
)
from reportgen.cli.proof_command import proof
from reportgen.cli.usage import explained
from reportgen.model.errors import OutputError, ReportgenError
from reportgen.wording.language import choose_language

_DONE: Final = 0
_COULD_NOT_RUN: Final = 2
# Importing and reading make much and drop little: collecting often costs a fifteenth of a run.
_COLLECT_EVERY: Final = 50_000
_INTERRUPTED: Final = 130
_NOBODY_READS: Final = 141
_PROFILE: Final = "national-2020"


@click.group(
    cls=BilingualGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    help="一份 YAML，校验并生成全部预算绩效文书。\n\n"
    "One YAML file: every budget-performance paper, checked and printed.",
    invoke_without_command=True,
)
@click.version_option(
    __version__, message="%(prog)s %(version)s", help="显示版本 / show the version"
)
@language_option
@click.pass_context
def cli(context: click.Context) -> int:
    """Show the help when no command is given."""
    if context.invoked_subcommand is None:
        context.obj.warn(words.SENTENCE, sentence=context.get_help())
        return _COULD_NOT_RUN
    return _DONE


@cli.command(
    help="新建一份待填写的数据文件 / write a data file to fill in\n\n\b\n"
    "NAME 是部门全称；缺省写到 data/NAME-年度.yaml，已有的文件不动\n"
    "NAME: the department; default data/NAME-YEAR.yaml, never overwritten"
)
@click.argument("name")
@click.option("--year", metavar="YYYY", required=True, help="年度，必填 / year, required")
@click.option(
    "--profile",
    metavar="ID",
    default=_PROFILE,
    help=f"口径，缺省 {_PROFILE} / profile, default {_PROFILE}",
)
@output_file_option
@language_option
@click.pass_obj
def new(console: Console, name: str, year: str, profile: str, output: Path | None) -> int:
    """Write a commented data file."""
    from reportgen.cli.new import write_new_file  # noqa: PLC0415 - only what a command needs

    return write_new_file(console, name, year, profile, output)


@cli.command(
    help="校验数据文件 / check data files\n\n\b\n"
    "PATH 缺省为 data/；文件夹指直接放在其中的 .yaml\n"
    "PATH: data/ by default; a folder means the .yaml files directly in it"
)
@paths_argument
@format_option
@click.option("--strict", is_flag=True, help="警告也算不通过 / warnings fail too")
@language_option
@click.pass_obj
def validate(console: Console, paths: tuple[str, ...], form: str, strict: bool) -> int:  # noqa: FBT001 - click gives flags by position
    """Check files and say what the auditor would send back."""
    from reportgen.cli.validate import validate_files  # noqa: PLC0415

    return validate_files(console, paths, as_json=form == "json", strict=strict)


cli.add_command(build)
cli.add_command(forms)


@cli.command(
    help="查什么、为什么、怎么改 / what is checked, why, and how to mend it\n\n\b\n"
    "CODE 是编号（EXEC-02）或一类（EXEC）；不写则列出全部\n"
    "CODE: a code (EXEC-02) or a family (EXEC); without one, all of them"
)
@click.argument("code", required=False)
@language_option
@click.pass_obj
def rules(console: Console, code: str | None) -> int:
    """List every code, or explain one."""
    from reportgen.cli.rules import show_rules  # noqa: PLC0415

    return show_rules(console, code)


@cli.command(help="写出供编辑器用的 JSON Schema / the JSON Schema for editors")
@output_file_option
@language_option
@click.pass_obj
def schema(console: Console, output: Path | None) -> int:
    """Print or write the JSON Schema of a data file."""
    from reportgen.cli.schema import write_schema  # noqa: PLC0415

    return write_schema(console, output)


cli.add_command(doctor)
cli.add_command(proof)


def run() -> None:
    """Run the program and end the process with its exit code."""
    gc.set_threshold(_COLLECT_EVERY)
    # Asked to end, or the terminal closed, we do as after Ctrl-C: LibreOffice must not run on, nor
    # its folders stay. Windows has no SIGHUP; what nohup began is to go on.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
        signal.signal(signal.SIGHUP, _hang_up)
    sys.exit(main(sys.argv[1:]))


def _hang_up(number: int, _frame: FrameType | None) -> None:
    """End as after Ctrl-C, once: the shell and the system may both tell that a terminal closed."""
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def main(arguments: list[str]) -> int:
    """Run one command. Returns the exit code; whatever stops a run is told, never traced."""
    console = Console(choose_language(_asked_language(arguments)))
    try:
        code = cli.main(arguments, words.PROGRAM, standalone_mode=False, obj=console)
        console.flush()
    except (click.exceptions.Abort, KeyboardInterrupt):
        console.warn(words.INTERRUPTED)
        return _INTERRUPTED
    except ReaderGoneError:
        console.abandon()
        return _NOBODY_READS
    except click.UsageError as error:
        return _tell(console, explained(error))
    except ReportgenError as error:
        return _tell(console, error)
    return code if isinstance(code, int) else _DONE


def _asked_language(arguments: list[str]) -> str | None:
    """Return the value of the last --lang: help and usage errors come before click reads it."""
    asked = None
    for argument, following in zip(arguments, [*arguments[1:], None], strict=False):
        if argument == LANGUAGE:
            asked = following
        elif argument.startswith(f"{LANGUAGE}="):
            asked = argument.partition("=")[2]
    return asked


def _tell(console: Console, error: ReportgenError) -> int:
    console.warn(words.ERROR_PREFIX, message=error.message)
    for detail in error.details:
        console.warn(detail)
    if error.hint is not None:
        console.warn(words.HINT, hint=error.hint)
    try:
        console.flush()
    except (ReaderGoneError, OutputError):
        console.abandon()
    return _COULD_NOT_RUN
