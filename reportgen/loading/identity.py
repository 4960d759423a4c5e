"""Whose file it is, from its first lines: no more is parsed than it takes to know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import yaml

from reportgen.loading.limits import LimitReached, check_directives, check_size
from reportgen.loading.places import Places
from reportgen.loading.source_text import read_text
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Place

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_YEAR: Final = re.compile(r"[0-9]{4}")
_PROFILE_WHEN_NONE: Final[str] = DepartmentYear.model_fields["profile"].default
# Bytes in which the wanted keys stand in nearly every file.
_HEAD: Final = 2_000
_NEXT_KEY: Final = re.compile(rb"\n(?= {0,2}[^\s#:]+:[ \r\n])")
_WANTED: Final = (("年度",), ("部门", "名称"), ("口径",))


class Identity(NamedTuple):
    """Which department's which year a file tells, by which profile, and where it is named."""

    year: str
    name: str
    profile: str
    place: Place


class _Group:
    """A list or a group of fields that is still open, and the key that waits for its value."""

    def __init__(self, *, is_map: bool) -> None:
        self.is_map = is_map
        self.key: str | None = None


def identify(raw: bytes, file: str) -> Identity | None:
    """Return whose file `raw` is; None when it cannot tell, as for what cannot be parsed."""
    read = _read(_head(raw), file)
    if read is None or len(read[1]) < len(_WANTED):
        read = _read(raw, file)
    if read is None:
        return None
    places, found = read
    year, name, profile = (found.get(path) for path in _WANTED)
    if year is None or name is None or not (_YEAR.fullmatch(year.value) and name.value):
        return None
    mark = name.start_mark
    place = places.place(mark.line + 1, mark.column + 1)
    return Identity(year.value, name.value, profile.value if profile else _PROFILE_WHEN_NONE, place)


def _head(raw: bytes) -> bytes:
    """Return the first lines, to the last that an outer key follows: no value is cut."""
    ends = [match.end() for match in _NEXT_KEY.finditer(raw, 0, _HEAD)]
    return raw[: ends[-1]] if ends else raw


def _read(raw: bytes, file: str) -> tuple[Places, dict[tuple[str, ...], Any]] | None:
    """Return what is wanted of a file, or of its head; None when it cannot be parsed so far."""
    try:
        check_size(len(raw))
        source = read_text(file, raw)
        if source.text is None:
            return source.places, {}
        check_directives(source.text)
        return source.places, _wanted(source.text)
    except (LimitReached, yaml.YAMLError):
        return None


def _wanted(text: str) -> dict[tuple[str, ...], Any]:
    found: dict[tuple[str, ...], Any] = {}
    for path, event in _texts(text):
        if path in _WANTED:
            found.setdefault(path, event)
            if len(found) == len(_WANTED):
                break
    return found


def _texts(text: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every text that is a value of the outer groups of fields, with its path."""
    open_groups: list[_Group] = []
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            open_groups.append(_Group(is_map=isinstance(event, yaml.MappingStartEvent)))
            continue
        if isinstance(event, yaml.CollectionEndEvent):
            open_groups.pop()
        if not open_groups:
            continue
        group = open_groups[-1]
        if isinstance(event, yaml.NodeEvent) and group.is_map and group.key is None:
            group.key = getattr(event, "value", "")
            continue
        if isinstance(event, yaml.ScalarEvent):
            yield tuple(each.key or "" for each in open_groups), event
        group.key = None
