from decimal import Decimal

import pytest

from reportgen.figures.rounding import (
    decimals,
    half_unit,
    listed,
    plain,
    round_apart,
    round_half_up,
    written,
)


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("89.4479", 0, "89"), ("2", 2, "2.00")],
)
def test_halves_are_rounded_away_from_zero(value: str, places: int, rounded: str) -> None:
    assert str(round_half_up(Decimal(value), places)) == rounded


@pytest.mark.parametrize(
    ("value", "limit", "shown"),
    [
        ("89.4479", "90", "89.45"),
        ("89.9996", "90", "89.9996"),
        ("100.000000001", "100", "100.000000001"),
    ],
)
def test_a_figure_is_never_shown_as_the_limit_it_missed(value: str, limit: str, shown: str) -> None:
    assert str(round_apart(Decimal(value), Decimal(limit))) == shown


@pytest.mark.parametrize(
    ("typed", "count", "half"),
    [("131.12", 2, "0.005"), ("90", 0, "0.5"), ("350.40", 2, "0.005"), ("1E+2", 0, "0.5")],
)
def test_the_last_stated_digit_promises_half_a_unit(typed: str, count: int, half: str) -> None:
    assert decimals(Decimal(typed)) == count
    assert half_unit(Decimal(typed)) == Decimal(half)


def test_a_figure_that_is_not_a_number_has_no_decimals() -> None:
    assert decimals(Decimal("NaN")) == 0


@pytest.mark.parametrize(
    ("value", "text"), [("10.50", "10.5"), ("100", "100"), ("1E+2", "100"), ("0.00", "0")]
)
def test_a_computed_figure_is_plain(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("350.40", "350.40"), ("2.0E+2", "200"), ("1E-7", "0.0000001"), ("-0.50", "-0.50")],
)
def test_a_figure_is_written_with_its_digits_and_no_exponent(value: str, text: str) -> None:
    assert written(Decimal(value)) == text


def test_the_largest_figures_can_be_rounded() -> None:
    largest = Decimal("9" * 28)
    assert written(round_half_up(largest * 100, 2)) == "9" * 28 + "00.00"


def test_addends_are_listed_as_a_sum_up_to_a_dozen() -> None:
    assert listed(["甲1", "乙2"]) == "甲1 + 乙2"
    assert listed(["788.64", "-780"]) == "788.64 − 780"
    assert listed("1" * 12) == " + ".join("1" * 12)
    assert listed("1" * 13).endswith("1 + 1 + …")
    assert listed([]) == ""
