"""Figures in running text that are almost a figure of the same file: slips of the hand.

A figure whose name stands before it is compared with the facts of that name, whatever its length;
any other by its digits.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from reportgen.figures.digit_slips import FEWEST_TRANSPOSED, DigitIndex, Slip, slip_between
from reportgen.figures.paired_measures import ALIKE, count_alike
from reportgen.figures.prose import (
    MONEY,
    TEXT_END,
    ProseFigure,
    is_rough,
    read_figure,
    same_unit,
)
from reportgen.figures.stated_facts import NOT_IN_NAMES, StatedFact, bare_name
from reportgen.figures.tolerance import agrees_with_any

Likeness = Slip | Literal["same name"]

_LONGEST_NAME: Final = 40
_LONGEST_JOINT: Final = 4
_LONGEST_EDGE: Final = 5
_NAME_END: Final = 2
_GLANCE: Final = 12
# What may stand between a name and its figure: the ends of joint words, and what a bare name drops.
_JOINT_ENDS: Final = frozenset("出支计共为是到达：:")
_LOOSE: Final = _JOINT_ENDS | NOT_IN_NAMES
_CLAUSE_ENDS: Final = ("。", "；", ";", "\n", TEXT_END)
_JOINTS: Final = frozenset(
    kind + word
    for kind in ("", "支出", "开支")
    for word in ("", "合计", "总计", "共计", "共", "为", "是", "达到", "达", "：", ":")
)
_EDGE: Final = re.compile(
    r"(?:^|[，。；、：（(,;:\n]|其中|年度?|[全我][年区市县局]|单位|实际|调整后|财政拨款)$"
)
_ANOTHER_TIME: Final = re.compile(
    r"上年|去年|前年|往年|明年|下年|计划|预计|拟|目标|力争|增长|增加|减少|下降|提高|同比"
)
_YEAR: Final = re.compile(r"((?:19|20)\d\d)年")


class NearMiss(NamedTuple):
    """A figure of a text, the fact it was probably meant to be, and in what they are alike."""

    figure: ProseFigure
    fact: StatedFact
    likeness: Likeness


class FactIndex:
    """The facts of one file, ready to be compared with any number of texts."""

    def __init__(self, facts: Iterable[StatedFact], year: int) -> None:
        self._year = str(year)
        self._facts = tuple(facts)
        self._named: dict[str, list[StatedFact]] = defaultdict(list)
        for fact in self._facts:
            for name in fact.names:
                if len(name) <= _LONGEST_NAME:
                    self._named[name].append(fact)
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for name in self._named:
            lengths[name[-_NAME_END:]].add(len(name))
        self._lengths = {end: sorted(found, reverse=True) for end, found in lengths.items()}
        # The characters that stand before a figure with a name before it.
        self._last = _LOOSE.union([end[-1:] for end in lengths])
        self._digits = DigitIndex(self._facts)

    def near_misses(self, text: str, figures: Iterable[re.Match[str]]) -> Iterator[NearMiss]:
        """Yield those of the `figures` of `text` that are almost a fact.

        A fact that the text names is the one that was meant; else any of nearly the same digits.
        """
        last = self._last
        for found in figures:
            start = found.start()
            # Before most figures is nothing that ends a name, and most are too short for a slip.
            before = text[max(0, start - _GLANCE) : start]
            if before[-1:] in last and self._may_name(before):
                meant = self._meant(text, found)
            elif len(found[1]) >= FEWEST_TRANSPOSED:
                meant = self._slip_of(found)
            else:
                continue
            if meant is not None:
                figure = read_figure(found)
                yield NearMiss(figure, meant, _likeness(figure, meant))

    def _meant(self, text: str, found: re.Match[str]) -> StatedFact | None:
        """Return the fact that a figure with words before it was meant to be, but is not.

        Its name does not bind a figure of 约… or of another year.
        """
        before = bare_name(_clause_before(text, found.start()))
        facts = self._named_before(before)
        if not facts:
            return self._slip_of(found)
        figure = read_figure(found)
        if _is_among(figure, facts):
            return None
        named = [fact for fact in facts if _comparable(figure, fact)]
        if named and (is_rough(text, figure) or self._speaks_of_another_time(before)):
            named = []
        if agrees_with_any(figure.value, {_in_unit_of(figure, fact) for fact in named}):
            return None
        return next((fact for fact in named if fact.binding), None) or self._slip_of(found)

    def _slip_of(self, found: re.Match[str]) -> StatedFact | None:
        """Return the fact of nearly the same digits, unless a figure is a fact itself."""
        number, unit = found.groups()
        meant = self._digits.nearest(number, same_unit(unit))
        return None if meant is None or _is_among(read_figure(found), self._facts) else meant

    def _may_name(self, before: str) -> bool:
        """Whether a name may end in the last words before a figure."""
        if before[-_NAME_END:] in self._lengths:
            return True
        end = bare_name(before)
        if len(before) == _GLANCE and len(end) < _LONGEST_JOINT + _NAME_END:
            return True
        return any(part[-_NAME_END:] in self._lengths for part in _without_joint(end))

    def _named_before(self, before: str) -> list[StatedFact]:
        """Return the facts whose name ends `before` (a joint word apart) and begins a phrase."""
        for end in _without_joint(before):
            for length in self._lengths.get(end[-_NAME_END:], ()):
                facts = self._named.get(end[-length:]) if length <= len(end) else None
                if facts and (
                    length == len(end) or _EDGE.search(end[-length - _LONGEST_EDGE : -length])
                ):
                    return facts
        return []

    def _speaks_of_another_time(self, before: str) -> bool:
        years = set(_YEAR.findall(before))
        return bool(years - {self._year}) or bool(_ANOTHER_TIME.search(before))


def units_told_of(figures: Iterable[re.Match[str]]) -> set[str]:
    """Return the units of the facts that `figures`, as found, can be compared with."""
    units = set(map(same_unit, {found[2] for found in figures}))
    if not units.isdisjoint(MONEY):
        units.update(MONEY)
    return units.union(*(alike for alike in ALIKE if not units.isdisjoint(alike)))


def _clause_before(text: str, start: int) -> str:
    """Return the words of its clause that stand before a figure, as far as a name may matter."""
    before = text[max(0, start - 4 * _LONGEST_NAME) : start]
    return before[max(map(before.rfind, _CLAUSE_ENDS)) + 1 :]


def _without_joint(before: str) -> Iterator[str]:
    """Yield a text, and the same without the joint word that it ends in."""
    yield before
    if before[-1:] not in _JOINT_ENDS:
        return
    for length in range(_LONGEST_JOINT, 0, -1):
        if before[-length:] in _JOINTS:
            yield before[:-length]
            return


def _is_among(figure: ProseFigure, facts: Iterable[StatedFact]) -> bool:
    return any(fact.value == figure.value and fact.unit == figure.unit for fact in facts)


def _likeness(figure: ProseFigure, fact: StatedFact) -> Likeness:
    slip = slip_between(figure.value, fact.value) if figure.unit == fact.unit else None
    return slip or "same name"


def _comparable(figure: ProseFigure, fact: StatedFact) -> bool:
    if figure.unit in MONEY and fact.unit in MONEY:
        # 600元 is a sum a head or a time; no total is below one 万元.
        return figure.unit == fact.unit or figure.value * MONEY[figure.unit] >= 1
    return count_alike(figure.unit, fact.unit)


def _in_unit_of(figure: ProseFigure, fact: StatedFact) -> Decimal:
    if figure.unit == fact.unit or figure.unit not in MONEY:
        return fact.value
    return fact.value * MONEY[fact.unit] / MONEY[figure.unit]
