"""The keys of one group that need a second look: those that cannot stand, and those given twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportgen.loading.places import Spot
from reportgen.loading.plain_scalars import BLANKS, is_tail
from reportgen.loading.scalar_checks import ScalarChecks, Written
from reportgen.loading.syntax_words import SYNTAX_WORDS
from reportgen.loading.text_findings import TextFindings
from reportgen.model.finding import DataPath

_LOST_MARK: Final = SYNTAX_WORDS["lost mark"]


class GroupKeys:
    """What is told of the keys of the group at `path`, whose `spots` are those read so far."""

    def __init__(
        self,
        path: DataPath,
        spots: Mapping[str | int, Spot],
        checks: ScalarChecks,
        findings: TextFindings,
        *,
        in_brackets: bool,
    ) -> None:
        self.path = path
        self._spots = spots
        self._checks = checks
        self._findings = findings
        self._in_brackets = in_brackets
        self._twice: set[str] = set()
        # The key that was taken for the part of a cut figure that was told, if the last was one.
        self._told: str | None = None
        # Whether the next item goes on in this one, for want of a mark.
        self._unmarked = False

    def take(self, written: Written, last: str, *, quoted: bool) -> tuple[str, bool]:
        """Check a key that follows the key `last`; return it, and whether its value is kept."""
        key = written.value
        if quoted:
            kept = True
            self._checks.quoted(written, (*self.path, key))
        elif key in BLANKS:
            return self.refuse(written.start)
        else:
            kept = self._checks.key(written, self.path)
        if self._in_brackets and self._cuts_figure(key, last):
            self._told = key
            return key, False
        self._told = None
        if key in self._spots:
            self._refuse_twice(key, last, written.start)
        return key, kept

    def refuse(self, start: int) -> tuple[str, bool]:
        """Refuse a key that is no text: what is under it is read, and not kept."""
        self._checks.no_key(start, self.path)
        return "", False

    def _cuts_figure(self, key: str, last: str) -> bool:
        """Tell a figure that the braces cut into a value and keys: {预算数: 1,234.56}."""
        if last not in self._spots or not is_tail(key):
            return False
        if last == self._told:
            return True
        start, key_start, _ = self._spots[last]
        # A blank value stands where its key stands.
        return start != key_start and self._checks.cut_figure(start, (*self.path, last))

    def _refuse_twice(self, key: str, last: str, start: int) -> None:
        if self._unmarked:
            return
        # Several in a row are one slip: an item that lost its head, a part that was pasted twice.
        follows = last in self._twice
        self._twice.add(key)
        if follows:
            return
        path = (*self.path, key)
        # The first key of an item once more: most likely the next item, without its mark.
        if self.path and isinstance(self.path[-1], int) and key == next(iter(self._spots)):
            self._unmarked = not self._in_brackets
        if self._unmarked:
            self._findings.add("YAML-20", start, path, _LOST_MARK._asdict())
            return
        place = self._findings.place(self._spots[key][1])
        arguments = {"key": key, "first": place.line}
        self._findings.add("YAML-13", start, path, arguments, place)
