"""Half-up rounding and what the digits of a typed figure promise."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

ZERO: Final = Decimal(0)
HUNDRED: Final = Decimal(100)
MONEY_DECIMALS: Final = 2
"""Decimals of an amount in 万元. Source: the house rules drawn from GB/T 15835 and the forms."""
_MOST_DECIMALS: Final = 8
_MOST_LISTED: Final = 12
# A typed figure has 28 digits at most; a hundredfold with its decimals needs more than those.
_WIDE: Final = Context(prec=80)


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Round to `places` decimals, halves away from zero, as every published table does."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_WIDE)


def round_apart(value: Decimal, limit: Decimal, places: int = 2) -> Decimal:
    """Round like `round_half_up`, with more decimals where the result would look like `limit`.

    89.9996 against 90 is 89.9996, so that no sentence says that 90.00 is below 90.
    """
    for more in range(places, _MOST_DECIMALS):
        rounded = round_half_up(value, more)
        if rounded != limit:
            return rounded
    return value


def decimals(value: Decimal) -> int:
    """Return how many decimals a figure was typed with."""
    text = str(value)
    if "E" in text:
        text = written(value)
    point = text.find(".")
    return len(text) - point - 1 if point >= 0 else 0


def half_unit(value: Decimal) -> Decimal:
    """Return half a unit of the last stated digit: 0.005 for 131.12, 0.5 for 90."""
    return Decimal(5).scaleb(-decimals(value) - 1)


def written(value: Decimal) -> str:
    """Return a figure with the digits it has, and never with an exponent."""
    text = str(value)
    return format(value, "f") if "E" in text else text


def plain(value: Decimal) -> str:
    """Return a computed figure without exponent and without idle zeros."""
    text = written(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def listed(addends: Iterable[str]) -> str:
    """Return addends as a sentence names them: `产出指标50 + 效益指标30`; the first dozen."""
    shown = list(addends)
    most = " + …" if len(shown) > _MOST_LISTED else ""
    return " + ".join(shown[:_MOST_LISTED]).replace("+ -", "− ") + most
