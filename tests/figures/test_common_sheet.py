"""The arithmetic of the common index sheet, at its bounds."""

from decimal import Decimal

import pytest

from reportgen.figures.common_sheet import (
    UNLIMITED,
    adjustment_rate,
    at_least,
    at_most,
    balance_score,
    change_rate,
    deducted,
    rate_to_limit,
    score_agrees,
    share,
)

D = Decimal
BANDS = ((D(90), D(5)), (D(80), D(4)), (D(60), D(2)))
CEILINGS = ((D(0), D(3)), (D(10), D(2)), (D(30), D("0.5")))


def test_rates_are_percentages() -> None:
    assert rate_to_limit(D(743), D(426)).quantize(D("0.0001")) == D("174.4131")
    assert share(D(45), D(50)) == 90
    assert change_rate(D(9), D(10)) == -10
    assert adjustment_rate(D(-15), D(100)) == adjustment_rate(D(15), D(100)) == 15


def test_a_base_of_0_allows_nothing_and_gives_no_share() -> None:
    assert rate_to_limit(D(0), D(0)) == change_rate(D(0), D(0)) == 0
    assert rate_to_limit(D(1), D(0)) == change_rate(D(1), D(0)) == UNLIMITED
    assert adjustment_rate(D(-1), D(0)) == UNLIMITED
    assert share(D(0), D(0)) is None


@pytest.mark.parametrize(
    ("points_off", "continuous", "floor"),
    [("0", "5", "5"), ("0.99", "4.505", "5"), ("1", "4.5", "4.5"), ("2.5", "3.75", "4")],
)
def test_parts_of_a_point_count_as_the_scheme_says(
    points_off: str, continuous: str, floor: str
) -> None:
    assert deducted(D(5), D(points_off), D("0.5"), "continuous") == D(continuous)
    assert deducted(D(5), D(points_off), D("0.5"), "floor") == D(floor)


@pytest.mark.parametrize("points_off", [D("10"), D("74.41"), UNLIMITED])
def test_deductions_stop_at_0(points_off: Decimal) -> None:
    assert deducted(D(5), points_off, D("0.5"), "continuous") == 0
    assert deducted(D(5), points_off, D("0.5"), "floor") == 0


@pytest.mark.parametrize(
    ("rate", "score"),
    [("100", 5), ("90", 5), ("89.999", 4), ("80", 4), ("79.9", 2), ("60", 2), ("59.9", 0)],
)
def test_lower_bounds_are_inclusive(rate: str, score: int) -> None:
    assert at_least(D(rate), BANDS, D(5)) == score


@pytest.mark.parametrize(
    ("rate", "score"),
    [("0", "3"), ("0.01", "2"), ("10", "2"), ("10.01", "0.5"), ("30", "0.5"), ("30.01", "0")],
)
def test_upper_bounds_are_inclusive(rate: str, score: str) -> None:
    assert at_most(D(rate), CEILINGS, D(3)) == D(score)


def test_bands_keep_within_the_points_of_the_row() -> None:
    assert at_least(D(95), BANDS, D(10)) == 10
    assert at_least(D(95), BANDS, D(3)) == at_least(D(85), BANDS, D(3)) == 3
    assert at_least(D(60), BANDS, D(3)) == 2


@pytest.mark.parametrize(
    ("balance", "carried_over", "score"),
    [("0", None, 3), ("-2", None, 3), ("5", "5", 2), ("5.01", "5", 0), ("5", "0", 0)],
)
def test_balance_is_measured_against_carry_over(
    balance: str, carried_over: str | None, score: int
) -> None:
    base = None if carried_over is None else D(carried_over)
    assert balance_score(D(balance), base, D(3)) == score


def test_a_balance_without_carry_over_cannot_be_judged() -> None:
    assert balance_score(D(5), None, D(3)) is None


@pytest.mark.parametrize(
    ("stated", "computed", "agree"),
    [
        ("5", "4.975", True),
        ("5", "4.5", False),
        ("3", "2.9", False),
        ("4.5", "4.46", True),
        ("3.40", "3.395", True),
        ("3.40", "3.38", False),
    ],
)
def test_a_whole_score_means_whole_tenths(stated: str, computed: str, *, agree: bool) -> None:
    assert score_agrees(D(stated), D(computed)) is agree
