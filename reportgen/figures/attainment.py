"""Whether a target was met, as far as the two cells show it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from reportgen.figures.degrees import is_weaker
from reportgen.figures.rounding import HUNDRED, ZERO
from reportgen.wording.quantities import Measure, Quantity
from reportgen.wording.sameness import squeezed

Direction = Literal["positive", "negative", "equality"]
Attainment = Literal["met", "missed", "unknown"]

_DIRECTIONS: Final[dict[str | None, Direction]] = {
    "≥": "positive", ">": "positive", "≤": "negative", "<": "negative", "=": "equality",
}  # fmt: skip
_STRICT: Final = frozenset({">", "<"})
_NEUTRAL_LABELS: Final = frozenset({"", "完成", "已完成", "达", "达到", "实际"})
_FIGURE: Final = re.compile(r"[\d二三四五六七八九十百千万零]")
_CLAIM: Final = re.compile("完成|达|实现|全部|到位|合格|符合|如期|按时|按期|及时")
_DENIAL: Final = re.compile("未|没|尚|正在|部分|基本|不到|不足|不达")


class Comparison(NamedTuple):
    """A target and an actual in one unit, and which way the target points.

    `strict` is true for > and <: the bound itself does not meet them.
    """

    direction: Direction
    target: Decimal
    actual: Decimal
    strict: bool = False

    @property
    def is_at_strict_bound(self) -> bool:
        """Whether the actual is the very bound that a > or a < shuts out."""
        return self.strict and self.actual == self.target

    @property
    def is_met(self) -> bool:
        """Whether the actual reaches the target."""
        if self.is_at_strict_bound:
            return False
        if self.direction == "positive":
            return self.actual >= self.target
        if self.direction == "negative":
            return self.actual <= self.target
        return self.actual == self.target

    @property
    def percent(self) -> Decimal | None:
        """The actual in percent of the target; None for a target of 0."""
        return self.actual / self.target * HUNDRED if self.target else None


def compare(target: Quantity | None, actual: Quantity | None) -> Comparison | None:
    """Return both as figures; None unless each is one measurement, in one unit, of one thing.

    An actual that repeats a comparator (大于等于 120 人次) measures nothing. A bare target has no
    direction, but for 100%, which nothing can exceed.
    """
    wanted, reached = _single(target), _single(actual)
    if wanted is None or reached is None or not _comparable(wanted, reached):
        return None
    direction = _DIRECTIONS.get(wanted.comparator)
    if direction is None and wanted.unit == "%" and wanted.number == HUNDRED:
        direction = "positive"
    if direction is None or wanted.number < ZERO:
        return None
    return Comparison(direction, wanted.number, reached.number, wanted.comparator in _STRICT)


def exceeds(figures: Comparison | None, percent: Decimal) -> bool:
    """Whether a ≥ target is met at `percent` of it or more: it may have been set too low.

    Source: such targets are to be explained and scored down; 120 and 130 percent are in use.
    """
    if figures is None or figures.direction != "positive" or figures.percent is None:
        return False
    return figures.percent >= percent


def attainment(target: Quantity | None, actual: Quantity | None) -> Attainment:
    """Judge whether `actual` meets `target`; unknown wherever a reader could not tell.

    Words against a figure miss it, unless they claim completion; words against words meet it when
    they are the same, and miss it when they say less.
    """
    if target is None or actual is None:
        return "unknown"
    figures = compare(target, actual)
    if figures is not None:
        return judged(figures)
    if squeezed(target) == squeezed(actual):
        return "unknown" if _repeats_comparator(actual) else "met"
    if target.is_numeric:
        return "missed" if _is_mere_wording(actual) else "unknown"
    return "missed" if is_weaker(actual.text, target.text) else "unknown"


def judged(figures: Comparison) -> Attainment:
    """Judge figures that can be compared; what lies above an = target no source judges alike."""
    if figures.is_met:
        return "met"
    exceeds = figures.direction == "equality" and figures.actual > figures.target
    return "unknown" if exceeds else "missed"


def _single(quantity: Quantity | None) -> Measure | None:
    return quantity.measures[0] if quantity is not None and len(quantity.measures) == 1 else None


def _comparable(wanted: Measure, reached: Measure) -> bool:
    return (
        reached.comparator is None
        and wanted.unit == reached.unit
        and (reached.label == wanted.label or reached.label in _NEUTRAL_LABELS)
    )


def _repeats_comparator(actual: Quantity) -> bool:
    return any(measure.comparator is not None for measure in actual.measures)


def _is_mere_wording(actual: Quantity) -> bool:
    """Whether a cell neither measures nor claims that the target was reached."""
    text = actual.text
    if actual.is_numeric or _FIGURE.search(text):
        return False
    return bool(_DENIAL.search(text)) or not _CLAIM.search(text)
