"""Why a text is not YAML: found in the source around the spot, not in the parser's words.

Where the cause is certain, the diagnosis also says how to repair the text in place, so that
reading can go on and tell the other problems in the same run.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from reportgen.loading.event_walk import Trouble
from reportgen.loading.plain_scalars import find_colons, find_later_key
from reportgen.loading.source_text import character_name

_JINJA: Final = re.compile(r"(?:^\s*(?:- +)*|: +|- +|[\[{,]\s*)(\{\{)")
_WRAPPED: Final = re.compile(r"(?:: +|- +|[\[{,]\s*)([“”＂])([^“”＂]*)([“”＂])")
_HEAD_COLON: Final = re.compile(r"\s*(?:- +)*([^\s:：，,。{}\[\]\"'“”#]{1,12})[ ]*(：)")
_SURROGATE: Final = re.compile(r"\\u([dD][89a-fA-F][0-9a-fA-F]{2})|\\U([0-9a-fA-F]{8})")
_QUOTES: Final = "\"'"
_QUOTED: Final = re.compile(r"\"(?:[^\"\\]++|\\.)*+\"|'(?:[^']++|'')*+'", re.DOTALL)
_FARTHEST: Final = 200


class Repair(NamedTuple):
    """Put `text` in the place of `length` characters at `offset`; at most one more than before."""

    offset: int
    length: int
    text: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The code, where, the words for it, and the repair that lets reading go on."""

    code: str
    offset: int
    arguments: Mapping[str, object] = field(default_factory=dict)
    kind: str = ""
    repair: Repair | None = None


def diagnose(text: str, trouble: Trouble, known: frozenset[str]) -> Diagnosis:
    """Return the likeliest cause: a slip of the input method first, then plain syntax."""
    if text[trouble.offset : trouble.offset + 1] == "\t":
        return Diagnosis("YAML-05", trouble.offset)
    slip = _find_slip(text, trouble, known)
    return _plain_syntax(text, trouble) if slip is None else slip


def _find_slip(text: str, trouble: Trouble, known: frozenset[str]) -> Diagnosis | None:
    """Look at the line of the trouble, then at those above it down to the last understood one."""
    starts = _line_starts(text, trouble)
    for read in (_slip_in, _unknown_key_slip):
        for start in starts:
            line = text[start : _end_of_line(text, start)]
            slip = read(line, start, known)
            if slip is not None:
                return slip
    return None


def _line_starts(text: str, trouble: Trouble) -> list[int]:
    start = text.rfind("\n", 0, trouble.offset) + 1
    starts = [start]
    while start > trouble.understood and len(starts) < _FARTHEST:
        start = text.rfind("\n", 0, start - 1) + 1
        starts.append(start)
    return starts


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end == -1 else end


def _slip_in(line: str, start: int, known: frozenset[str]) -> Diagnosis | None:
    slips: tuple[Callable[[str, int, frozenset[str]], Diagnosis | None], ...] = (
        _jinja_slip,
        _quote_slip,
        _comma_slip,
        _colon_slip,
    )
    return next((slip for read in slips if (slip := read(line, start, known)) is not None), None)


def _jinja_slip(line: str, start: int, _: frozenset[str]) -> Diagnosis | None:
    match = _JINJA.search(line)
    if match is None:
        return None
    here, end = match.start(1), line.find("}}", match.start(1))
    length = end + 2 - here
    repair = None if end == -1 else Repair(start + here, length, "x" * length)
    return Diagnosis("YAML-22", start + here, repair=repair)


def _quote_slip(line: str, start: int, _: frozenset[str]) -> Diagnosis | None:
    match = _WRAPPED.search(line)
    if match is None or line[match.end() :].strip(" \r,]}"):
        return None
    inner = match[2].replace('"', "'").replace("\\", "/")
    repair = Repair(start + match.start(1), len(inner) + 2, f'"{inner}"')
    typed = {"typed": match[0][match.start(1) - match.start() :]}
    return Diagnosis("YAML-08", start + match.start(1), typed, repair=repair)


def _comma_slip(line: str, start: int, known: frozenset[str]) -> Diagnosis | None:
    here = find_later_key(line, known) if "{" in line else None
    if here is None:
        return None
    return Diagnosis("YAML-07", start + here, repair=Repair(start + here, 1, ","))


