"""Formulas written out in a text are computed again."""

import time

import pytest

from reportgen.figures.formulas import formulas_in


@pytest.mark.parametrize(
    "text",
    [
        "27512.96÷30758.63=89.45%",
        "27512.96 / 30758.63 × 100% = 89.45%",
        "9341.41万元＋18171.55万元＝27512.96万元",
        "100-40-10=50",
        "2+3×4=14",
        "548÷467=117.34",
        "1÷4=0.25",
    ],
)
def test_right_formulas_hold(text: str) -> None:
    (formula,) = formulas_in(text)
    assert formula.holds


@pytest.mark.parametrize(
    "text", ["27512.96÷30758.63=90.00%", "9341.41+18171.55=27521.96", "100－40=50", "2+3*4=20"]
)
def test_wrong_formulas_do_not(text: str) -> None:
    (formula,) = formulas_in(text)
    assert not formula.holds


@pytest.mark.parametrize(
    "text",
    ["2021-2023", "调整率=0", "3÷0=0", "（100-40）/60=100%", "A+B=C", "比例1:2=0.5", "1+=2", "5=5"],
)
def test_what_is_no_formula(text: str) -> None:
    assert list(formulas_in(text)) == []


@pytest.mark.parametrize("piece", ["1+", "1", "1 ", "1万元+", "1=", "÷1"])
def test_long_texts_take_no_longer_than_they_are(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.perf_counter()
    list(formulas_in(text))
    assert time.perf_counter() - start < 3
