"""What each name in a form means: a value, a group of named things, or a list."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reportgen.figures.facts import derived_keys, fields_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.indicators import Indicator
from reportgen.model.profile import Profile
from reportgen.model.record import Record
from reportgen.rendering.review import KEYS as REVIEW_KEYS
from reportgen.rendering.rows import LEVELS


@dataclass(frozen=True, slots=True)
class Value:
    """Something that prints."""


@dataclass(frozen=True, slots=True)
class Group:
    """Named things: the keys of a model, or a fixed set."""

    model: type[Record] | None = None
    fixed: tuple[tuple[str, Kind], ...] = ()

    def keys(self) -> Mapping[str, Kind]:
        """Return what can be named in the group."""
        own = {} if self.model is None else _model_keys(self.model)
        return {**own, **dict(self.fixed)}


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of one kind of thing."""

    of: Kind


Kind = Value | Group | Listing
VALUE: Final = Value()
LOOP: Final = Group(
    fixed=tuple((name, VALUE) for name in ("index", "index0", "first", "last", "length"))
)


@functools.cache
def _model_keys(model: type[Record]) -> Mapping[str, Kind]:
    keys: dict[str, Kind] = {}
    for key, _, kind, inner in fields_of(model):
        group: Kind = VALUE if inner is None else Group(inner)
        keys[key] = Listing(group) if kind == "list" else group
    return keys | dict.fromkeys(derived_keys(model), VALUE)


def form_names(entry: type[Record] | None) -> Group:
    """Return what a form may name: the department-year, profile, findings, and 本件 if any."""
    extra: list[tuple[str, Kind]] = [
        ("口径资料", Group(Profile)),
        ("表单", VALUE),
        ("意见", Listing(Group(fixed=tuple((key, VALUE) for key in REVIEW_KEYS)))),
    ]
    if entry is not None:
        extra.append(("本件", Group(entry)))
    return Group(DepartmentYear, tuple(extra))


_NODE: Final = Group(Indicator)
_ROW: Final = Group(
    fixed=(
        *((level, _NODE) for level in LEVELS),
        ("指标", _NODE),
        *((key, VALUE) for key in ("目标", "分值", "评分标准", "共用目标", "序号", "层数")),
    )
)
_PARAGRAPH: Final = Group(fixed=(("级", VALUE), ("序号", VALUE), ("文字", VALUE)))
_NUMBERED: Final = Group(fixed=(("序号", VALUE), ("文字", VALUE)))
FILTER_KINDS: Final[Mapping[str, Kind]] = {
    "展开": Listing(_ROW),
    "展开章节": Listing(_PARAGRAPH),
    "编号段": Listing(_NUMBERED),
}
"""What the filters that give lists give; 至少 gives what it takes, the others a value."""
