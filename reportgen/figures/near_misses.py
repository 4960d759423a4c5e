"""Figures in running text that are almost a figure of the same file: slips of the hand.

Long figures alone are compared by their digits: short ones come near each other by chance. A figure
whose name stands before it is compared with the facts of that name, whatever its length.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from reportgen.figures.prose import MONEY, ProseFigure, figures_in, significant_digits
from reportgen.figures.stated_facts import StatedFact, bare_name
from reportgen.figures.tolerance import agrees

Likeness = Literal["transposed", "one digit", "same name"]

_FEWEST_TRANSPOSED: Final = 4
_FEWEST_CHANGED: Final = 5
_LONGEST_NAME: Final = 40
_LONGEST_JOINT: Final = 4
_LONGEST_EDGE: Final = 5
_CLAUSE_END: Final = re.compile(r"[。；;\n]")
_JOINT: Final = re.compile(r"(?:支出|开支)?(?:合计|总计|共计|共|为|是|达到|达|：|:)?$")
_EDGE: Final = re.compile(
    r"(?:^|[，。；、：（(,;:\n]|其中|年度?|[全我][年区市县局]|单位|实际|调整后|财政拨款)$"
)
_ANOTHER_TIME: Final = re.compile(
    r"上年|去年|前年|往年|明年|下年|计划|预计|拟|目标|力争|增长|增加|减少|下降|提高|同比"
)
_YEAR: Final = re.compile(r"((?:19|20)\d\d)年")


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A figure of a text, the fact it was probably meant to be, and in what they are alike."""

    figure: ProseFigure
    fact: StatedFact
    likeness: Likeness


class FactIndex:
    """The facts of one file, ready to be compared with any number of texts."""

    def __init__(self, facts: Iterable[StatedFact], year: int) -> None:
        self._year = str(year)
        self._facts = tuple(facts)
        self._known = {(fact.unit, fact.value) for fact in self._facts}
        self._named: dict[str, list[StatedFact]] = defaultdict(list)
        for fact in self._facts:
            for name in fact.names:
                if len(name) <= _LONGEST_NAME:
                    self._named[name].append(fact)
        self._name_lengths = sorted({len(name) for name in self._named}, reverse=True)

    @functools.cached_property
    def _patterns(self) -> dict[tuple[str, str], StatedFact]:
        """What each binding fact has in common with its slips; only a strange figure needs it."""
        found: dict[tuple[str, str], StatedFact] = {}
        for fact in self._facts:
            if fact.binding:
                for pattern in _patterns(fact.value):
                    found.setdefault((fact.unit, pattern), fact)
        return found

    def near_misses(self, text: str) -> Iterator[NearMiss]:
        """Yield the figures of `text` that are almost a fact."""
        for figure in figures_in(text):
            known = (figure.unit, figure.value) in self._known
            found = None if known else self._by_digits(figure)
            found = found or self._by_name(text, figure)
            if found is not None:
                yield found

    def _by_digits(self, figure: ProseFigure) -> NearMiss | None:
        for pattern in _patterns(figure.value):
            fact = self._patterns.get((figure.unit, pattern))
            if fact is not None:
                likeness: Likeness = "one digit" if "_" in pattern else "transposed"
                return NearMiss(figure, fact, likeness)
        return None

    def _by_name(self, text: str, figure: ProseFigure) -> NearMiss | None:
        nearby = text[max(0, figure.start - 4 * _LONGEST_NAME) : figure.start]
        before = bare_name(_CLAUSE_END.split(nearby)[-1])
        facts = [fact for fact in self._named_before(before) if _comparable(figure, fact)]
        if not facts or figure.roughly or self._speaks_of_another_time(before):
            return None
        if any(agrees(figure.value, _in_unit_of(figure, fact)) for fact in facts):
            return None
        binding = next((fact for fact in facts if fact.binding), None)
        return None if binding is None else NearMiss(figure, binding, "same name")

    def _named_before(self, before: str) -> list[StatedFact]:
        """Return the facts whose name ends `before` (a joint word apart) and begins a phrase."""
        joint = _JOINT.search(before[-_LONGEST_JOINT:])
        cut = len(joint[0]) if joint else 0
        for end in (before, before[: len(before) - cut]) if cut else (before,):
            for length in self._name_lengths:
                facts = self._named.get(end[-length:]) if length <= len(end) else None
                if facts and _EDGE.search(end[-length - _LONGEST_EDGE : -length]):
                    return facts
        return []

    def _speaks_of_another_time(self, before: str) -> bool:
        years = set(_YEAR.findall(before))
        return bool(years - {self._year}) or bool(_ANOTHER_TIME.search(before))


def _patterns(value: Decimal) -> Iterator[str]:
    """Yield what a figure has in common with its slips.

    A pattern with `_` is shared with figures that differ in that digit; one with a sorted pair in
    brackets, with the figure that has the two digits swapped.
    """
    text, count = format(value, "f"), significant_digits(value)
    places = [index for index, char in enumerate(text) if char != "."]
    if count >= _FEWEST_TRANSPOSED:
        for left, right in pairwise(places):
            pair = "".join(sorted(text[left] + text[right]))
            if text[left] != text[right]:
                yield f"{text[:left]}[{pair}]{'.' * (right - left - 1)}{text[right + 1 :]}"
    if count >= _FEWEST_CHANGED:
        for place in places:
            yield f"{text[:place]}_{text[place + 1 :]}"


def _comparable(figure: ProseFigure, fact: StatedFact) -> bool:
    return figure.unit == fact.unit or (figure.unit in MONEY and fact.unit in MONEY)


def _in_unit_of(figure: ProseFigure, fact: StatedFact) -> Decimal:
    if figure.unit == fact.unit:
        return fact.value
    return fact.value * MONEY[fact.unit] / MONEY[figure.unit]
