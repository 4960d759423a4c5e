"""Slips of the Chinese keyboard and of pasting that show in one line of a text that is no YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from typing import Final

from reportgen.loading.diagnosis import Diagnosis, Repair, Trouble, named
from reportgen.loading.model_keys import Vocabulary
from reportgen.loading.plain_scalars import find_colons, find_later_key
from reportgen.loading.source_lines import Line, line_at, lines_above, lines_below
from reportgen.loading.wide_characters import (
    BRACKETS,
    WIDE_BLANKS,
    blank_name,
    list_mark,
    mark_name,
)

_FARTHEST: Final = 200
_STEP: Final = 2
_JINJA: Final = re.compile(r"(?:^\s*(?:- +)*|: +|- +|[\[{,]\s*)(\{\{)")
_WRAPPED: Final = re.compile(r"(?:: +|- +|[\[{,]\s*)([“”＂])([^“”＂]*)([“”＂])")
_HEAD_COLON: Final = re.compile(
    r"\s*(?:- +)*(?!\d+:)([A-Za-z\d_.-]{1,40}|[^\s:：，,。{}\[\]\"'“”#]{1,12})[ ]*"
    r"(：|:(?=[^\s:/\\]))"
)
_WIDE_BLANK: Final = re.compile(
    rf"\s*?(?:- +)*(?:-|[^\s:：，,。{{}}\[\]\"'“”#]{{1,20}}:)? *([{WIDE_BLANKS}]+)[ {WIDE_BLANKS}]*"
)
_OPENER: Final = re.compile(r"(?:^ *(?:- +)*|: +|[\[{,] *)([｛［])(?![｛［])")
_CLOSER: Final = re.compile(r"([｝］])(?=[｝］\]}, ]*$)")
_COMPARED: Final = re.compile(r"(?:: +|- +|[\[{,]\s*)(>=?)(?= *\d)")
_SINGLE: Final = re.compile(r"(?:: +|- +)(\{ *[^\s{}:,，：]+ *\})(?! *(?:$|#))")

_Read = Callable[[Line, Vocabulary, str], Diagnosis | None]


def find_slip(text: str, trouble: Trouble, words: Vocabulary) -> Diagnosis | None:
    """Look at the line of the trouble, then at those above it down to the last understood one."""
    lines = list(islice(_suspects(text, trouble), _FARTHEST))
    for read in (_slip_in, _unknown_key_slip):
        for line in lines:
            slip = read(line, words, text)
            if slip is not None:
                return slip
    return None


def _suspects(text: str, trouble: Trouble) -> list[Line]:
    line = line_at(text, trouble.offset)
    last = _end_of_block(text, trouble.understood)
    above = []
    for each in lines_above(text, line):
        if each.start + len(each.text) < last:
            break
        above.append(each)
    return [line, *above]


def _end_of_block(text: str, understood: int) -> int:
    """Return where doubt begins: behind a block text, which may hold anything."""
    if text[understood : understood + 1] not in ("|", ">"):
        return understood
    head = line_at(text, understood)
    for line in lines_below(text, head):
        if line.indent <= head.indent:
            return line.start
    return len(text)


def _slip_in(line: Line, words: Vocabulary, text: str) -> Diagnosis | None:
    return next((slip for read in _SLIPS if (slip := read(line, words, text)) is not None), None)


def _jinja_slip(line: Line, _: Vocabulary, __: str) -> Diagnosis | None:
    match = _JINJA.search(line.text)
    if match is None:
        return None
    here, end = match.start(1), line.text.find("}}", match.start(1)) + 2
    if end < here:
        return Diagnosis("YAML-22", line.start + here)
    # A quote at the end lost its partner with the one that is missing here.
    last = len(line.text.rstrip(" "))
    end = last if line.text[last - 1] in "\"'" else end
    return Diagnosis("YAML-22", line.start + here, repair=_blotted(line.start + here, end - here))


def _quote_slip(line: Line, _: Vocabulary, __: str) -> Diagnosis | None:
    match = _WRAPPED.search(line.text)
    if match is None or line.text[match.end() :].strip(" \r,]}"):
        return None
    here = line.start + match.start(1)
    inner = match[2].replace('"', "'").replace("\\", "/")
    typed = {"typed": match[0][match.start(1) - match.start() :]}
    return Diagnosis("YAML-08", here, typed, repair=Repair(here, len(inner) + 2, f'"{inner}"'))


def _bracket_slip(line: Line, _: Vocabulary, __: str) -> Diagnosis | None:
    opener, closer = _OPENER.search(line.text), _CLOSER.search(line.text)
    if opener is None and (closer is None or not re.search(r"[\[{]", line.text)):
        return None
    marks = [match for match in (opener, closer) if match is not None]
    first, last = marks[0].start(1), marks[-1].start(1)
    patch = "".join(
        BRACKETS[mark] if here in (first, last) and mark in BRACKETS else mark
        for here, mark in enumerate(line.text[first : last + 1], start=first)
    )
    here = line.start + first
    typed = {"typed": line.text[first], "plain": BRACKETS[line.text[first]]}
    return Diagnosis("YAML-28", here, typed, repair=Repair(here, len(patch), patch))


def _blank_slip(line: Line, _: Vocabulary, text: str) -> Diagnosis | None:
    match = _WIDE_BLANK.match(line.text)
    if match is None:
        return None
    here = line.start + match.start(1)
    typed = {"blank": blank_name(match[1][0])}
    return Diagnosis("YAML-26", here, typed, repair=_narrowed(line, match, text))


def _narrowed(line: Line, match: re.Match[str], text: str) -> Repair | None:
    """Turn wide blanks into ASCII ones; those of an indentation so that it fits its neighbours."""
    here, blanks = line.start + match.start(1), line.text[match.start(1) : match.end()]
    if line.text[: match.start(1)].strip(" "):
        return Repair(here, len(blanks), " " * len(blanks))
    columns = match.start(1) + len(blanks) + blanks.count("\u3000")
    near = _fitting_columns(line, text, is_item=line.text.startswith("- ", match.end()))
    fits = [columns, match.end(), *sorted(near)]
    fit = next((each for each in fits if each in near and each >= match.end()), None)
    return None if fit is None else Repair(here, len(blanks), " " * (fit - match.start(1)))


def _fitting_columns(line: Line, text: str, *, is_item: bool) -> set[int]:
    """Return how far in `line` may stand, by the lines next to it."""
    below = {each.key_column for each in islice(lines_below(text, line), 1)}
    above = next(lines_above(text, line), None)
    if is_item:
        return {column - _STEP for column in below}
    if above is not None:
        holds_group = above.key is not None and not above.value.text
        below.add(above.key_column + _STEP * holds_group)
    return below


def _mark_slip(line: Line, _: Vocabulary, __: str) -> Diagnosis | None:
    match = list_mark(line.text, line.indent)
    if match is None:
        return None
    here, length = line.start + match.start(), match.end() - match.start()
    repair = Repair(here, length, "-".ljust(max(2, length)))
    return Diagnosis("YAML-27", here, {"mark": mark_name(match[0].strip())}, repair=repair)


def _comparison_slip(line: Line, _: Vocabulary, __: str) -> Diagnosis | None:
    match = _COMPARED.search(line.text)
    if match is None:
        return None
    here = line.start + match.start(1)
    return named("comparison", here, _blotted(here, len(match[1])))


def _single_brace_slip(line: Line, _: Vocabulary, __: str) -> Diagnosis | None:
    match = _SINGLE.search(line.text)
    if match is None:
        return None
    here = line.start + match.start(1)
    return named("single brace", here, _blotted(here, len(match[1])))


def _comma_slip(line: Line, words: Vocabulary, _: str) -> Diagnosis | None:
    here = find_later_key(line.text, words.known) if "{" in line.text else None
    if here is None:
        return None
    repair = Repair(line.start + here, 1, ",")
    return Diagnosis("YAML-07", line.start + here, {"mark": line.text[here]}, repair=repair)


def _colon_slip(line: Line, words: Vocabulary, _: str) -> Diagnosis | None:
    slip = next(find_colons(line.text, words.known), None)
    if slip is None:
        return None
    if slip.blank:
        repair = Repair(line.start + slip.offset, 1, " ")
        return Diagnosis(slip.code, line.start + slip.offset, slip.arguments, repair=repair)
    return _colon(slip.code, line, slip.offset, slip.key)


def _unknown_key_slip(line: Line, _: Vocabulary, __: str) -> Diagnosis | None:
    match = _HEAD_COLON.match(line.text)
    if match is None:
        return None
    return _colon("YAML-06" if match[2] == "：" else "YAML-21", line, match.start(2), match[1])


def _colon(code: str, line: Line, here: int, key: str) -> Diagnosis:
    gap = ":" if line.text[here + 1 : here + 2] in ("", " ") else ": "
    offset = line.start + here
    return Diagnosis(code, offset, {"key": key}, repair=Repair(offset, 1, gap))


def _blotted(here: int, length: int) -> Repair:
    return Repair(here, length, "x" * length)


_SLIPS: Final[tuple[_Read, ...]] = (
    _jinja_slip,
    _quote_slip,
    _blank_slip,
    _mark_slip,
    _bracket_slip,
    _comparison_slip,
    _single_brace_slip,
    _comma_slip,
    _colon_slip,
)
