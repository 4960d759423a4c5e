"""A text over several lines: YAML joins them with a blank, which no Chinese text has there."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reportgen.loading.syntax_words import SYNTAX_WORDS
from reportgen.loading.wide_characters import list_mark, mark_name

# A line end between two lines of text: a blank line between them is kept as one, and an escaped
# end, as well as one between words of Latin letters, is joined as typed.
_JOINT: Final = re.compile(r"(?P<before>[^\s\\])[ \t]*\n[ \t]*(?P<after>[^\s])")
_OTHER_THAN_WORDS: Final = re.compile(r"[0-9.]$|^[0-9]")
_NUMBERED: Final = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[①-⑳]"
)
_SWALLOWED: Final = re.compile(r"\n *(?:- |[^\s:：\"']{1,20}[:：](?:\s|$))")


class Fold(NamedTuple):
    """What is refused: the code, how far into the source, and the words for it."""

    code: str
    offset: int
    arguments: dict[str, object]


def find_fold(source: str) -> Fold | None:
    """Return what is wrong with `source`, a text as it stands between its first and last line."""
    joint = next((each for each in _JOINT.finditer(source) if not _is_latin(each)), None)
    if joint is None:
        return None
    if source[0] in "\"'":
        if swallows_lines(source):
            return Fold("YAML-20", 0, dict(SYNTAX_WORDS["open quote"]._asdict()))
        return Fold("YAML-29", joint.start("after"), {})
    for start in _line_starts(source):
        if source.startswith("- ", start):
            return Fold("YAML-20", 0, dict(SYNTAX_WORDS["lost mark"]._asdict()))
        mark = list_mark(source, start) or _NUMBERED.match(source, start)
        if mark is not None:
            return Fold("YAML-27", start, {"mark": mark_name(mark[0].strip())})
    return Fold("YAML-29", joint.start("after"), {})


def find_fold_of_block(source: str) -> Fold | None:
    """Return what is wrong with a block of `>`: its lines are joined with blanks as well."""
    head = source.find("\n") + 1
    joint = next((each for each in _JOINT.finditer(source, head) if not _is_latin(each)), None)
    return None if joint is None else Fold("YAML-29", joint.start("after"), {})


def swallows_lines(quoted: str) -> bool:
    """Whether a quoted text of several lines holds what look like keys or items."""
    return _SWALLOWED.search(quoted) is not None


def _line_starts(source: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(r"\n[ \t]*", source))]


def _is_latin(joint: re.Match[str]) -> bool:
    """Whether words of Latin letters meet: a blank between them is right. Not so of figures."""
    edges = joint["before"] + joint["after"]
    return edges.isascii() and not _OTHER_THAN_WORDS.search(edges) and joint["after"] not in "-*"
