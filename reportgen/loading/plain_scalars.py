"""Unquoted values that YAML, or a reader, would take for something else than was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from reportgen.loading.wide_characters import (
    BRACKETS,
    FIRST_MARKS,
    WIDE_BLANKS,
    WIDE_DIGITS,
    blank_name,
    list_mark,
    mark_name,
)

# Longer texts are prose: none of the patterns for single values can match them.
_LONGEST_VALUE: Final = 64
_THOUSANDS: Final = re.compile(r"[-+]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?", re.ASCII)
_CHANGED: Final = re.compile(
    r"""[-+]?(?:
        0[\d_]+(?:\.[\d_]*)?            # 001
      | \d+(?::[0-5]?\d)+(?:\.\d*)?     # 12:30, base sixty
      | \d+(?:\.\d*)?[eE][-+]?\d+       # 1e5
      | \.\d+(?:[eE][-+]?\d+)?          # .5
      | 0[xXoObB][\da-fA-F_]+           # 0x1F
      | \d+_[\d_.]*                     # 1_000
      | \d+\.                           # 5.
      | \.(?:inf|Inf|INF|nan|NaN|NAN)
    ) | \+\d+(?:\.\d+)?                 # +5
    """,
    re.ASCII | re.VERBOSE,
)
_TRUTHS: Final = frozenset(
    spelling
    for word in ("yes", "no", "true", "false", "on", "off")
    for spelling in (word, word.capitalize(), word.upper())
)
_FIRST_OF_FIGURE: Final = frozenset("+-.0123456789")
BLANKS: Final = frozenset(("", "~", "null", "Null", "NULL"))
"""Unquoted values that stand for nothing."""
SEPARATORS: Final = re.compile("[，；;、]")
"""What stands between entries on a Chinese keyboard; YAML knows only the ASCII comma."""
_QUOTED: Final = re.compile(r"[“”＂][^“”＂]*[“”＂]|[‘’＇][^‘’＇]*[‘’＇]")
_WIDE_DIGITS: Final = re.compile(rf"[{WIDE_DIGITS}]")
# Where none of these stands nothing is refused but for how a text begins.
_SUSPECT: Final = f"：:\"'{WIDE_DIGITS}{WIDE_BLANKS}"
_FIRST: Final = "“”＂‘’＇" + re.escape("".join(sorted(FIRST_MARKS)))
is_harmless: Final = re.compile(
    rf"""
      [^\x00-\x7f{_FIRST}{_SUSPECT}][^{_SUSPECT}]*             # words
    | -?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?%?                      # amounts and rates
    | [0-9]+(?:-[0-9]+)+                                      # days and telephones
    | (?=[0-9][\x00-\x7f，]*[^\x00-\x7f，])[^{_SUSPECT}]+    # 2022年底前; 1. 第一项
    | [A-Za-z]+-[^{_SUSPECT}]*                                # names of profiles and forms
    """,
    re.VERBOSE,
).fullmatch
"""Whether a value on one line can be refused for nothing: so are nearly all, told at a glance.

