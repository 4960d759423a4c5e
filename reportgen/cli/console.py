"""Where words go: a terminal gets colour and tables, a pipe gets plain lines.

A console that cannot show a character (GBK on Windows, 𠮷) shows a stand-in, never an exception
and never mojibake: the stream keeps its own encoding.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Protocol, TextIO

from reportgen.wording.language import Language, Phrase, Wording

if TYPE_CHECKING:
    from reportgen.batch.build import Progress

_COLOURS: Final = {"error": "31", "warning": "33", "info": "36", "good": "32", "dim": "2"}


class Says(Protocol):
    """Anything that can be said in either language."""

    def say(self, language: Language) -> str:
        """Return the sentence in `language`."""


class Console:
    """One run's standard output and error, in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.out = _safe(sys.stdout)
        self.err = _safe(sys.stderr)

    @property
    def is_terminal(self) -> bool:
        """Whether a person is looking at standard output."""
        return self.out.isatty()

    def line(self, text: str = "") -> None:
        """Print one line on standard output."""
        self.out.write(f"{text}\n")

    def say(self, words: Wording | Phrase, **arguments: object) -> None:
        """Print a sentence on standard output."""
        self.line(self.said(words, arguments))

    def warn(self, words: Wording | Phrase, **arguments: object) -> None:
        """Print a sentence on standard error."""
        self.err.write(f"{self.said(words, arguments)}\n")

    def said(self, words: Wording | Phrase, arguments: Mapping[str, object]) -> str:
        """Return a sentence in the language of the run."""
        if isinstance(words, Phrase):
            return words.say(self.language)
        return words.say(self.language, arguments)

    def coloured(self, text: str, colour: str) -> str:
        """Return `text` in a colour on a terminal, as it is in a pipe."""
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self.is_terminal else text

    def table(self, headings: Sequence[Wording], rows: Sequence[Sequence[str]]) -> None:
        """Print a table: drawn on a terminal, tab-separated lines in a pipe."""
        titles = [heading.say(self.language) for heading in headings]
        if not self.is_terminal:
            for row in (titles, *rows):
                self.line("\t".join(row))
            return
        from rich.console import Console as RichConsole  # noqa: PLC0415 - 45 ms, terminals only
        from rich.table import Table  # noqa: PLC0415

        table = Table(*titles)
        for row in rows:
            table.add_row(*row)
        RichConsole(file=self.out).print(table)

    @contextmanager
    def progress(self, words: Wording) -> Iterator[Progress]:
        """Give a callback (done, all, name) that moves a bar on a terminal, nothing in a pipe."""
        if not self.err.isatty():
            yield lambda _done, _all, _name: None
            return
        from rich.console import Console as RichConsole  # noqa: PLC0415
        from rich.progress import Progress as Bar  # noqa: PLC0415

        with Bar(console=RichConsole(file=self.err), transient=True) as bar:
            task = bar.add_task(words.say(self.language))
            yield lambda done, of, _name: bar.update(task, completed=done, total=of)


def _safe(stream: TextIO) -> TextIO:
    """Return the stream, set to replace what its encoding cannot show."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return stream
