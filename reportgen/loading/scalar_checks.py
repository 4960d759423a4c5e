"""What is checked on one scalar or one key, with the model's help where a text may look alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from reportgen.loading.folded_texts import find_fold, find_fold_of_block
from reportgen.loading.model_keys import known_keys, takes_text
from reportgen.loading.places import Spot
from reportgen.loading.plain_scalars import (
    SEPARATORS,
    find_colons,
    find_later_key,
    find_trap,
    is_harmless,
    joining_mark,
    wide_blank,
)
from reportgen.loading.refusals import shorten
from reportgen.loading.source_text import unsayable
from reportgen.loading.text_findings import TextFindings
from reportgen.loading.wide_characters import WIDE_BLANKS
from reportgen.model.finding import DataPath
from reportgen.model.record import Record

_FIGURE: Final = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
_HEAD: Final = re.compile(r"\d{1,3}\s*,", re.ASCII)
_TAG: Final = re.compile(r"![^\s,\]}]*")
# A comment has a blank after its #; without one it is more likely a text that YAML drops.
_DROPPED: Final = re.compile(r"[ \t]+(#(?![\s#])[^\n]*)")
_MAY_DROP: Final = re.compile(r"#(?![\s#])(?<=[ \t]#)")
# A tag or an anchor stands after a blank or a mark; in R&D neither begins.
_PROPERTY: Final = re.compile(r"[!&](?<!\w[!&])")
_QUOTES: Final = "“”＂‘’＇"
_NOT_PLAIN: Final = "\"'*"
_KEY_TRAPS: Final = ("YAML-08", "YAML-09", "YAML-26", "YAML-27")
# What is said of these holds for all of the value: nothing more is looked for in it.
_WHOLE: Final = ("YAML-08", "YAML-27", "YAML-28")


def needs_care(text: str) -> bool:
    """Whether a text may hold tabs, tags, anchors, or comments that were meant as text.

    Those are seen around a key or a value, not in it.
    """
    if "\t" in text or (("!" in text or "&" in text) and _PROPERTY.search(text)):
        return True
    return any(_follows_text(text, match.start()) for match in _MAY_DROP.finditer(text))


def _follows_text(text: str, offset: int) -> bool:
    """Whether something stands before `offset` in its line."""
    return not text[text.rfind("\n", 0, offset) + 1 : offset].isspace()


class Written(NamedTuple):
    """A scalar as it stands in the text: its value, and where it starts and ends."""

    value: str
    start: int
    end: int


class ScalarChecks:
    """Checks scalars of one text against the model that the text is written for."""

    def __init__(self, text: str, model: type[Record], findings: TextFindings) -> None:
        self._text = text
        self._model = model
        self._known = known_keys(model)
        self._findings = findings

    def value(self, written: Written, path: DataPath, *, in_brackets: bool) -> None:
        """Check an unquoted value."""
        text, start, end = written
        is_one_line = "\n" not in self._text[start:end]
        if is_one_line and is_harmless(text):
            return
        if self._keys_in_disguise(written, path) or self._folded(written, path):
            return
        trap = wide_blank(text) or find_trap(text)
        if trap is not None:
            self._findings.add(trap.code, written.start + trap.offset, path, trap.arguments)
            if trap.code in _WHOLE:
                return
        later = find_later_key(text, self._known) if in_brackets else None
        if later is not None:
            self._findings.add("YAML-07", written.start + later, path, {"mark": text[later]})
        if "：" in text or ":" in text:
            self._colons(written, path, sure=later is not None)

    def before(self, start: int, tag: str | None) -> None:
        """Refuse a tag and a tab before a key or a value."""
        if tag is not None:
            self._tag(start)
        if self._text[start - 1 : start] == "\t":
            self._findings.add("YAML-05", start - 1)

    def braces(self, start: int, path: DataPath) -> None:
        """Refuse braces that were meant to cite, and open a group in a group."""
        if self._text.startswith("{{", start):
            self._findings.add("YAML-22", start, path)

    def no_key(self, start: int, parent: DataPath) -> None:
        """Refuse what is no text where a key should stand, unless `braces` tells it."""
        if self._text[max(0, start - 1) : start + 1] != "{{":
            self._findings.add("YAML-19", start, parent)

    def comment_after(self, end: int, path: DataPath) -> None:
        """Refuse what looks like a text and would be dropped as a comment: 改造了 #3 号楼."""
        match = _DROPPED.match(self._text, end)
        if match is not None:
            dropped = shorten(match[1].rstrip())
            self._findings.add("YAML-25", match.start(1), path, {"dropped": dropped})

    def key(self, written: Written, parent: DataPath) -> bool:
        """Check an unquoted key; return whether it can stand."""
        text = written.value
        if text in self._known:
            return True
        if text == "<<":
            self._findings.add("YAML-18", written.start, (*parent, text))
            return False
        trap = wide_blank(text) or find_trap(text)
        if trap is not None and trap.code in _KEY_TRAPS:
            path = (*parent, str(trap.arguments.get("plain", text)).strip(_QUOTES + WIDE_BLANKS))
            self._findings.add(trap.code, written.start + trap.offset, path, trap.arguments)
            return False
        if "：" not in text and ":" not in text:
            return True
        colons = tuple(find_colons(text, self._known))
        for colon in colons:
            path = (*parent, colon.key)
            self._findings.add(colon.code, written.start + colon.offset, path, colon.arguments)
        later = find_later_key(text, self._known) if colons else None
        if later is not None:
            mark = {"mark": text[later]}
            self._findings.add("YAML-07", written.start + later, parent, mark)
        return not colons

    def quoted(self, written: Written, path: DataPath) -> None:
        """Check a quoted or block text, whose escapes may name what no form can show."""
        if self._text[written.start] != "|":
            self._folded(written, path)
        character = unsayable(written.value)
        if character is not None:
            self._findings.add("YAML-17", written.start, path, {"character": character})

    def cut_figure(self, start: int, path: DataPath) -> bool:
        """Refuse the figure at `start` if the braces around it cut it at its separators."""
        if _HEAD.match(self._text, start) is None:
            return False
        match = _FIGURE.match(self._text, start)
        typed = match[0] if match else self._text[start : start + 1]
        self._findings.add(
            "YAML-10", start, path, {"typed": typed, "plain": typed.replace(",", "")}
        )
        return True

    def entries(
        self, entries: Sequence[Any], spots: Mapping[str | int, Spot], end: int, path: DataPath
    ) -> None:
        """Check the entries of [ ], which ends at `end`, for marks that were meant to separate."""
        if not entries or not SEPARATORS.search(self._text, spots[0][0], end):
            return
        for number, text in enumerate(entries):
            start = spots[number][0]
            if isinstance(text, str) and self._text[start] not in _NOT_PLAIN:
                mark = joining_mark(text, len(entries))
                if mark is not None:
                    self._findings.add("YAML-07", start + mark, path, {"mark": text[mark]})

    def _tag(self, start: int) -> None:
        """Refuse the tag of the value at `start`; an anchor may stand before it."""
        match = _TAG.search(self._text, start)
        typed = match[0] if match else "!"
        self._findings.add("YAML-14", match.start() if match else start, arguments={"tag": typed})

    def _keys_in_disguise(self, written: Written, path: DataPath) -> bool:
        """Tell the lines of a group without one good colon; return whether there are any."""
        source = self._text[written.start : written.end]
        if "\n" not in source or takes_text(self._model, path):
            return False
        colons = list(find_colons(source, None))
        for colon in colons:
            offset = written.start + colon.offset
            self._findings.add(colon.code, offset, path, colon.arguments)
        return bool(colons)

    def _folded(self, written: Written, path: DataPath) -> bool:
        """Refuse a text whose lines would be joined; return whether it was."""
        # A text that is the whole file is told as that.
        if " " not in written.value or not path:
            return False
        source = self._text[written.start : written.end]
        find = find_fold_of_block if source.startswith(">") else find_fold
        fold = find(source) if "\n" in source else None
        if fold is not None:
            self._findings.add(fold.code, written.start + fold.offset, path, fold.arguments)
        return fold is not None

    def _colons(self, written: Written, path: DataPath, *, sure: bool) -> None:
        """Tell known keys before a colon that makes none, where `sure` or no text may stand."""
        source = self._text[written.start : written.end]
        colons = tuple(find_colons(source, self._known))
        if colons and (sure or not takes_text(self._model, path)):
            for colon in colons:
                offset = written.start + colon.offset
                self._findings.add(colon.code, offset, path, colon.arguments)