What it leaves out may be harmless as well.
"""
_TO_ASCII: Final = {code: chr(code - 0xFEE0) for code in range(ord("０"), ord("９") + 1)}
_LATER_KEY: Final = re.compile(r"[，；;、]\s*([^\s:：，,；;、]{1,20})\s*[:：]")
_COLON: Final = re.compile(
    r"(?:^|[\n{,，])[ \t]*(?:-[ ]+)*([^\s:：，,{}\[\]\"'“”#]{1,20})[ ]*(：|:(?=[^ \t\r\n:]))"
)
_TAIL: Final = re.compile(r"\d{3}(?:\.\d+)?", re.ASCII)
_SHORT_ENTRY: Final = 8
_PAIR: Final = 2
# A minus before a figure is none of the marks of lists, whichever dash it was typed with.
_FIGURES: Final = re.compile(r"[\d￥¥.]")


class Trap(NamedTuple):
    """A value that is refused: the code, how far into the value, and the words for it."""

    code: str
    offset: int
    arguments: dict[str, object]


class ColonKey(NamedTuple):
    """A known key whose colon does not make it a key: where the colon, or its blank, is."""

    code: str
    offset: int
    key: str
    blank: str = ""

    @property
    def arguments(self) -> dict[str, object]:
        """The words for it."""
        return {"blank": blank_name(self.blank)} if self.blank else {"key": self.key}


def find_trap(text: str) -> Trap | None:
    """Return what an unquoted value is refused for, if anything."""
    if len(text) <= _LONGEST_VALUE:
        trap = _value_trap(text)
        if trap is not None:
            return trap
    trap = _mark_trap(text)
    if trap is not None:
        return trap
    match = _WIDE_DIGITS.search(text)
    if match is None:
        return None
    plain = text.translate(_TO_ASCII)
    return Trap("YAML-09", match.start(), {"typed": text, "plain": plain})


def find_colons(text: str, known: frozenset[str] | None) -> Iterator[ColonKey]:
    """Yield each known key that stands before a full-width colon or one without an ASCII space.

    Without known keys, whatever may be one. Only at the head of a line or of an entry: inside a
    sentence, a word before a colon is prose.
    """
    for match in _COLON.finditer(text):
        if known is None or match[1] in known:
            after = text[match.end() : match.end() + 1]
            if match[2] == "：":
                yield ColonKey("YAML-06", match.start(2), match[1])
            elif after and after in WIDE_BLANKS:
                yield ColonKey("YAML-26", match.end(), match[1], after)
            else:
                yield ColonKey("YAML-21", match.start(2), match[1])


def find_later_key(text: str, known: frozenset[str]) -> int | None:
    """Return where a full-width comma stands before a known key: `600，执行数：3`."""
    return next((m.start() for m in _LATER_KEY.finditer(text) if m[1] in known), None)


def wide_blank(text: str) -> Trap | None:
    """Return the blank that is none to YAML, at the beginning or the end of a value or a key."""
    for offset in (0, len(text) - 1):
        if text[offset] in WIDE_BLANKS:
            return Trap("YAML-26", offset, {"blank": blank_name(text[offset])})
    return None


def is_tail(text: str) -> bool:
    """Whether a key inside { } may be a later part of a figure cut at its separators."""
    return _TAIL.fullmatch(text) is not None


def joining_mark(text: str, count: int) -> int | None:
    """Return where a mark in one of `count` entries of [ ] was meant to separate entries.

    A sentence may hold commas; words of a few characters, or an only entry, hardly do. Names may
    hold “、”, so that it tells only when it joins three, or all there is.
    """
    parts = SEPARATORS.split(text)
    sure = "，" in text or count == 1 or len(parts) > _PAIR
    if len(parts) == 1 or not sure:
        return None
    if (count == 1 and "，" in text) or all(len(part.strip()) <= _SHORT_ENTRY for part in parts):
        return len(parts[0])
    return None


def _mark_trap(text: str) -> Trap | None:
    """Tell the marks that enclose a value, or stand before it, and are none to YAML."""
    if text[0] in "“”＂‘’＇" and _QUOTED.fullmatch(text):
        return Trap("YAML-08", 0, {"typed": text})
    if text[-1] in "\"'" and text.count(text[-1]) % 2:
        return Trap("YAML-30", len(text) - 1, {"quote": text[-1]})
    if text[0] in "｛［" and text[-1] in "｝］}]" and text[1:2] != text[0]:
        return Trap("YAML-28", 0, {"typed": text[0], "plain": BRACKETS[text[0]]})
    mark = list_mark(text)
    if mark is not None and not _FIGURES.match(text, mark.end()):
        return Trap("YAML-27", 0, {"mark": mark_name(mark[0].strip()), "plain": text[mark.end() :]})
    return None


def _value_trap(text: str) -> Trap | None:
    if text[0] not in _FIRST_OF_FIGURE:
        return Trap("YAML-12", 0, {"typed": text}) if text in _TRUTHS else None
    if _CHANGED.fullmatch(text):
        return Trap("YAML-11", 0, {"typed": text})
    if _THOUSANDS.fullmatch(text):
        plain = text.replace(",", "").replace("，", "").removeprefix("+")
        return Trap("YAML-10", 0, {"typed": text, "plain": plain})
    return None