def _colon_slip(line: str, start: int, known: frozenset[str]) -> Diagnosis | None:
    slip = next(find_colons(line, known), None)
    if slip is None:
        return None
    return _colon(slip.code, line, start, slip.offset, slip.key)


def _unknown_key_slip(line: str, start: int, _: frozenset[str]) -> Diagnosis | None:
    match = _HEAD_COLON.match(line)
    if match is None:
        return None
    return _colon("YAML-06", line, start, match.start(2), match[1])


def _colon(code: str, line: str, start: int, here: int, key: str) -> Diagnosis:
    gap = ":" if line[here + 1 : here + 2] in ("", " ") else ": "
    return Diagnosis(code, start + here, {"key": key}, repair=Repair(start + here, 1, gap))


def _plain_syntax(text: str, trouble: Trouble) -> Diagnosis:
    here, opened = trouble.offset, trouble.opened
    if opened is None:
        return _unopened(text, trouble)
    opener = text[opened : opened + 1]
    if opener and opener in _QUOTES and not _closes(text, opened, here):
        return _quoted(text, here, opened)
    if opener and opener in "[{":
        return _bracketed(text, here, opened)
    if opener and opener in "|>":
        return _named("block text", here)
    if opener == "-" and text[here : here + 1].strip("- "):
        return _named("mixed list", here)
    return _unopened(text, trouble)


def _closes(text: str, opened: int, here: int) -> bool:
    """Whether the quote at `opened` is closed before `here`."""
    match = _QUOTED.match(text, opened, here)
    return match is not None


def _quoted(text: str, here: int, opened: int) -> Diagnosis:
    if not text[here:].strip():
        return _named("open quote", opened)
    for match in _SURROGATE.finditer(text, max(opened, here - 12), here + 12):
        name = character_name(chr(int(match[1], 16))) if match[1] else f"U+{match[2]}"
        return Diagnosis("YAML-17", match.start(), {"character": name})
    escape = "\\" in text[max(opened, here - 3) : here + 1]
    return _named("escape", here) if escape else _named("open quote", opened)


def _bracketed(text: str, here: int, opened: int) -> Diagnosis:
    comma = text.rfind("，", opened, here)
    if comma != -1 and "\n" not in text[comma:here]:
        return Diagnosis("YAML-07", comma, repair=Repair(comma, 1, ","))
    if not text[here:].strip() or "\n" in text[opened:here]:
        return _named("open bracket", opened)
    return _named("inside bracket", here)


def _unopened(text: str, trouble: Trouble) -> Diagnosis:
    here = trouble.offset
    start = text.rfind("\n", 0, here) + 1
    before, character = text[start:here], text[here : here + 1]
    if text.startswith("%", start):
        return _named("directive", start)
    if character and character in "@`%":
        return Diagnosis("YAML-20", here, kind="reserved", repair=Repair(here, 1, "x"))
    if character == ":" and not before.strip():
        return Diagnosis("YAML-19", here)
    for kind, found in (
        ("alias", "*" in text[max(start, here - 1) : here + 1]),
        ("stray bracket", character != "" and character in "]},"),
        ("after quote", before.rstrip(" ").endswith(("'", '"')) and character != ":"),
        ("after bracket", before.rstrip(" ").endswith(("]", "}")) and character != ":"),
        ("two colons", character == ":" and ": " in before),
        ("list", character in ("-", "?")),
    ):
        if found:
            return _named(kind, here)
    return _unaligned(text, trouble, start)


def _unaligned(text: str, trouble: Trouble, start: int) -> Diagnosis:
    """Tell a line without a colon from one that is badly indented."""
    here, opened = trouble.offset, trouble.opened
    if text[here : here + 1] == ":":
        line = text[start:]
        return _named("indentation", start + len(line) - len(line.lstrip(" ")))
    at_end = not text[here:].strip()
    if opened is not None and (at_end or opened < start):
        line = text[opened : _end_of_line(text, opened)]
        if ":" not in line:
            return _named("no colon", opened)
    alone = not text[start:here].strip()
    return _named("indentation" if alone else "unknown", here)


def _named(kind: str, offset: int) -> Diagnosis:
    return Diagnosis("YAML-20", offset, kind=kind)
