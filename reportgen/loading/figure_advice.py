"""What to write in the place of a figure that cannot be read: units converted exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from reportgen.loading.schema_words import CONVERT, FIGURE_ONLY, NUMBER_ONLY, TOO_LONG
from reportgen.wording.language import Phrase

_AMOUNT_UNIT: Final = "万元"
# Powers of ten that turn a figure in that unit into 万元.
_SHIFTS: Final = {"元": -4, "万": 0, "万元": 0, "亿": 4, "亿元": 4}
_WITH_UNIT: Final = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s*(\D{1,2})", re.ASCII)
_LOOSE: Final = re.compile(r"[-+]?[\d,，\s]*\d(?:\.\d+)?", re.ASCII)
_LONGEST: Final = 28


def advise_unit(typed: str, unit: str) -> Phrase:
    """Return what to write for a figure with a unit, in the field's own `unit`."""
    match = _WITH_UNIT.fullmatch(typed.strip())
    if match is None:
        return Phrase(FIGURE_ONLY)
    figure, typed_unit = Decimal(match[1].replace(",", "")), match[2]
    if unit == _AMOUNT_UNIT and typed_unit in _SHIFTS:
        number = _plain(figure, _SHIFTS[typed_unit])
        words = CONVERT if _SHIFTS[typed_unit] else NUMBER_ONLY
        return Phrase(words, {"typed": typed.strip(), "number": number, "unit": unit})
    return Phrase(NUMBER_ONLY, {"number": str(figure), "unit": unit or typed_unit})


def advise_figure(typed: str) -> Phrase:
    """Return what to write for a text that is no figure."""
    if sum(character.isdigit() for character in typed) > _LONGEST:
        return Phrase(TOO_LONG)
    return Phrase(FIGURE_ONLY)


def _plain(figure: Decimal, shift: int) -> str:
    """Return `figure` times ten to the `shift`, exactly, without needless zeros."""
    sign, digits, exponent = figure.as_tuple()
    moved = Decimal((sign, digits, int(exponent) + shift))
    text = format(moved, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
