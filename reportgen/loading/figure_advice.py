"""What to write in the place of a figure that cannot be read: units converted exactly."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from reportgen.loading.schema_words import (
    CONVERT,
    FIGURE_ONLY,
    NUMBER_ONLY,
    TOO_LONG,
    WRITE_FIGURE,
    WRITE_RATE,
)
from reportgen.wording.language import Phrase

_AMOUNT_UNIT: Final = "万元"
# Powers of ten that turn a figure in that unit into 万元.
_SHIFTS: Final = {"元": -4, "万": 0, "万元": 0, "亿": 4, "亿元": 4}
_WITH_UNIT: Final = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)\s*(\D{1,2})", re.ASCII)
_LONGEST: Final = 28
# What keyboards and word processors put into a figure: other minus signs, stops and letters.
_AS_TYPED: Final = str.maketrans({"。": ".", "−": "-", "–": "-", "—": "-", "O": "0", "o": "0"})
_AROUND: Final = re.compile(r"[\s,￥¥]|[;；、.]+$")
_FIGURE: Final = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_BRACKETED: Final = re.compile(r"\((.+)\)")
# Words that count one by one: none of them can change the size of a figure, as 千元 would.
_COUNTED: Final = re.compile("(.+?)(?:名|位|家|所|项|台|辆|次|人次|户|天|日)")


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
    figure = meant_figure(typed)
    return Phrase(FIGURE_ONLY) if figure is None else Phrase(WRITE_FIGURE, {"number": figure})


def advise_rate(typed: str) -> Phrase:
    """Return what to write for a text that is no percentage; a share of one may be two things."""
    figure = meant_figure(typed.replace("％", "").replace("%", ""))
    if figure is None or Decimal(figure).copy_abs() <= 1:
        return Phrase(WRITE_RATE)
    return Phrase(WRITE_FIGURE, {"number": f"{figure}%"})


def meant_figure(typed: str) -> str | None:
    """Return the only figure that `typed` can mean, written plainly; None when that is unsure."""
    text = unicodedata.normalize("NFKC", typed.translate(_AS_TYPED))
    text = _AROUND.sub("", text)
    # Accountants put a negative figure in brackets.
    text = _BRACKETED.sub(r"-\1", text)
    counted = _COUNTED.fullmatch(text)
    text = counted[1] if counted else text
    return text if _FIGURE.fullmatch(text) else None


def _plain(figure: Decimal, shift: int) -> str:
    """Return `figure` times ten to the `shift`, exactly, without needless zeros."""
    sign, digits, exponent = figure.as_tuple()
    moved = Decimal((sign, digits, int(exponent) + shift))
    text = format(moved, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
