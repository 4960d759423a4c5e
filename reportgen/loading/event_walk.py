"""From the parser's events to plain data, the place of everything, and what is refused.

The events are PyYAML's; they are told apart in `yaml_source`; only it and `identity` know it.
Nearly every value is harmless and nearly every key is known: those take the short way.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from reportgen.loading.event_frames import DocumentFrame, Frame
from reportgen.loading.limits import Meter
from reportgen.loading.model_keys import known_keys
from reportgen.loading.places import NO_SPOTS, Spot
from reportgen.loading.plain_scalars import (
    BLANKS,
    SEPARATORS,
    is_harmless,
    is_thousands,
    may_be_cut,
)
from reportgen.loading.scalar_checks import ScalarChecks, Written
from reportgen.loading.syntax_words import SYNTAX_WORDS
from reportgen.loading.text_findings import TextFindings
from reportgen.model.record import Record

_ALIAS: Final = SYNTAX_WORDS["alias"]
_LOST_MARK: Final = SYNTAX_WORDS["lost mark"]
# What may follow a value for which no comment is looked for.
_NO_COMMENT: Final = frozenset("\n,]}")


class _Anchored(NamedTuple):
    value: Any
    size: int
    height: int


class EventWalk:
    """Builds the data of one document. `root` is None until there is something."""

    def __init__(self, text: str, model: type[Record], findings: TextFindings) -> None:
        self.understood = 0
        self._documents = 0
        self._text = f"{text}\n"
        self._has_tabs = "\t" in text
        self._findings = findings
        self._known = known_keys(model)
        self._checks = ScalarChecks(text, model, findings)
        self._meter = Meter()
        self._anchors: dict[str, _Anchored] = {}
        self._frames: list[Frame] = [DocumentFrame([], (), {})]

    @property
    def root(self) -> Any:
        """The document, as far as it was read."""
        document = self._frames[0].data
        return document[0] if document else None

    @property
    def spot(self) -> Spot:
        """The spot of the document, and under it those of all that was read."""
        return self._frames[0].spots.get(0, (0, 0, NO_SPOTS))

    def open_document(self, event: Any) -> bool:
        """Begin a document. A second one is refused: it returns whether that is the end."""
        self._documents += 1
        if self._documents > 1:
            self._findings.add("YAML-15", event.start_mark.index)
        return self._documents > 1

    def take_scalar(self, event: Any) -> None:
        """Take a key, or a value that is one text."""
        frame = self._frames[-1]
        start = self._note(event)
        if frame.wants_key:
            self._take_key(event, frame, start)
            return
        take = self._quoted if event.style else self._plain
        value = take(event, frame, start)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, 1, 0)

    def _quoted(self, event: Any, frame: Frame, start: int) -> str:
        text: str = event.value
        end = event.end_mark.index
        # Escapes may name any character; > and what is shorter than its source may join lines.
        may_change = event.style in '">' or (event.style == "'" and end - start != len(text) + 2)
        if may_change:
            self._checks.quoted(Written(text, start, end), frame.next_path)
        frame.put(text, start)
        return text

    def _plain(self, event: Any, frame: Frame, start: int) -> str | None:
        text: str = event.value
        end = event.end_mark.index
        if self._text[end] not in _NO_COMMENT:
            self._checks.comment_after(end, frame.next_path)
        if text in BLANKS:
            frame.put(None, start if text or not frame.is_map else frame.key_start)
            return None
        if end - start != len(text) or not is_harmless(text):
            self._check(frame, Written(text, start, end))
        if frame.in_brackets:
            self._note_entry(frame, text, start)
        frame.put(text, start)
        return text

    def take_alias(self, event: Any) -> None:
        """Take what was anchored before, once more."""
        frame = self._frames[-1]
        start = event.start_mark.index
        self.understood = start
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            self._findings.add("YAML-20", start, arguments=_ALIAS._asdict())
            anchored = _Anchored(None, 1, 0)
        self._meter.add_alias(len(self._frames) - 1, anchored.size, anchored.height)
        frame.height = max(frame.height, anchored.height + 1)
        if frame.wants_key:
            self._refuse_key(frame, start)
        else:
            frame.put(anchored.value, start)

    def open_group(self, event: Any) -> None:
        """Begin a group of fields."""
        self._open(event, {}, is_map=True)

    def open_list(self, event: Any) -> None:
        """Begin a list."""
        self._open(event, [], is_map=False)

    def close(self, event: Any) -> None:
        """End the innermost group or list."""
        self.understood = event.start_mark.index
        frame = self._frames.pop()
        parent = self._frames[-1]
        parent.height = max(parent.height, frame.height + 1)
        if frame.commas:
            self._checks.entries(frame.commas, len(frame.data), frame.path)
        if frame.anchor is not None:
            size = self._meter.nodes - frame.first_node + 1
            self._anchors[frame.anchor] = _Anchored(frame.data, size, frame.height)

    def _open(self, event: Any, data: Any, *, is_map: bool) -> None:
        frame = self._frames[-1]
        self._meter.descend(len(self._frames))
        start = self._note(event)
        spots: dict[str | int, Spot] = {}
        path = frame.next_path
        if frame.wants_key:
            self._refuse_key(frame, start)
        else:
            frame.put(data, start, spots)
        if event.flow_style and self._text.startswith("{{", start):
            self._findings.add("YAML-22", start, path)
        frame = Frame(data, path, spots, is_map=is_map, wants_key=is_map)
        frame.in_brackets = bool(event.flow_style)
        frame.anchor, frame.first_node = event.anchor, self._meter.nodes
        self._frames.append(frame)

    def _note(self, event: Any) -> int:
        """Count what begins, and return its offset."""
        self._meter.add()
        start: int = event.start_mark.index
        self.understood = start
        if event.tag is not None:
            self._checks.tag(start)
        if self._has_tabs and self._text[start - 1 : start] == "\t":
            self._findings.add("YAML-05", start - 1)
        return start

    def _note_entry(self, frame: Frame, text: str, start: int) -> None:
        if may_be_cut(text):
            frame.figure = (text, start, frame.next_path)
        elif not frame.is_map and SEPARATORS.search(text):
            frame.commas.append((text, start))

    def _check(self, frame: Frame, written: Written) -> None:
        self._checks.value(written, frame.next_path, in_brackets=frame.in_brackets)

    def _take_key(self, event: Any, frame: Frame, start: int) -> None:
        key = event.value
        if event.style or frame.figure is not None or key not in self._known:
            self._check_key(event, frame, Written(key, start, event.end_mark.index))
            if not frame.wants_key:
                return
        elif key in frame.spots:
            self._refuse_twice(frame, key, start)
        frame.key, frame.key_start = key, start
        frame.wants_key = False

    def _check_key(self, event: Any, frame: Frame, written: Written) -> None:
        key, plain = written.value, not event.style
        if plain and key in BLANKS:
            self._refuse_key(frame, written.start)
            return
        frame.kept = self._checks.key(written, frame.path) if plain else True
        if not plain:
            self._checks.quoted(written, (*frame.path, key))
        figure, frame.figure = frame.figure, None
        if figure is not None and is_thousands(figure[0], key):
            self._checks.thousands(*figure[1:])
            frame.figure, frame.kept = figure, False
        elif key in frame.spots:
            self._refuse_twice(frame, key, written.start)

    def _refuse_twice(self, frame: Frame, key: str, start: int) -> None:
        if frame.unmarked:
            return
        # Several in a row are one slip: an item that lost its head, a part that was pasted twice.
        follows = frame.key in frame.twice
        frame.twice.add(key)
        if follows:
            return
        path = (*frame.path, key)
        # The first key of an item once more: most likely the next item, without its mark.
        if frame.path and isinstance(frame.path[-1], int) and key == next(iter(frame.spots)):
            frame.unmarked = not frame.in_brackets
        if frame.unmarked:
            self._findings.add("YAML-20", start, path, _LOST_MARK._asdict())
            return
        place = self._findings.place(frame.spots[key][1])
        arguments = {"key": key, "first": place.line}
        self._findings.add("YAML-13", start, path, arguments, place)

    def _refuse_key(self, frame: Frame, start: int) -> None:
        """Take a key that is no text: what is under it is read, and not kept."""
        if self._text[max(0, start - 1) : start + 1] != "{{":
            self._findings.add("YAML-19", start, frame.path)
        frame.key, frame.key_start, frame.kept = "", start, False
        frame.wants_key = False
