"""From the parser's events to plain data, the place of everything, and what is refused.

The events are PyYAML's; they are told apart in `yaml_source`; only it and `identity` know it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from reportgen.loading.limits import Meter
from reportgen.loading.places import Spot
from reportgen.loading.plain_scalars import is_blank, is_thousands
from reportgen.loading.scalar_checks import ScalarChecks, Written
from reportgen.loading.syntax_words import SYNTAX_WORDS
from reportgen.loading.text_findings import TextFindings
from reportgen.model.finding import DataPath
from reportgen.model.record import Record

_ALIAS: Final = SYNTAX_WORDS["alias"]


class Trouble(NamedTuple):
    """Where the parser gave up: offsets into the text, and that of what it last understood."""

    offset: int
    opened: int | None
    understood: int


class _Anchored(NamedTuple):
    value: Any
    size: int
    height: int


@dataclass(slots=True)
class _Frame:
    """A list or a group of fields that is still open; the outermost one holds the document."""

    data: Any
    path: DataPath
    is_map: bool = False
    in_brackets: bool = False
    anchor: str | None = None
    first_node: int = 0
    height: int = 0
    # Of a group: the key that waits for its value, where it stands, and the keys seen so far.
    wants_key: bool = False
    key: str = ""
    key_spot: tuple[int, int] = (1, 1)
    kept: bool = True
    keys: dict[str, int] = field(default_factory=dict)
    figure: tuple[str, int, DataPath] | None = None
    # Of a list in brackets: the entries that hold a full-width comma.
    commas: list[tuple[str, int]] = field(default_factory=list)


class EventWalk:
    """Builds the data of one document. `root` is None until there is something."""

    def __init__(self, text: str, model: type[Record], findings: TextFindings) -> None:
        self.spots: dict[DataPath, Spot] = {}
        self.understood = 0
        self.documents = 0
        self._text = text
        self._has_tabs = "\t" in text
        self._findings = findings
        self._checks = ScalarChecks(text, model, findings)
        self._meter = Meter()
        self._anchors: dict[str, _Anchored] = {}
        self._frames = [_Frame([], ())]

    @property
    def root(self) -> Any:
        """The document, as far as it was read."""
        document = self._frames[0].data
        return document[0] if document else None

    def open_document(self, event: Any) -> None:
        """Begin a document; a second one is refused."""
        self.documents += 1
        if self.documents > 1:
            self._findings.add("YAML-15", event.start_mark.index)

    def take_scalar(self, event: Any) -> None:
        """Take a key, or a value that is one text."""
        frame = self._frames[-1]
        self._note(event, len(self._frames) - 1)
        if frame.wants_key:
            self._take_key(event, frame)
            return
        text, start = event.value, event.start_mark.index
        plain = not event.style
        path = self._place(frame, event, at_key=plain and not text)
        value = None if plain and is_blank(text) else text
        if plain:
            self._checks.comment_after(event.end_mark.index, path)
        if value is not None:
            written = Written(text, start, event.end_mark.index)
            if plain:
                self._checks.value(written, path, in_brackets=frame.in_brackets)
                self._note_entry(frame, text, start, path)
            else:
                self._checks.quoted(written, path)
        self._attach(frame, value)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, 1, 0)

    def take_alias(self, event: Any) -> None:
        """Take what was anchored before, once more."""
        frame = self._frames[-1]
        start = event.start_mark.index
        self.understood = start
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            self._findings.add("YAML-20", start, arguments=_ALIAS._asdict())
            anchored = _Anchored(None, 1, 0)
        depth = len(self._frames) - 1
        self._meter.add_alias(depth, anchored.size, anchored.height)
        frame.height = max(frame.height, anchored.height + 1)
        if frame.wants_key:
            self._refuse_key(frame, event)
        else:
            self._place(frame, event)
        self._attach(frame, anchored.value)

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
        self._note(event, len(self._frames))
        start = event.start_mark.index
        if frame.wants_key:
            self._refuse_key(frame, event)
            path: DataPath = (*frame.path, frame.key)
        else:
            path = self._place(frame, event)
        if event.flow_style and self._text.startswith("{{", start):
            self._findings.add("YAML-22", start, path)
        self._attach(frame, data)
        frame = _Frame(data, path, is_map=is_map, wants_key=is_map)
        frame.in_brackets = bool(event.flow_style)
        frame.anchor, frame.first_node = event.anchor, self._meter.nodes
        self._frames.append(frame)

    def _note(self, event: Any, depth: int) -> None:
        self._meter.add(depth)
        start = self.understood = event.start_mark.index
        if event.tag is not None:
            self._checks.tag(start)
        if self._has_tabs and self._text[start - 1 : start] == "\t":
            self._findings.add("YAML-05", start - 1)

    def _take_key(self, event: Any, frame: _Frame) -> None:
        key, mark = event.value, event.start_mark
        written = Written(key, mark.index, event.end_mark.index)
        plain = not event.style
        if plain and is_blank(key):
            self._refuse_key(frame, event)
            frame.wants_key = False
            return
        frame.kept = self._checks.key(written, frame.path) if plain else True
        if not plain:
            self._checks.quoted(written, (*frame.path, key))
        if frame.figure is not None and is_thousands(frame.figure[0], key):
            self._checks.thousands(*frame.figure[1:])
            frame.kept = False
        else:
            frame.figure = None
            self._check_twice(frame, key, mark.index)
        frame.key, frame.key_spot = key, (mark.line + 1, mark.column + 1)
        frame.wants_key = False

    def _check_twice(self, frame: _Frame, key: str, start: int) -> None:
        first = frame.keys.setdefault(key, start)
        if first != start:
            place = self._findings.place(first)
            path = (*frame.path, key)
            arguments = {"key": key, "first": place.line}
            self._findings.add("YAML-13", start, path, arguments, place)

    def _refuse_key(self, frame: _Frame, event: Any) -> None:
        """Take a key that is no text: what is under it is read, and not kept."""
        start = event.start_mark.index
        if self._text[max(0, start - 1) : start + 1] != "{{":
            self._findings.add("YAML-19", start, frame.path)
        frame.key, frame.kept = "", False

    def _place(self, frame: _Frame, event: Any, *, at_key: bool = False) -> DataPath:
        mark = event.start_mark
        here = (mark.line + 1, mark.column + 1)
        if frame.is_map:
            path: DataPath = (*frame.path, frame.key)
            key = frame.key_spot
            self.spots[path] = Spot._make((*(key if at_key else here), *key))
            return path
        path = (*frame.path, len(frame.data)) if len(self._frames) > 1 else ()
        self.spots[path] = Spot._make((*here, *here))
        return path

    def _attach(self, frame: _Frame, value: Any) -> None:
        if not frame.is_map:
            frame.data.append(value)
        elif frame.wants_key:
            frame.wants_key = False
        else:
            if frame.kept:
                frame.data[frame.key] = value
            frame.wants_key = frame.kept = True

    def _note_entry(self, frame: _Frame, text: str, start: int, path: DataPath) -> None:
        if not frame.in_brackets:
            return
        if frame.is_map:
            frame.figure = (text, start, path)
        elif "，" in text:
            frame.commas.append((text, start))
