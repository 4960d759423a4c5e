"""What to write in the place of a figure with a unit."""

from __future__ import annotations

import pytest

from reportgen.loading.figure_advice import advise_figure, advise_unit


@pytest.mark.parametrize(
    ("typed", "unit", "number"),
    [
        ("350.40万元", "万元", "350.4"),
        ("350.40万", "万元", "350.4"),
        ("1,234.5元", "万元", "0.12345"),
        ("1元", "万元", "0.0001"),
        ("-20000元", "万元", "-2"),
        ("1.50亿元", "万元", "15000"),
        ("12345.67891亿", "万元", "123456789.1"),
        ("100 元", "万元", "0.01"),
        ("4分", "分", "4"),
        ("1,426人", "人", "1426"),
        ("90%", "", "90"),
    ],
)
def test_the_figure_is_exact(typed: str, unit: str, number: str) -> None:
    for said in (advise_unit(typed, unit).say("zh"), advise_unit(typed, unit).say("en")):
        assert f" {number}" in said or f"：{number}" in said


def test_a_text_that_is_no_figure_is_told_how_one_looks() -> None:
    assert "1234.56" in advise_unit("甲", "万元").say("zh")
    assert "1234.56" in advise_figure("约100").say("zh")
    assert "28" in advise_figure("1" * 29).say("zh")
