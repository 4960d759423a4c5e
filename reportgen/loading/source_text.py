"""From bytes to text: the encodings that are refused, and the characters that no form can show."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from reportgen.loading.limits import MOST_FINDINGS
from reportgen.loading.places import Places, split_lines
from reportgen.loading.refusals import refuse
from reportgen.model.finding import Finding
from reportgen.wording.language import Wording

# XML 1.0 cannot carry these (DEL and C1 it only discourages; no keyboard types them).
# The others it can, but no editor shows them: names that look alike would differ, and YAML would
# take U+2028 and U+2029 for line ends. The joiners of emoji and of other scripts stay.
_UNSAYABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSEEN: Final = "\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff"
_UNWRITABLE: Final = re.compile(f"{_UNSAYABLE.pattern[:-1]}{_UNSEEN}]")
# In an indentation they would seem a part of it: blanks at the end of the line do no harm.
_UNSEEN_HEAD: Final = re.compile(rf"^( *)({_UNWRITABLE.pattern}+)([^\n]*)", re.MULTILINE)
_STAND_IN: Final = "\ufffd"
_WORDS: Final = ("年度", "部门", "名称", "资金", "指标", "报告", "口径")
_UTF16: Final = ("utf-16-le", "utf-16-be")
_BROKEN: Final = Wording(zh="其他编码，或有损坏的字节", en="another encoding, or damaged")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file without its byte order mark, by lines, and what is wrong with it.

    Lines of `text` end with one line feed, and characters that YAML refuses are replaced by
    another, so that the rest can be parsed. It is None where nothing can be parsed.
    """

    places: Places
    text: str | None
    findings: tuple[Finding, ...] = ()


def read_text(file: str, raw: bytes) -> SourceText:
    """Return the text of `raw`, or the finding that says why there is none."""
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if not raw.strip():
        places = Places(file)
        return SourceText(places, None, (refuse("YAML-01", places.place(1, 1)),))
    encoding = _sixteen_bits(raw)
    if encoding is not None:
        return _wrong_encoding(file, raw, encoding, 0)
    if b"\0" in raw:
        return _binary(file, raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _wrong_encoding(file, raw, None, error.start)
    places = Places(file, text)
    return _checked(places, "\n".join(places.lines) if "\r" in text else text)


def unsayable(text: str) -> str | None:
    """Return the name of the first character of `text` that a form cannot show."""
    match = _UNSAYABLE.search(text)
    return None if match is None else character_name(match[0])


def character_name(character: str) -> str:
    """Return `U+0007`."""
    return f"U+{ord(character):04X}"


def _checked(places: Places, text: str) -> SourceText:
    if _UNWRITABLE.search(text) is None:
        return SourceText(places, text)
    found = tuple(islice(_unwritable(places), MOST_FINDINGS))
    text = _UNSEEN_HEAD.sub(lambda match: match[1] + match[3] + " " * len(match[2]), text)
    return SourceText(places, _UNWRITABLE.sub(_STAND_IN, text), found)


def _unwritable(places: Places) -> Iterator[Finding]:
    """Yield the first unwritable character of each line."""
    for number, line in enumerate(places.lines, start=1):
        match = _UNWRITABLE.search(line)
        if match is not None:
            place = places.place(number, match.start() + 1)
            yield refuse("YAML-17", place, character=character_name(match[0]))


def _sixteen_bits(raw: bytes) -> str | None:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" not in raw:
        return None
    return next((name for name in _UTF16 if _has_our_words(raw, name)), None)


def _has_our_words(raw: bytes, encoding: str) -> bool:
    return any(word.encode(encoding) in raw for word in _WORDS)


def _binary(file: str, raw: bytes) -> SourceText:
    places, line, column = _spot_of_byte(file, raw, raw.index(b"\0"), "utf-8")
    return SourceText(places, None, (refuse("YAML-03", places.place(line, column)),))


def _wrong_encoding(file: str, raw: bytes, encoding: str | None, bad: int) -> SourceText:
    if encoding is None and _has_our_words(raw, "gb18030") and _decodes(raw, "gb18030"):
        encoding = "gb18030"
    name: object = {"gb18030": "GBK（GB18030）", None: _BROKEN}.get(encoding, "UTF-16")
    if encoding is not None and encoding.startswith("utf-16"):
        places, line, column = Places(file, raw.decode(encoding, "replace")), 1, 1
    else:
        places, line, column = _spot_of_byte(file, raw, bad, encoding or "utf-8")
    return SourceText(places, None, (refuse("YAML-02", places.place(line, column), encoding=name),))


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _spot_of_byte(file: str, raw: bytes, index: int, encoding: str) -> tuple[Places, int, int]:
    before = split_lines(raw[:index].decode(encoding, "replace"))
    places = Places(file, raw.decode(encoding, "replace"))
    return places, len(before), len(before[-1]) + 1
