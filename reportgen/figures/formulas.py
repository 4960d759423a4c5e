"""Sums and ratios written out in a text: `27512.96÷30758.63=89.45%`.

Only a formula with its equals sign and its result is one; ranges and dates are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportgen.figures.rounding import HUNDRED
from reportgen.figures.tolerance import agrees

_NUMBER: Final = r"\d{1,16}+(?:\.\d{1,8}+)?+"
_UNIT: Final = r"(?:万元|亿元|元|人次|[人名个家户项%％])?+"
_SIGNS: Final = r"+＋\-－−×*÷/／"
_FORMULA: Final = re.compile(
    rf"(?<![\d.=＝{_SIGNS}（）()])(?P<left>{_NUMBER}{_UNIT}(?:\s?[{_SIGNS}]\s?{_NUMBER}{_UNIT}){{1,12}}+)"
    rf"\s?[=＝]\s?(?P<result>{_NUMBER})(?P<percent>[%％])?(?![\d{_SIGNS}])"
)
_TOKEN: Final = re.compile(rf"(?P<number>{_NUMBER})(?P<percent>[%％])?|(?P<sign>[{_SIGNS}])")
_MINUS: Final = frozenset("-－−")
_TIMES: Final = frozenset("×*")
_OVER: Final = frozenset("÷/／")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as typed, the result it states, and the result it should state (same kind)."""

    text: str
    stated: Decimal
    computed: Decimal
    percent: bool

    @property
    def holds(self) -> bool:
        """Whether the stated result is the computed one, rounded to its own digits.

        A ratio may be stated as a share or in hundredths: 548/467=117.34 is the usual sex ratio.
        """
        if agrees(self.stated, self.computed):
            return True
        return not self.percent and agrees(self.stated, self.computed * HUNDRED)


def formulas_in(text: str) -> Iterator[Formula]:
    """Yield the formulas of a text that can be computed."""
    for match in _FORMULA.finditer(text):
        value = _evaluate(match["left"])
        if value is not None:
            percent = match["percent"] is not None
            computed = value * HUNDRED if percent else value
            yield Formula(match[0], Decimal(match["result"]), computed, percent)


def _evaluate(left: str) -> Decimal | None:
    """Return the value of `a+b×c÷d…`, products first; None when it divides by nothing."""
    total, term, sign = Decimal(0), Decimal(0), "+"
    for token in _TOKEN.finditer(left):
        if token["sign"]:
            sign = token["sign"]
            continue
        number = Decimal(token["number"]) / (HUNDRED if token["percent"] else 1)
        if sign in _TIMES:
            term *= number
        elif sign in _OVER:
            if number == 0:
                return None
            term /= number
        else:
            total, term = total + term, -number if sign in _MINUS else number
    return total + term
