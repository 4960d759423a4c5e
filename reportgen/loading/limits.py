"""How much one file may ask for. A hostile file is refused before it costs anything.

Everything is counted on the parser's event stream and nothing is composed: up to PyYAML 6.0.3, the
C composer overruns its stack on some fifty thousand open brackets. The parser itself takes a linear
time, but for `%TAG` directives (seen: quadratic), which are therefore counted in the text.
"""

from __future__ import annotations

from typing import Final, NoReturn

from reportgen.wording.language import Wording

MOST_BYTES: Final = 2_000_000
MOST_NODES: Final = 100_000
MOST_DEPTH: Final = 30
MOST_ALIASES: Final = 100
MOST_DIRECTIVES: Final = 10
MOST_FINDINGS: Final = 300

# How libyaml says, from 0.2.6 on, that it came to a limit of its own. It reads ahead, so that it
# may come there before the walk has taken an event.
_TOO_DEEP: Final = "exceeded maximum nesting depth"
_BYTES: Final = Wording(zh="字节数", en="bytes")
_NODES: Final = Wording(zh="键和值的总数", en="keys and values")
_DEPTH: Final = Wording(zh="嵌套层数", en="levels of nesting")
_ALIASES: Final = Wording(zh="引用（*名）的个数", en="aliases (*name)")
_DIRECTIVES: Final = Wording(zh="% 指令的行数", en="% directive lines")


class LimitReached(Exception):  # noqa: N818 - a signal inside this floor, never seen outside it
    """A file asks for more than it may: of what, and how much is allowed."""

    def __init__(self, what: Wording, limit: int) -> None:
        super().__init__(what.en)
        self.what = what
        self.limit = limit


def check_size(size: int) -> None:
    """Raise LimitReached for a file of too many bytes, before any of it is parsed."""
    if size > MOST_BYTES:
        raise LimitReached(_BYTES, MOST_BYTES)


def check_directives(text: str) -> None:
    """Raise LimitReached for a text with too many lines that start with %."""
    if text.startswith("%") + text.count("\n%") > MOST_DIRECTIVES:
        raise LimitReached(_DIRECTIVES, MOST_DIRECTIVES)


def check_parser(problem: str | None) -> None:
    """Raise LimitReached where the parser gave up because something stands too deep for it."""
    if problem == _TOO_DEEP:
        raise LimitReached(_DEPTH, MOST_DEPTH)


class Meter:
    """Counts what the events ask for; an alias counts for all that it repeats.

    `nodes` are the keys, values, lists and groups. Nearly all that a walk does is count them: it
    adds to them itself, and calls `stop` where they are over MOST_NODES.
    """

    def __init__(self) -> None:
        self.nodes = 0
        self.deepest = 0
        self._aliases = 0

    def stop(self) -> NoReturn:
        """Raise LimitReached for the nodes."""
        raise LimitReached(_NODES, MOST_NODES)

    def descend(self, depth: int) -> None:
        """Note that something stands `depth` levels down, deeper than all before."""
        if depth > MOST_DEPTH:
            raise LimitReached(_DEPTH, MOST_DEPTH)
        self.deepest = depth

    def add_alias(self, depth: int, size: int, height: int) -> None:
        """Count an alias, itself counted, for a part of `size` nodes and `height` levels."""
        self._aliases += 1
        if self._aliases > MOST_ALIASES:
            raise LimitReached(_ALIASES, MOST_ALIASES)
        self.nodes += size - 1
        if self.nodes > MOST_NODES:
            self.stop()
        if depth + height > self.deepest:
            self.descend(depth + height)
