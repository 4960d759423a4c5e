"""The commands about forms."""

from __future__ import annotations

from pathlib import Path

import click

from reportgen.cli.console import Console
from reportgen.cli.help import BilingualGroup
from reportgen.cli.options import format_option, language_option


@click.group(
    cls=BilingualGroup,
    help="有哪些表单 / which forms there are",
    invoke_without_command=True,
)
@language_option
@click.pass_context
def forms(context: click.Context) -> int:
    """List the forms when no more is said."""
    if context.invoked_subcommand is None:
        return int(context.invoke(forms_list))
    return 0


@forms.command("list", help="列出全部表单 / list every form")
@language_option
@click.pass_obj
def forms_list(console: Console) -> int:
    """List every form with its title and the profiles that build it."""
    from reportgen.cli.forms import list_forms  # noqa: PLC0415

    return list_forms(console)


@forms.command(
    "check",
    help="模板里哪里写错了 / what is wrong in a template\n\n\b\n"
    "FILE 是 .docx；有问题时退出码为 1\n"
    "FILE: a .docx; ends with 1 when something is wrong",
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@format_option
@language_option
@click.pass_obj
def forms_check(console: Console, files: tuple[Path, ...], form: str) -> int:
    """Check templates before anybody builds with them."""
    from reportgen.cli.forms_check import check_forms  # noqa: PLC0415

    return check_forms(console, files, as_json=form == "json")


@forms.command(
    "show",
    help="表单里有哪些字段，填了没有 / the fields a form shows\n\n\b\n"
    "ID 也可以写表单的名称，如 绩效自评报告\n"
    "ID: or the title of the form",
)
@click.argument("name", metavar="ID")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="对照这份数据，看哪些已填 / which are filled in this file",
)
@language_option
@click.pass_obj
def forms_show(console: Console, name: str, data: Path | None) -> int:
    """List the fields that a form shows."""
    from reportgen.cli.forms_show import show_form  # noqa: PLC0415

    return show_form(console, name, data)


@forms.command("tags", help="模板里能写哪些标签 / what can be written in a template")
@click.option("--markdown", is_flag=True, help="写成 Markdown / as Markdown")
@language_option
@click.pass_obj
def forms_tags(console: Console, markdown: bool) -> int:  # noqa: FBT001
    """List every tag, field and filter."""
    from reportgen.cli.forms_tags import list_tags  # noqa: PLC0415

    return list_tags(console, as_markdown=markdown)
