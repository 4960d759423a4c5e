"""Filters for cited facts and for forms: one table of readable names."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from reportgen.figures.rounding import HUNDRED, round_half_up
from reportgen.model.fields import Rate
from reportgen.wording.numerals import chinese_numeral


def rounded(value: Decimal | int | Rate | None, places: int = 2) -> Decimal | str | None:
    """四舍五入保留几位小数，不写位数是两位：{{ 资金.执行合计|保留(2) }}。

    A figure to so many decimals (2 when not given), rounded half up.
    """
    if isinstance(value, Rate):
        return f"{round_half_up(value.percent, places)}%"
    return None if value is None else round_half_up(Decimal(value), places)


def percentage(value: Decimal | int | Rate | None, places: int = 2) -> str | None:
    """把比例写成百分数，0.8945 是 89.45%，本来是百分数的照印：{{ 资金.执行比例|百分比 }}。

    A share as a percentage, 0.8945 as 89.45%; what is one already is printed as it is.
    """
    if isinstance(value, Rate):
        return value.text
    return None if value is None else f"{round_half_up(Decimal(value) * HUNDRED, places)}%"


def numeral(value: int | None) -> str | None:
    """把整数写成中文数字，3 是 三：{{ loop.index|中文数字 }}。

    A whole number in Chinese numerals, 3 as 三.
    """
    return None if value is None else chinese_numeral(int(value))


def otherwise(value: Any, text: str) -> Any:
    """空着时改印另一样：{{ 部门.联系人|或('无') }}。

    The value, or something else when it is blank.
    """
    return text if value is None or value == "" else value


FILTERS: Final[dict[str, Callable[..., Any]]] = {
    "保留": rounded,
    "百分比": percentage,
    "中文数字": numeral,
    "或": otherwise,
}
"""Filters that typed text and forms both may use."""
