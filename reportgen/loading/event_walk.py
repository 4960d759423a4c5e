"""From the parser's events to plain data, the place of everything, and what is refused.

Nearly every key is known and nearly every value is harmless: `_group` and `_list` take those on
the spot. All others go the long way, by `_key` and `_value`, where everything is looked for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import yaml

from reportgen.loading.group_keys import GroupKeys
from reportgen.loading.limits import MOST_NODES, Meter
from reportgen.loading.model_keys import known_keys
from reportgen.loading.places import NO_SPOTS, Spot
from reportgen.loading.plain_scalars import BLANKS, is_harmless
from reportgen.loading.scalar_checks import ScalarChecks, Written, needs_care
from reportgen.loading.syntax_words import SYNTAX_WORDS
from reportgen.loading.text_findings import TextFindings
from reportgen.model.finding import DataPath
from reportgen.model.record import Record

_NO_SUCH_ANCHOR: Final = SYNTAX_WORDS["alias"]
_NO_KEYS: Final[frozenset[str]] = frozenset()
# The types of events; Any, since by their stubs the marks of an event may be missing.
_SCALAR: Final[Any] = yaml.ScalarEvent
_ALIAS: Final[Any] = yaml.AliasEvent
_GROUP: Final[Any] = yaml.MappingStartEvent
_GROUP_END: Final[Any] = yaml.MappingEndEvent
_LIST_END: Final[Any] = yaml.SequenceEndEvent
_DOCUMENT: Final[Any] = yaml.DocumentStartEvent

_Spots = dict[str | int, Spot]


class _Anchored(NamedTuple):
    value: Any
    size: int
    height: int


class EventWalk:
    """Builds the data of one document. `root` is None until all of it was read.

    Where a text holds what few texts hold, all its keys and values go the long way.
    """

    def __init__(self, text: str, model: type[Record], findings: TextFindings) -> None:
        self.root: Any = None
        self.understood = 0
        self._findings = findings
        self._careful = needs_care(text)
        self._known = _NO_KEYS if self._careful else known_keys(model)
        self._is_harmless = _never if self._careful else is_harmless
        self._checks = ScalarChecks(text, model, findings)
        self._meter = Meter()
        self._anchors: dict[str, _Anchored] = {}
        self._spots: _Spots = {}
        self._in_brackets = False

    @property
    def spot(self) -> Spot:
        """The spot of the document, and under it those of all that was read."""
        return self._spots.get(0, (0, 0, NO_SPOTS))

    def read(self, next_event: Callable[[], Any]) -> None:
        """Take the events of one document; a second one is refused.

        Raises LimitReached, and what `next_event` raises; `understood` tells how far it came.
        """
        self._next = next_event
        next_event()  # the stream begins
        if type(next_event()) is not _DOCUMENT:
            return
        event = next_event()
        start = event.start_mark.index
        self._meter.nodes += 1
        self.root = self._value(event, (), self._spots, start, start)
        next_event()  # the document ends
        event = next_event()
        if type(event) is _DOCUMENT:
            self._findings.add("YAML-15", event.start_mark.index)

    def _group(self, path: DataPath, spots: _Spots) -> dict[str, Any]:
        next_event, meter, known, harmless = self._next, self._meter, self._known, self._is_harmless
        data: dict[str, Any] = {}
        keys = None
        key, kept = "", True
        while type(event := next_event()) is not _GROUP_END:
            meter.nodes += 2
            if meter.nodes > MOST_NODES:
                meter.stop()
            key_start = self.understood = event.start_mark.index
            name = event.value if type(event) is _SCALAR else ""
            if name in known and name not in spots and not event.style:
                key, kept = name, True
            else:
                keys = keys or self._keys(path, spots)
                key, kept = self._key(event, keys, key)
            event = next_event()
            mark = event.start_mark
            start = mark.index
            if (
                type(event) is _SCALAR
                and not event.style
                and harmless(value := event.value)
                and event.end_mark.line == mark.line
            ):
                spots[key] = start, key_start, NO_SPOTS
                self.understood = start
            else:
                value = self._value(event, (*path, key), spots, start, key_start)
            if kept:
                data[key] = value
        self.understood = event.start_mark.index
        return data

    def _list(self, path: DataPath, spots: _Spots) -> list[Any]:
        next_event, meter, harmless = self._next, self._meter, self._is_harmless
        data: list[Any] = []
        while type(event := next_event()) is not _LIST_END:
            meter.nodes += 1
            if meter.nodes > MOST_NODES:
                meter.stop()
            mark = event.start_mark
            start = mark.index
            number = len(data)
            if (
                type(event) is _SCALAR
                and not event.style
                and harmless(value := event.value)
                and event.end_mark.line == mark.line
            ):
                spots[number] = start, start, NO_SPOTS
                self.understood = start
            else:
                value = self._value(event, (*path, number), spots, start, start)
            data.append(value)
        self.understood = event.start_mark.index
        if self._in_brackets:
            self._checks.entries(data, spots, self.understood, path)
        return data

    def _keys(self, path: DataPath, spots: _Spots) -> GroupKeys:
        return GroupKeys(path, spots, self._checks, self._findings, in_brackets=self._in_brackets)

    def _key(self, event: Any, keys: GroupKeys, last: str) -> tuple[str, bool]:
        """Take any key; return it, and whether its value is kept."""
        start = event.start_mark.index
        if type(event) is _SCALAR:
            if self._careful:
                self._checks.before(start, event.tag)
            written = Written(event.value, start, event.end_mark.index)
            return keys.take(written, last, quoted=bool(event.style))
        refused = keys.refuse(start)
        self._value(event, (*keys.path, last), {}, start, start)
        return refused

    def _value(self, event: Any, path: DataPath, spots: _Spots, start: int, key_start: int) -> Any:
        """Take any value to its end, and note its spot."""
        step = path[-1] if path else 0
        kind = type(event)
        if kind is _SCALAR:
            self.understood = start
            is_blank = not (event.value or event.style)
            spots[step] = key_start if is_blank else start, key_start, NO_SPOTS
            return self._scalar(event, start, path)
        if kind is _ALIAS:
            self.understood = start
            spots[step] = start, key_start, NO_SPOTS
            return self._repeated(event.anchor, start, len(path))
        if len(path) >= self._meter.deepest:
            self._meter.descend(len(path) + 1)
        self.understood = start
        under: _Spots = {}
        spots[step] = start, key_start, under
        take = self._group if kind is _GROUP else self._list
        if event.flow_style or self._careful:
            return self._marked_part(event, take, path, under)
        return take(path, under)

    def _marked_part(
        self, event: Any, take: Callable[[DataPath, _Spots], Any], path: DataPath, spots: _Spots
    ) -> Any:
        """Take a list or a group in brackets, or with an anchor or a tag before it."""
        start, meter, depth = event.start_mark.index, self._meter, len(path) + 1
        nodes, deepest, in_brackets = meter.nodes, meter.deepest, self._in_brackets
        if self._careful:
            self._checks.before(start, event.tag)
        if event.flow_style:
            self._in_brackets = True
            self._checks.braces(start, path)
        meter.deepest = depth
        data = take(path, spots)
        self._in_brackets = in_brackets
        if event.anchor is not None:
            size, height = meter.nodes - nodes + 1, meter.deepest - depth + 1
            self._anchors[event.anchor] = _Anchored(data, size, height)
        meter.deepest = max(meter.deepest, deepest)
        return data

    def _scalar(self, event: Any, start: int, path: DataPath) -> str | None:
        """Take a value that is one text."""
        if self._careful:
            self._checks.before(start, event.tag)
        take = self._quoted if event.style else self._plain
        value = take(event, start, path)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, 1, 0)
        return value

    def _quoted(self, event: Any, start: int, path: DataPath) -> str:
        text: str = event.value
        end = event.end_mark
        is_one_line = end.line == event.start_mark.line
        # Escapes, which may name any character, are longer than what they name. | joins no lines.
        is_as_typed = is_one_line and end.index - start == len(text) + 2
        if not is_as_typed and event.style != "|":
            self._checks.quoted(Written(text, start, end.index), path)
        return text

    def _plain(self, event: Any, start: int, path: DataPath) -> str | None:
        text: str = event.value
        end = event.end_mark.index
        if self._careful:
            self._checks.comment_after(end, path)
        if text in BLANKS:
            return None
        self._checks.value(Written(text, start, end), path, in_brackets=self._in_brackets)
        return text

    def _repeated(self, anchor: str, start: int, depth: int) -> Any:
        """Take what was anchored before, once more."""
        anchored = self._anchors.get(anchor)
        if anchored is None:
            self._findings.add("YAML-20", start, arguments=_NO_SUCH_ANCHOR._asdict())
            anchored = _Anchored(None, 1, 0)
        self._meter.add_alias(depth, anchored.size, anchored.height)
        return anchored.value


def _never(text: str) -> None:
    """Call no value harmless."""
    del text
