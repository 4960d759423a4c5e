"""Figures typed in running text: their digits, their unit, and where they stand.

Only a number that wears a known unit counts as a figure: years, headings, ages and numbers of
documents do not. Source: the units that the five published documents use.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

MONEY: Final = {"万元": Decimal(1), "亿元": Decimal(10000), "元": Decimal("0.0001")}
"""Units of money, and what one of each is in 万元."""
PERCENT: Final = "%"
TEXT_END: Final = "\0"
"""What parts texts that are searched in one; no text holds it, since the loader refuses it."""
_SAME_UNIT: Final = {"％": "%", "名": "人", "位": "人", "万": "万元"}
_COUNTED: Final = (
    "人次|家次|剂次|平方米|人|名|位|户|家|个|所|项|件|份|次|场|期|条|对|间|张|台|套|例|批|亩|剂|罐"
)
# What must not stand before a figure is looked for after its first digit: digits are found fast.
_FIGURE: Final = re.compile(
    r"(?P<number>[0-9](?<![\d.,\-－—~～至A-Za-z〔【\[第][0-9])"
    r"(?:[0-9]{0,2}(?:,[0-9]{3})++(?:\.[0-9]++)?|[0-9]*+(?:\.[0-9]++)?))[ \u3000]?"
    rf"(?P<unit>亿元|万元|元(?![/／])|[%％]|分(?![之钟])|万?(?:{_COUNTED})(?!月|工作日|百分点|[/／])|"
    rf"万(?=[，。；、,;）)]|\n?{TEXT_END}|$))"
)
_ROUGHLY_BEFORE: Final = re.compile(r"(?:约|近|超|超过|逾|不足|不到|接近|达到?近)$")
_ROUGHLY_AFTER: Final = re.compile(r"以上|左右|以下|以内|上下|[多余]")
_LOOK_BACK: Final = 4


class ProseFigure(NamedTuple):
    """A figure in a text: `text` as typed with its unit, its value, and its span.

    `unit` is as `same_unit` returns it.
    """

    text: str
    value: Decimal
    unit: str
    start: int
    end: int


def figures_in(text: str) -> list[re.Match[str]]:
    """Return the figures of a text, or of many with TEXT_END between them, from left to right.

    The first group is the number, the second the unit; most figures are dismissed by these.
    """
    return [*_FIGURE.finditer(text)]


def read_figure(found: re.Match[str]) -> ProseFigure:
    """Return what a figure says."""
    value = Decimal(found[1].replace(",", ""))
    return ProseFigure(found[0], value, same_unit(found[2]), *found.span())


def same_unit(typed: str) -> str:
    """Return a unit as it is compared: 名 is 人, ％ is %, a bare 万 is 万元."""
    return _SAME_UNIT.get(typed, typed)


def is_rough(text: str, figure: ProseFigure) -> bool:
    """Whether the text says that its figure is not exact: 约…, …左右."""
    before = text[max(0, figure.start - _LOOK_BACK) : figure.start]
    return bool(_ROUGHLY_BEFORE.search(before) or _ROUGHLY_AFTER.match(text, figure.end))


def significant_digits(typed: str) -> int:
    """Return how many digits carry the value of a figure: 3 in 0.350, 3 in 41400."""
    digits = typed.replace(".", "").lstrip("-0")
    return max(1, len(digits if "." in typed else digits.rstrip("0")))
