"""What to write in the place of a figure with a unit."""

from __future__ import annotations

import pytest

from reportgen.loading.figure_advice import advise_figure, advise_rate, advise_unit, meant_figure


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


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("108．5", "108.5"),
        ("108。5", "108.5"),
        ("１２", "12"),
        ("−174", "-174"),
        ("—174", "-174"),
        ("(174)", "-174"),
        ("（174）", "-174"),
        ("1O4", "104"),
        ("17 4", "174"),
        ("2，988.5", "2988.5"),
        ("￥100", "100"),
        ("268,", "268"),
        ("268；", "268"),
        ("268。", "268"),
        ("268名", "268"),
        ("3家", "3"),
    ],
)
def test_a_figure_that_can_mean_one_thing_is_written_out(typed: str, figure: str) -> None:
    assert meant_figure(typed) == figure
    assert figure in advise_figure(typed).say("zh")


@pytest.mark.parametrize(
    "typed", ["约100", "3千元", "20-30", "1.2.3", "-", "/", "无", "一百", "001", ""]
)
def test_what_is_unsure_is_not_guessed(typed: str) -> None:
    assert meant_figure(typed) is None


def test_a_rate_gets_its_sign() -> None:
    assert "97.5%" in advise_rate("97.5").say("zh")
    assert "97%" in advise_rate("97％").say("zh")
    # 0.97 may be 97% or 0.97%.
    assert "90%" in advise_rate("0.97").say("zh")
    assert "90%" in advise_rate("甲").say("zh")


def test_a_text_that_is_no_figure_is_told_how_one_looks() -> None:
    assert "1234.56" in advise_unit("甲", "万元").say("zh")
    assert "1234.56" in advise_figure("约100").say("zh")
    assert "28" in advise_figure("1" * 29).say("zh")
