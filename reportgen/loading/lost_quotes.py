"""A quote that was never closed: YAML reads on to the next one, lines below or at the end."""

from __future__ import annotations

import re
from typing import Final

from reportgen.loading.diagnosis import Diagnosis, Repair, Trouble, named
from reportgen.loading.folded_texts import swallows_lines
from reportgen.loading.source_lines import Line, line_at, lines_below

_QUOTED: Final = re.compile(r"\"(?:[^\"\\]++|\\.)*+\"|'(?:[^']++|'')*+'", re.DOTALL)
_OPENER: Final = re.compile(r"(?:^ *(?:- +)*|[:-] +|[\[{,] *)([\"'])")
# Where the missing quote belongs: before the next key of a { }, or its end; else at the line's end.
_END_IN_BRACKETS: Final = re.compile(r"\s*(?:,\s*[^\s:,，]{1,20}:\s|[\]}]+,?\s*$)")
_END: Final = re.compile(r"[”’＂]?\s*$")


def lost_quote(text: str, trouble: Trouble) -> Diagnosis | None:
    """Return the quote above the trouble that took keys or items for its text."""
    line = line_at(text, trouble.understood)
    for each in (line, *lines_below(text, line)):
        if each.start > trouble.offset:
            return None
        opened = _first_open(text, each)
        if opened is not None and opened <= trouble.offset:
            return named("open quote", opened, _closed(each, opened))
    return None


def closes(text: str, opened: int, here: int) -> bool:
    """Whether the quote at `opened` is closed before `here`."""
    return _QUOTED.match(text, opened, here) is not None


def _first_open(text: str, line: Line) -> int | None:
    """Return the offset of the quote that opens in `line` and takes the lines below with it."""
    if not line.counts:
        return None
    here, end = line.start, line.start + len(line.text)
    while (opener := _OPENER.search(line.text, here - line.start)) is not None:
        opened = line.start + opener.start(1)
        quoted = _QUOTED.match(text, opened)
        if quoted is None:
            return opened if swallows_lines(text[opened:]) else None
        if quoted.end() > end:
            return opened if swallows_lines(quoted[0]) else None
        here = quoted.end()
    return None


def _closed(line: Line, opened: int) -> Repair:
    """Close the quote where it was most likely meant to end."""
    start = opened - line.start + 1
    in_brackets = re.search(r"[\[{]", line.text[: start - 1]) is not None
    pattern = _END_IN_BRACKETS if in_brackets else _END
    match = pattern.search(line.text, start) or _END.search(line.text, start)
    here = len(line.text) if match is None else match.start()
    replaced = line.text[here : here + 1] in ("”", "’", "＂")
    return Repair(line.start + here, int(replaced), line.text[start - 1])
