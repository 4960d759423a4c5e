"""Where words go: a terminal gets colour and tables, a pipe gets plain lines.

A console that cannot show a character (GBK on Windows, 𠮷) shows a stand-in, never an exception
and never mojibake: the stream keeps its own encoding.
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import io
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TextIO

import click

from reportgen.cli import words
from reportgen.cli.words import RATE
from reportgen.model.errors import OutputError
from reportgen.wording.language import Language, Phrase, Wording

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from reportgen.batch.outcome import Progress

_COLOURS: Final = {"error": "31", "warning": "33", "info": "36", "good": "32"}
_WORTH_A_BAR: Final = 10
_NO_PHASES: Final[Mapping[str, Wording]] = MappingProxyType({})
# Windows reports a reader that is gone as EINVAL.
_READER_GONE: Final = (errno.EPIPE, errno.EINVAL)


class ReaderGoneError(Exception):
    """Whoever read our output has read enough, as `head` does."""


class Console:
    """One run's standard output and error, in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.out = _safe(sys.stdout)
        self.err = _safe(sys.stderr)
        self.is_terminal = self.out.isatty()
        self._coloured = (
            self.is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        )

    @property
    def encoding(self) -> str:
        """The encoding of standard output."""
        return self.out.encoding or "ascii"

    def can_show(self, text: str) -> bool:
        """Whether standard output carries every character of a text."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def line(self, text: str = "") -> None:
        """Print one line on standard output."""
        with _writing():
            if self._coloured:
                click.echo(text, file=self.out)  # knows how old Windows consoles are coloured
            else:
                self.out.write(f"{text}\n")

    def say(self, words: Wording | Phrase, **arguments: object) -> None:
        """Print a sentence on standard output."""
        self.line(self.said(words, arguments))

    def warn(self, words: Wording | Phrase, **arguments: object) -> None:
        """Print a sentence on standard error."""
        with contextlib.suppress(OSError):
            self.err.write(f"{self.said(words, arguments)}\n")

    def said(self, words: Wording | Phrase, arguments: Mapping[str, object]) -> str:
        """Return a sentence in the language of the run."""
        if isinstance(words, Phrase):
            return words.say(self.language)
        return words.say(self.language, arguments)

    def json(self, content: Any, indent: int = 1) -> None:
        """Print one JSON value; what the stream's encoding might not carry is escaped."""
        is_utf8 = codecs.lookup(self.encoding).name == "utf-8"
        self.line(json.dumps(content, ensure_ascii=not is_utf8, indent=indent))

    def coloured(self, text: str, colour: str) -> str:
        """Return `text` in a colour on a terminal, as it is in a pipe."""
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self._coloured else text

    def table(self, headings: Sequence[Wording], rows: Sequence[Sequence[str]]) -> None:
        """Print a table: drawn on a terminal, tab-separated lines in a pipe."""
        titles = [heading.say(self.language) for heading in headings]
        if not self.is_terminal:
            for row in (titles, *rows):
                self.line("\t".join(row))
            return
        from rich.console import Console as RichConsole  # noqa: PLC0415 - 45 ms, terminals only
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        table = Table(*titles)
        for row in rows:
            table.add_row(*map(Text.from_ansi, row))
        with _writing():
            RichConsole(file=self.out, markup=False, emoji=False, highlight=False).print(table)

    @contextlib.contextmanager
    def progress(
        self, words: Wording, phases: Mapping[str, Wording] = _NO_PHASES
    ) -> Iterator[Progress]:
        """Give a callback (done, all, name) that moves a bar on a terminal, nothing in a pipe.

        A name among `phases` is that of other work: the bar gets its title, and counts time anew.
        """
        if not self.err.isatty():
            yield lambda _done, _all, _name: None
            return
        with contextlib.ExitStack() as stack:
            bars: list[Bar] = []
            title, begun, started = words, 0, time.monotonic()

            def move(done: int, of: int, name: str) -> None:
                nonlocal title, begun, started
                if of < _WORTH_A_BAR:
                    return
                if not bars:
                    bars.append(stack.enter_context(_bar(self.err, title.say(self.language))))
                task = bars[0].task_ids[0]
                if (now := phases.get(name, words)) is not title:
                    title, begun, started = now, done, time.monotonic()
                    told = title.say(self.language)
                    bars[0].reset(task, total=of, completed=done, description=told)
                rate = f"{(done - begun) / max(time.monotonic() - started, 0.001):.1f}"
                told = RATE.say(self.language, {"rate": rate})
                bars[0].update(task, completed=done, total=of, rate=told)

            yield move

    def flush(self) -> None:
        """Hand over what is still held back. Raises as `line` does."""
        with _writing():
            self.out.flush()

    def abandon(self) -> None:
        """Let nothing more be written, not even what Python still holds back at its end."""
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.out.fileno())


def _bar(stream: TextIO, title: str) -> Bar:
    from rich import progress  # noqa: PLC0415
    from rich.console import Console as RichConsole  # noqa: PLC0415

    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("{task.fields[rate]}"),
        progress.TimeRemainingColumn(),
    )
    bar = progress.Progress(*columns, console=RichConsole(file=stream), transient=True)
    bar.add_task(title, rate="")
    return bar


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    """Turn what can go wrong with standard output into what the commands know.

    Raises ReaderGoneError, or OutputError when it cannot be written (a full disk).
    """
    try:
        yield
    except OSError as error:
        if error.errno in _READER_GONE:
            raise ReaderGoneError from error
        reason = error.strerror or str(error)
        raise OutputError(words.CANNOT_PRINT, reason=reason) from error


def _safe(stream: TextIO | None) -> TextIO:
    """Return the stream, set to replace what its encoding cannot show."""
    if isinstance(stream, io.TextIOWrapper):
        # LC_ALL=C claims ASCII, and no terminal of today means it.
        plain = stream.encoding.lower() in ("ascii", "ansi_x3.4-1968", "us-ascii")
        stream.reconfigure(encoding="utf-8" if plain else stream.encoding, errors="replace")
    return io.StringIO() if stream is None else stream
