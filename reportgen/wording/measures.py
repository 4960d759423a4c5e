"""Lengths as Word states them. Source: ECMA-376 Part 1, 22.9.2.14, and Part 4, 22.9.2.15."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

TWIPS: Final = 20
"""Twentieths of a point: Word's unit of lengths."""
HALVES: Final = 2
"""Half points: Word's unit of sizes of type."""
_POINTS_PER_INCH: Final = 72
_PER_INCH: Final = {
    "mm": Decimal("25.4"),
    "cm": Decimal("2.54"),
    "in": Decimal(1),
    "pt": Decimal(72),
    "pc": Decimal(6),
    "pi": Decimal(6),
}
_MEASURE: Final = re.compile(rf"\s*(-?\d+(?:\.\d+)?)({'|'.join(_PER_INCH)})?\s*", re.ASCII)


def points(stated: str, parts: int = TWIPS) -> Decimal:
    """Return a length in points, stated as `1in`, `25.4mm`, `72pt`, `6pc` or `1440`.

    A number without a unit counts `parts` of a point and may have decimals, as Word reads them.
    Raises ValueError for anything else, a percentage too.
    """
    measure = _MEASURE.fullmatch(stated)
    if measure is None:
        raise ValueError(stated)
    number, unit = Decimal(measure[1]), measure[2]
    return number / parts if unit is None else number * _POINTS_PER_INCH / _PER_INCH[unit]
