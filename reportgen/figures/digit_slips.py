"""Slips of the hand in the digits of a figure: two neighbours swapped, or one digit wrong.

Long figures alone are compared by their digits: short ones come near each other by chance.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from reportgen.figures.prose import significant_digits
from reportgen.figures.rounding import written
from reportgen.figures.stated_facts import StatedFact
from reportgen.wording.sameness import halves

Slip = Literal["transposed", "one digit"]
_Shape = tuple[str, int, int]
"""What a figure has in common with every slip of it: its unit, length, and where its point is."""

FEWEST_TRANSPOSED: Final = 4
"""Fewer digits are swapped by chance."""
_FEWEST_CHANGED: Final = 5


class DigitIndex:
    """The facts of many digits, worked up only as far as a strange figure asks for them."""

    def __init__(self, facts: Iterable[StatedFact]) -> None:
        self._facts = facts

    def nearest(self, number: str, unit: str) -> StatedFact | None:
        """Return the first fact that a typed figure may be a slip of, swapped digits first.

        A figure that is written like a fact is no slip.
        """
        text = number.replace(",", "")
        if text.startswith("0"):
            text = written(Decimal(text))
        facts = self._alike.get((unit, len(text), text.find(".")))
        return None if facts is None else facts.nearest(text)

    @functools.cached_property
    def _alike(self) -> dict[_Shape, _FactsAlike]:
        """The facts by their shapes, of those that are written alike the first."""
        found: dict[_Shape, dict[str, StatedFact]] = defaultdict(dict)
        for fact in self._facts:
            text = written(fact.value)
            if len(text) >= FEWEST_TRANSPOSED and fact.binding:
                found[fact.unit, len(text), text.find(".")].setdefault(text, fact)
        return {shape: _FactsAlike(alike) for shape, alike in found.items()}


class _FactsAlike:
    """Facts of one unit and one shape, by their digits."""

    def __init__(self, facts: dict[str, StatedFact]) -> None:
        self._facts = facts

    def nearest(self, text: str) -> StatedFact | None:
        """Return the first fact that is `text` but for a slip."""
        if text in self._facts or self._lacks_an_end(text):
            return None
        count = significant_digits(text)
        if count < FEWEST_TRANSPOSED:
            return None
        for swapped in _swapped(text):
            if swapped in self._facts and significant_digits(swapped) >= FEWEST_TRANSPOSED:
                return self._facts[swapped]
        if count < _FEWEST_CHANGED or self._halves.isdisjoint(halves(text)):
            return None
        return next((self._gaps[each] for each in _gapped(text) if each in self._gaps), None)

    def _lacks_an_end(self, text: str) -> bool:
        """Whether no fact has an end of `text`, of which every slip leaves one.

        A swap spans three characters at most: two digits and the point.
        """
        middle = len(text) // 2
        return text[: middle - 1] not in self._starts and text[middle + 1 :] not in self._tails

    @functools.cached_property
    def _starts(self) -> set[str]:
        return {text[: len(text) // 2 - 1] for text in self._facts}

    @functools.cached_property
    def _tails(self) -> set[str]:
        return {text[len(text) // 2 + 1 :] for text in self._facts}

    @functools.cached_property
    def _halves(self) -> set[str]:
        return {half for text in self._facts for half in halves(text)}

    @functools.cached_property
    def _gaps(self) -> dict[str, StatedFact]:
        """The facts with each digit in turn left open."""
        gaps: dict[str, StatedFact] = {}
        for text, fact in self._facts.items():
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
