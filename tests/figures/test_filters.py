from decimal import Decimal
from typing import Any

import pytest

from reportgen.figures.filters import FILTERS
from reportgen.model.fields import Rate


@pytest.mark.parametrize(
    ("name", "arguments", "printed"),
    [
        ("保留", (Decimal("0.125"),), "0.13"),
        ("保留", (Decimal("-0.125"),), "-0.13"),
        ("保留", (Decimal("350.4"), 0), "350"),
        ("保留", (3, 1), "3.0"),
        ("百分比", (Decimal("0.8945"),), "89.45%"),
        ("百分比", (Decimal("0.89455"), 1), "89.5%"),
        ("百分比", (0,), "0.00%"),
        ("百分比", (Decimal("1.3112"), 0), "131%"),
        ("中文数字", (3,), "三"),
        ("中文数字", ("12",), "十二"),
        ("或", (None, "无"), "无"),
        ("或", ("", "无"), "无"),
        ("或", (0, "无"), "0"),
        ("或", ("甲", "无"), "甲"),
    ],
)
def test_a_filter_prints(name: str, arguments: tuple[Any, ...], printed: str) -> None:
    assert str(FILTERS[name](*arguments)) == printed


@pytest.mark.parametrize("name", ["保留", "百分比", "中文数字"])
def test_a_blank_stays_blank(name: str) -> None:
    assert FILTERS[name](None) is None


def test_a_text_is_no_number() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        FILTERS["中文数字"]("十")


def test_a_percentage_stays_one() -> None:
    rate = Rate("97.6%", Decimal("97.6"))
    assert FILTERS["百分比"](rate) == "97.6%"
    assert FILTERS["保留"](rate, 2) == "97.60%"
