"""Why a text is not YAML: found in the source around the spot, not in the parser's words.

Where the cause is certain, the diagnosis also says how to repair the text in place, so that
reading can go on and tell the other problems in the same run.
"""

from __future__ import annotations

import re
from typing import Final

from reportgen.loading.diagnosis import Diagnosis, Repair, Trouble, named
from reportgen.loading.layout_causes import find_layout
from reportgen.loading.line_slips import find_slip
from reportgen.loading.lost_quotes import closes, lost_quote
from reportgen.loading.model_keys import Vocabulary
from reportgen.loading.source_lines import line_at
from reportgen.loading.source_text import character_name

_SURROGATE: Final = re.compile(r"\\u([dD][89a-fA-F][0-9a-fA-F]{2})|\\U([0-9a-fA-F]{8})")
_QUOTES: Final = "\"'"
VAGUE: Final = ("indentation", "unknown", "no colon", "list", "mixed list")
"""Causes that only say that a line does not fit the ones above it."""
_UNTOLD: Final = ("indentation", "unknown", "no colon")
_LAST_KEY: Final = re.compile(r"[^,{\[ -](?P<gap> +)(?P<key>[^\s:：，,]{1,20})$")


def diagnose(text: str, trouble: Trouble, words: Vocabulary) -> Diagnosis:
    """Return the likeliest cause: a lost quote, then what shows in a line, then plain syntax."""
    if text[trouble.offset : trouble.offset + 1] == "\t":
        return Diagnosis("YAML-05", trouble.offset)
    return (
        lost_quote(text, trouble)
        or find_slip(text, trouble, words)
        or find_layout(text, trouble, words)
        or _plain_syntax(text, trouble, words)
    )


def _plain_syntax(text: str, trouble: Trouble, words: Vocabulary) -> Diagnosis:
    here, opened = trouble.offset, trouble.opened
    if opened is None:
        return _unopened(text, trouble)
    opener = text[opened : opened + 1]
    if opener and opener in _QUOTES and not closes(text, opened, here):
        return _quoted(text, here, opened)
    if opener and opener in "[{":
        return _bracketed(text, here, opened, words)
    if opener and opener in "|>":
        return named("block text", here)
    found = _unopened(text, trouble)
    if opener == "-" and text[here : here + 1].strip("- ") and found.kind in _UNTOLD:
        return named("mixed list", here)
    return found


def _quoted(text: str, here: int, opened: int) -> Diagnosis:
    if not text[here:].strip():
        return named("open quote", opened)
    for match in _SURROGATE.finditer(text, max(opened, here - 12), here + 12):
        name = character_name(chr(int(match[1], 16))) if match[1] else f"U+{match[2]}"
        return Diagnosis("YAML-17", match.start(), {"character": name})
    escape = "\\" in text[max(opened, here - 3) : here + 1]
    return named("escape", here) if escape else named("open quote", opened)


def _bracketed(text: str, here: int, opened: int, words: Vocabulary) -> Diagnosis:
    comma = text.rfind("，", opened, here)
    if comma != -1 and "\n" not in text[comma:here]:
        return Diagnosis("YAML-07", comma, {"mark": "，"}, repair=Repair(comma, 1, ","))
    start = max(opened, line_at(text, here).start)
    key = _LAST_KEY.search(text[start:here]) if text[here : here + 1] == ":" else None
    if key is not None and key["key"] in words.known:
        gap = start + key.start("gap")
        return named("lost comma", gap, Repair(gap, 1, ","))
    if not text[here:].strip() or "\n" in text[opened:here]:
        return named("open bracket", opened)
    return named("inside bracket", here)


def _unopened(text: str, trouble: Trouble) -> Diagnosis:
    here = trouble.offset
    start = text.rfind("\n", 0, here) + 1
    before, character = text[start:here], text[here : here + 1]
    if text.startswith("%", start):
        return named("directive", start)
    if character and character in "@`%?":
        # At the head of a line it most likely got before a key.
        return named("reserved", here, Repair(here, 1, "x" if before.strip() else " "))
    if character == ":" and not before.strip():
        return Diagnosis("YAML-19", here)
    for kind, found in (
        ("alias", "*" in text[max(start, here - 1) : here + 1]),
        ("stray bracket", character != "" and character in "]},"),
        ("after quote", before.rstrip(" ").endswith(("'", '"')) and character != ":"),
        ("after bracket", before.rstrip(" ").endswith(("]", "}")) and character != ":"),
        ("two colons", character == ":" and ": " in before),
        ("list", character == "-"),
    ):
        if found:
            return named(kind, here)
    return _unaligned(text, trouble, start)


def _unaligned(text: str, trouble: Trouble, start: int) -> Diagnosis:
    """Tell a line without a colon from one that is badly indented."""
    here, opened = trouble.offset, trouble.opened
    if text[here : here + 1] == ":":
        line = text[start:]
        return named("indentation", start + len(line) - len(line.lstrip(" ")))
    at_end = not text[here:].strip()
    if opened is not None and (at_end or opened < start):
        first = line_at(text, opened)
        if ":" not in first.text[opened - first.start :]:
            return named("no colon", opened)
    alone = not text[start:here].strip()
    return named("indentation" if alone else "unknown", here)
