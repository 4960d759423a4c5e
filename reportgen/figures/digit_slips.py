"""Slips of the hand in the digits of a figure: two neighbours swapped, or one digit wrong.

Long figures alone are compared by their digits: short ones come near each other by chance.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from reportgen.figures.prose import ProseFigure, significant_digits
from reportgen.figures.rounding import written
from reportgen.figures.stated_facts import StatedFact

Slip = Literal["transposed", "one digit"]

_FEWEST_TRANSPOSED: Final = 4
_FEWEST_CHANGED: Final = 5


class _Shape(NamedTuple):
    """What a figure has in common with every slip of it."""

    unit: str
    length: int
    point: int


class DigitIndex:
    """The facts of many digits, worked up only as far as a strange figure asks for them."""

    def __init__(self, facts: Iterable[StatedFact]) -> None:
        self._facts = tuple(facts)
        self._slips: dict[_Shape, dict[str, StatedFact]] = {}

    def nearest(self, figure: ProseFigure) -> StatedFact | None:
        """Return the first fact that `figure` may be a slip of, swapped digits first."""
        if figure.unit not in self._units:
            return None
        text = written(figure.value)
        slips = self._slips_of(_shape(figure.unit, text)) if len(text) >= _FEWEST_TRANSPOSED else {}
        count = significant_digits(figure.value) if slips else 0
        alike = [*_swapped(text)] if count >= _FEWEST_TRANSPOSED else []
        alike += _gapped(text) if count >= _FEWEST_CHANGED else []
        return next((slips[each] for each in alike if each in slips), None)

    def _slips_of(self, shape: _Shape) -> dict[str, StatedFact]:
        """Return the facts of one shape by their digits, and by these with a digit left open."""
        slips = self._slips.get(shape)
        if slips is None:
            slips = self._slips[shape] = {}
            for fact, text, count in self._by_shape.get(shape, ()):
                slips.setdefault(text, fact)
                for gapped in _gapped(text) if count >= _FEWEST_CHANGED else ():
                    slips.setdefault(gapped, fact)
        return slips

    @functools.cached_property
    def _by_shape(self) -> dict[_Shape, list[tuple[StatedFact, str, int]]]:
        found: dict[_Shape, list[tuple[StatedFact, str, int]]] = defaultdict(list)
        for fact in self._facts:
            if fact.binding and (count := significant_digits(fact.value)) >= _FEWEST_TRANSPOSED:
                text = written(fact.value)
                found[_shape(fact.unit, text)].append((fact, text, count))
        return found

    @functools.cached_property
    def _units(self) -> set[str]:
        return {shape.unit for shape in self._by_shape}


def slip_between(typed: Decimal, meant: Decimal) -> Slip | None:
    """Return the slip that makes one figure of the other, both of many digits; None if none."""
    one, other = written(typed), written(meant)
    if len(one) == len(other):
        count = min(significant_digits(typed), significant_digits(meant))
        if count >= _FEWEST_TRANSPOSED and one in _swapped(other):
            return "transposed"
        if count >= _FEWEST_CHANGED and not set(_gapped(one)).isdisjoint(_gapped(other)):
            return "one digit"
    return None


def _shape(unit: str, text: str) -> _Shape:
    return _Shape(unit, len(text), text.find("."))


def _swapped(text: str) -> Iterator[str]:
    """Yield a figure with each two neighbouring digits swapped."""
    places = [index for index, char in enumerate(text) if char != "."]
    for left, right in pairwise(places):
        if text[left] != text[right]:
            between = text[left + 1 : right]
            yield f"{text[:left]}{text[right]}{between}{text[left]}{text[right + 1 :]}"


def _gapped(text: str) -> Iterator[str]:
    """Yield a figure with each digit in turn left open."""
    return (f"{text[:at]}_{text[at + 1 :]}" for at, char in enumerate(text) if char != ".")
