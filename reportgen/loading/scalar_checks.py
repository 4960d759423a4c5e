"""What is checked on one scalar or one key, with the model's help where a text may look alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from reportgen.loading.folded_texts import find_fold, find_fold_of_block
from reportgen.loading.model_keys import known_keys, takes_text
from reportgen.loading.plain_scalars import (
    find_colons,
    find_later_key,
    find_trap,
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
_TAG: Final = re.compile(r"![^\s,\]}]*")
# A comment has a blank after its #; without one it is more likely a text that YAML drops.
_DROPPED: Final = re.compile(r"[ \t]+(#(?![\s#])[^\n]*)")
_QUOTES: Final = "“”＂‘’＇"
_KEY_TRAPS: Final = ("YAML-08", "YAML-09", "YAML-26", "YAML-27")
# What is said of these holds for all of the value: nothing more is looked for in it.
_WHOLE: Final = ("YAML-08", "YAML-27", "YAML-28")


@dataclass(frozen=True, slots=True)
class Written:
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
        text = written.value
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
        has_colon = "：" in text or ":" in text
        if has_colon and (later is not None or not takes_text(self._model, path)):
            self._colons(written, path)

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

    def tag(self, start: int) -> None:
        """Refuse the tag of the value at `start`; an anchor may stand before it."""
        match = _TAG.search(self._text, start)
        typed = match[0] if match else "!"
        self._findings.add("YAML-14", match.start() if match else start, arguments={"tag": typed})

    def thousands(self, start: int, path: DataPath) -> None:
        """Refuse the figure at `start` that the braces around it cut at its separators."""
        match = _FIGURE.match(self._text, start)
        typed = match[0] if match else self._text[start : start + 1]
        self._findings.add(
            "YAML-10", start, path, {"typed": typed, "plain": typed.replace(",", "")}
        )

    def entries(self, entries: list[tuple[str, int]], count: int, path: DataPath) -> None:
        """Check the entries of [ ], `count` in all, that hold a mark which may separate."""
        for text, start in entries:
            mark = joining_mark(text, count)
            if mark is not None:
                self._findings.add("YAML-07", start + mark, path, {"mark": text[mark]})

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

    def _colons(self, written: Written, path: DataPath) -> None:
        source = self._text[written.start : written.end]
        for colon in find_colons(source, self._known):
            offset = written.start + colon.offset
            self._findings.add(colon.code, offset, path, colon.arguments)
