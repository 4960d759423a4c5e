"""click's own complaints in our words, told apart by their type and never by their English."""

from __future__ import annotations

from functools import singledispatch

import click

from reportgen.cli import words
from reportgen.model.errors import UsageError
from reportgen.wording.language import Phrase, did_you_mean


def explained(error: click.UsageError) -> UsageError:
    """Return what click says of a command line as an error of ours."""
    command = error.ctx.command_path if error.ctx else words.PROGRAM
    near = error.possibilities if isinstance(error, click.NoSuchOption) else None
    return UsageError(
        words.SENTENCE,
        words.SEE_HELP_OR,
        sentence=_sentence(error),
        suggestion=did_you_mean(near[0] if near else None),
        command=command,
    )


@singledispatch
def _sentence(error: click.UsageError) -> Phrase:
    return Phrase(words.WRONG_USAGE, {"detail": error.format_message()})


@_sentence.register
def _(error: click.NoSuchOption) -> Phrase:
    return Phrase(words.NO_SUCH_OPTION, {"name": error.option_name})


@_sentence.register
def _(error: click.BadOptionUsage) -> Phrase:
    options = error.ctx.command.params if error.ctx else []
    flags = [o for o in options if isinstance(o, click.Option) and o.is_flag]
    is_flag = any(error.option_name in flag.opts for flag in flags)
    sentence = words.FLAG_WITH_VALUE if is_flag else words.OPTION_WITHOUT_VALUE
    return Phrase(sentence, {"name": error.option_name})


@_sentence.register
def _(error: click.MissingParameter) -> Phrase:
    name = _name(error.param)
    if name in words.ARGUMENTS:
        meaning = words.ARGUMENTS[name]
        return Phrase(words.MISSING_ARGUMENT, {"name": name, "meaning": meaning})
    return Phrase(words.MISSING_PARAMETER, {"name": name})


@_sentence.register
def _(error: click.BadParameter) -> Phrase:
    name = _name(error.param)
    if error.param is not None and isinstance(error.param.type, click.Choice):
        choices = " | ".join(map(str, error.param.type.choices))
        return Phrase(words.NOT_A_CHOICE, {"name": name, "choices": choices})
    if error.param is not None and isinstance(error.param.type, click.IntRange):
        return Phrase(words.NOT_A_COUNT, {"name": name, "least": error.param.type.min})
    return Phrase(words.BAD_PARAMETER, {"name": name})


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return ""
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.human_readable_name
