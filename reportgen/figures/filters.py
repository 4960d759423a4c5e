"""Filters for cited facts and for forms: one table of readable names."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from reportgen.figures.rounding import HUNDRED, round_half_up
from reportgen.wording.numerals import chinese_numeral


def rounded(value: Decimal | int | None, places: int = 2) -> Decimal | None:
    """保留: a figure to `places` decimals (2 when not given), rounded half up."""
    return None if value is None else round_half_up(Decimal(value), places)


def percentage(value: Decimal | int | None, places: int = 2) -> str | None:
    """百分比: a share as a percentage, 0.8945 as 89.45%."""
    return None if value is None else f"{round_half_up(Decimal(value) * HUNDRED, places)}%"


def numeral(value: int | None) -> str | None:
    """中文数字: 3 as 三."""
    return None if value is None else chinese_numeral(int(value))


def otherwise(value: Any, text: str) -> Any:
    """或: the value, or `text` when it is blank."""
    return text if value is None or value == "" else value


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "保留": rounded,
    "百分比": percentage,
    "中文数字": numeral,
    "或": otherwise,
}
"""Filters that typed text and forms both may use."""
