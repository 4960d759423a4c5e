"""Chinese numerals, as headings use them."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_LARGEST: Final = 99


def chinese_numeral(number: int) -> str:
    """Return 1..99 as 一..九十九, the form that headings use; beyond that the digits."""
    if not 1 <= number <= _LARGEST:
        return str(number)
    tens, units = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[units] if units else "")


def heading_number(level: int, number: int) -> str:
    """Return the number a heading of `level` (1..4) wears: 一、 （一） 1. （1）.

    Source: GB/T 9704-2012, structure levels of the body text. Deeper levels repeat the fourth.
    """
    if level == 1:
        return f"{chinese_numeral(number)}、"
    if level == 2:  # noqa: PLR2004 - the second level
        return f"（{chinese_numeral(number)}）"
    if level == 3:  # noqa: PLR2004 - the third level
        return f"{number}."
    return f"（{number}）"
