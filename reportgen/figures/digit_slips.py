"""Slips of the hand in the digits of a figure: two neighbours swapped, or one digit wrong.

Long figures alone are compared by their digits: short ones come near each other by chance.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from reportgen.figures.prose import ProseFigure, significant_digits
from reportgen.figures.rounding import written
from reportgen.figures.stated_facts import StatedFact

Slip = Literal["transposed", "one digit"]
_Shape = tuple[str, int, int]
"""What a figure has in common with every slip of it: its unit, its length, where its point is."""

FEWEST_TRANSPOSED: Final = 4
"""Fewer digits are swapped by chance."""
_FEWEST_CHANGED: Final = 5


class DigitIndex:
    """The facts of many digits, worked up only as far as a strange figure asks for them."""

    def __init__(self, facts: Iterable[StatedFact]) -> None:
        self._by_unit: dict[str, list[StatedFact]] = defaultdict(list)
        for fact in facts:
            if fact.binding:
                self._by_unit[fact.unit].append(fact)
        self._written: dict[str, dict[str, StatedFact]] = {}
        self._alike: dict[_Shape, _FactsAlike] = {}

    def knows(self, unit: str, number: str) -> bool:
        """Whether a fact is written like a figure."""
        return number in self._written_in(unit)

    def nearest(self, figure: ProseFigure) -> StatedFact | None:
        """Return the first fact that `figure` may be a slip of, swapped digits first.

        A figure that is written like a fact is no slip.
        """
        text = written(figure.value)
        if self.knows(figure.unit, text):
            return None
        shape = (figure.unit, len(text), text.find("."))
        alike = self._alike.get(shape)
        if alike is None:
            alike = self._alike[shape] = _FactsAlike(self._written_in(figure.unit), text)
        return alike.nearest(text)

    def _written_in(self, unit: str) -> dict[str, StatedFact]:
        """Return the facts of a unit by how they are written, of those alike the first."""
        found = self._written.get(unit)
        if found is None:
            found = self._written[unit] = {}
            for fact in self._by_unit.get(unit, ()):
                found.setdefault(written(fact.value), fact)
        return found


class _FactsAlike:
    """Facts of one unit, as many digits and the point at one place."""

    def __init__(self, facts: Mapping[str, StatedFact], like: str) -> None:
        length, point = len(like), like.find(".")
        self._all = facts
        self._texts = [text for text in facts if len(text) == length and text.find(".") == point]
        self._beginnings = {_beginning(text) for text in self._texts}
        self._ends = {_end(text) for text in self._texts}

    def nearest(self, text: str) -> StatedFact | None:
        """Return the first fact that is `text` but for a slip, which leaves an end as it is."""
        if _beginning(text) not in self._beginnings and _end(text) not in self._ends:
            return None
        count = significant_digits(text)
        if count < FEWEST_TRANSPOSED:
            return None
        facts = self._long
        swapped = next((facts[each] for each in _swapped(text) if each in facts), None)
        if swapped is not None or count < _FEWEST_CHANGED:
            return swapped
        return next((self._gaps[each] for each in _gapped(text) if each in self._gaps), None)

    @functools.cached_property
    def _long(self) -> dict[str, StatedFact]:
        return {
            text: self._all[text]
            for text in self._texts
            if significant_digits(text) >= FEWEST_TRANSPOSED
        }

    @functools.cached_property
    def _gaps(self) -> dict[str, StatedFact]:
        """The facts with each digit in turn left open."""
        gaps: dict[str, StatedFact] = {}
        for text, fact in self._long.items():
            for gapped in _gapped(text) if significant_digits(text) >= _FEWEST_CHANGED else ():
                gaps.setdefault(gapped, fact)
        return gaps


def slip_between(typed: Decimal, meant: Decimal) -> Slip | None:
    """Return the slip that makes one figure of the other, both of many digits; None if none."""
    one, other = written(typed), written(meant)
    if len(one) == len(other):
        count = min(significant_digits(one), significant_digits(other))
        if count >= FEWEST_TRANSPOSED and one in _swapped(other):
            return "transposed"
        if count >= _FEWEST_CHANGED and not set(_gapped(one)).isdisjoint(_gapped(other)):
            return "one digit"
    return None


def _beginning(text: str) -> str:
    return text[: len(text) // 2 - 1]


def _end(text: str) -> str:
    """Return the end of a figure, two characters after `_beginning`: a swap spans three at most."""
    return text[len(text) // 2 + 1 :]


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
