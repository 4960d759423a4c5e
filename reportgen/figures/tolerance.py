"""How far two figures may lie apart. Source: the conventions of the rule catalogue.

Money is exact; a gap that rounding can explain is 尾差, a warning. Rates and scores stand for an
interval of half a unit of their last stated digit.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final, Literal

from reportgen.figures.rounding import half_unit

_PER_ADDEND: Final = Decimal("0.005")
WEIGHT_TOLERANCE: Final = Decimal("0.001")
"""Points: how far a weight may lie from the sum of its parts."""
ADJUSTMENT_TOLERANCE: Final = Decimal("0.01")
"""万元: how far the adjusted budget may lie from the original one and still be the same."""
Gap = Literal["none", "rounding", "real"]


def money_gap(stated: Decimal, computed: Decimal, addends: int) -> Gap:
    """Judge a money identity: none, within 0.005 x (addends + 1) 万元, or real."""
    difference = abs(stated - computed)
    if difference == 0:
        return "none"
    return "rounding" if difference <= _PER_ADDEND * (addends + 1) else "real"


def agrees(stated: Decimal, computed: Decimal) -> bool:
    """Whether `computed` rounds (half up) to what `stated` says with its own digits."""
    return agrees_with_any(stated, (computed,))


def agrees_with_any(stated: Decimal, computed: Iterable[Decimal]) -> bool:
    """Whether any of the `computed` figures agrees with what `stated` says."""
    half = half_unit(stated)
    return any(
        -half < each - stated <= half if each < 0 else -half <= each - stated < half
        for each in computed
    )
