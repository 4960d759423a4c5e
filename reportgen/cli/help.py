"""Help in the language of the run: Chinese first with English beside, within 80 columns."""

from __future__ import annotations

import click

from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.model.errors import UsageError
from reportgen.wording.language import Wording, choose_language, did_you_mean
from reportgen.wording.nearest import nearest


class BilingualCommand(click.Command):
    """A command whose headings are in the language of the run; more arguments are refused."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is called."""
        pieces = [_said(ctx, words.METAVARS.get(p, p)) for p in self.collect_usage_pieces(ctx)]
        heading = _said(ctx, words.USAGE_HEADING)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=heading)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands if there are any."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        with formatter.section(_said(ctx, words.OPTIONS_HEADING)):
            formatter.write_dl([_row(ctx, option) for option in options])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help, explained in both languages."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = words.HELP_OPTION
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments. Raises UsageError for those that have no meaning."""
        ctx.allow_extra_args = True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if rest and not isinstance(self, click.Group):
            path = ctx.command_path
            raise UsageError(words.EXTRA, words.SEE_HELP, extra=" ".join(rest), command=path)
        return rest


class BilingualGroup(BilingualCommand, click.Group):
    """A group of such commands; a name that none has is answered with the nearest one."""

    command_class = BilingualCommand
    group_class = type

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        rows = [(name, _first_line(self.commands[name])) for name in self.list_commands(ctx)]
        with formatter.section(_said(ctx, words.COMMANDS_HEADING)):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant. Raises UsageError when there is none of the name."""
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            raise UsageError(
                words.NO_SUCH_COMMAND,
                words.SEE_HELP_OR,
                name=name,
                suggestion=did_you_mean(nearest(name, self.commands)),
                command=ctx.command_path,
            )
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order a year's work takes them."""
        return list(self.commands)


def _row(ctx: click.Context, option: click.Option) -> tuple[str, str]:
    """Return the names of an option and its help, without what click adds in English."""
    names, _ = option.get_help_record(ctx) or ("", "")
    return names, option.help or ""


def _first_line(command: click.Command) -> str:
    return (command.help or "").partition("\n")[0]


def _said(ctx: click.Context, wording: Wording | str) -> str:
    console = ctx.find_object(Console)
    language = choose_language(None) if console is None else console.language
    return wording if isinstance(wording, str) else wording.say(language)
