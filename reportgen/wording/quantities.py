"""Targets and actuals: what a cell such as `≥80%` or `大于等于 120 人次` says, in which unit."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

Comparator = Literal["≥", ">", "≤", "<", "="]

# Before the number. Longer spellings first, so that 大于等于 is not read as 大于.
_PREFIXES: Final[tuple[tuple[str, Comparator], ...]] = (
    ("大于或等于", "≥"), ("大于等于", "≥"), ("不得低于", "≥"), ("不得少于", "≥"), ("不低于", "≥"),
    ("不少于", "≥"), ("不小于", "≥"), ("至少", "≥"),
    (">=", "≥"), ("＞＝", "≥"), ("＞=", "≥"), (">＝", "≥"), ("》=", "≥"), ("》＝", "≥"),
    ("≥", "≥"), ("≧", "≥"), ("⩾", "≥"),
    ("小于或等于", "≤"), ("小于等于", "≤"), ("不得超过", "≤"), ("不得高于", "≤"), ("不超过", "≤"),
    ("未超过", "≤"), ("不高于", "≤"), ("不多于", "≤"), ("不大于", "≤"), ("至多", "≤"),
    ("<=", "≤"), ("＜＝", "≤"), ("＜=", "≤"), ("<＝", "≤"), ("≤", "≤"), ("≦", "≤"), ("⩽", "≤"),
    ("大于", ">"), ("超过", ">"), ("高于", ">"), (">", ">"), ("＞", ">"),
    ("小于", "<"), ("低于", "<"), ("少于", "<"), ("<", "<"), ("＜", "<"),
    ("等于", "="), ("=", "="), ("＝", "="),
)  # fmt: skip
# After the unit: 2小时内, 95%以上.
_SUFFIXES: Final[tuple[tuple[str, Comparator], ...]] = (
    ("及以上", "≥"), ("以上", "≥"), ("及以下", "≤"), ("以下", "≤"), ("以内", "≤"), ("之内", "≤"),
    ("内", "≤"),
)  # fmt: skip
_COMPARATORS: Final = dict(_PREFIXES) | dict(_SUFFIXES)
_PREFIX: Final = "|".join(re.escape(word) for word, _ in _PREFIXES)
_WORD: Final = r"[^\d\s，。；：、,;:（）()%％‰]"
# A comparator or a point is no part of a name: ≥.5 and ＞＝＝5 measure nothing.
_LABEL: Final = r"[^\d\s，。；：、,;:（）()<>=≥≤≧≦⩾⩽＞＜＝.．]{0,24}?"
_MEASURE: Final = re.compile(
    rf"(?P<label>{_LABEL})\s*(?P<prefix>{_PREFIX})?\s*"
    rf"(?P<number>-?[0-9]{{1,12}}(?:\.[0-9]{{1,8}})?)\s*(?P<unit>[%％‰]?{_WORD}{{0,10}}|/[0-9]+)",
)
_SPELLING: Final = re.compile(rf"({_PREFIX})\s*-?[0-9]")
_LONGEST: Final = 200
_has_figure: Final = re.compile("[0-9]").search
_SEPARATOR: Final = re.compile(r"[；;]")
# 30日内办结: what is done to the quantity is no part of its unit.
_DONE: Final = re.compile(r"(?:完成|达标|到位|办结|报告|上报|处置|处理|响应|送达|答复|拨付|发放)$")
# A day or a place in a ranking is no quantity: 12月底前, 2024年底前, 前3名.
_CALENDAR: Final = re.compile(r"(?:19|20)\d\d年.*|\d+(?:月|[日号]前).*")
_RANK: Final = ("第", "前")


@dataclass(frozen=True, slots=True)
class Measure:
    """One measurement inside a cell: `全人群建档率≥80%` is (全人群建档率, ≥, 80, %)."""

    label: str
    comparator: Comparator | None
    number: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target or an actual as typed, and its measurements.

    `measures` is empty for qualitative text (`逐步提高`); a cell that holds two targets has two.
    Printed as typed, always.
    """

    text: str
    measures: tuple[Measure, ...]

    def __str__(self) -> str:
        return self.text

    @property
    def is_numeric(self) -> bool:
        """Whether the cell holds figures rather than words."""
        return bool(self.measures)


def parse_quantity(text: str) -> Quantity:
    """Read a target or an actual; a cell with any part that is not a measurement is qualitative.

    So is a text of more than 200 characters: no cell of figures is as long.
    """
    # No part of a measurement holds a comma.
    if len(text) > _LONGEST or "，" in text or not _has_figure(text):
        return Quantity(text, ())
    parts = [part.strip() for part in _SEPARATOR.split(text.strip()) if part.strip()]
    measures = [_measure(part) for part in parts]
    if any(measure is None for measure in measures):
        return Quantity(text, ())
    return Quantity(text, tuple(measure for measure in measures if measure is not None))


@functools.lru_cache(maxsize=4096)
def comparators_before_figures(text: str) -> tuple[tuple[str, Comparator], ...]:
    """Return each comparator written before a figure, as typed and what it means, in order."""
    return tuple((spelling, _COMPARATORS[spelling]) for spelling in _SPELLING.findall(text))


def _measure(text: str) -> Measure | None:
    match = _MEASURE.fullmatch(text)
    if match is None:
        return None
    unit = _DONE.sub("", match["unit"].replace("％", "%"))
    comparator = _COMPARATORS.get(match["prefix"] or "")
    if comparator is None:
        unit, comparator = _trailing_comparator(unit)
    if comparator is None and _is_calendar_or_rank(match):
        return None
    unit = unit[0] if unit.startswith(("%", "‰")) else unit
    return Measure(match["label"], comparator, Decimal(match["number"]), unit)


def _is_calendar_or_rank(match: re.Match[str]) -> bool:
    measured = match["number"] + match["unit"]
    return bool(_CALENDAR.fullmatch(measured)) or match["label"].endswith(_RANK)


def _trailing_comparator(unit: str) -> tuple[str, Comparator | None]:
    for word, comparator in _SUFFIXES:
        if unit.endswith(word):
            return unit.removesuffix(word), comparator
    return unit, None
