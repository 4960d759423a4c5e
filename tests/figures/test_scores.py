from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures.attainment import Comparison, Direction
from reportgen.figures.scores import ScoreBand, indicator_score, tier_band
from reportgen.model.profile import Profile, ReversePolicy

D = Decimal
PROFILE = Profile()
FIGURES = st.decimals(min_value=0, max_value=10000, places=2)
WEIGHTS = st.decimals(min_value=0, max_value=100, places=1)


def score(
    direction: Direction, target: str, actual: str, reverse: ReversePolicy = "ratio"
) -> Decimal | None:
    return indicator_score(D(10), Comparison(direction, D(target), D(actual)), reverse)


@pytest.mark.parametrize(
    ("target", "actual", "want"),
    [
        ("80", "80", "10"), ("80", "98", "10"), ("80", "60", "7.5"), ("80", "0", "0"),
        ("80", "-5", "0"), ("0", "0", "10"),
    ],
)  # fmt: skip
def test_positive(target: str, actual: str, want: str) -> None:
    assert score("positive", target, actual) == D(want)


@pytest.mark.parametrize(
    ("reverse", "target", "actual", "want"),
    [
        ("ratio", "10", "10", "10"), ("ratio", "10", "0", "10"), ("ratio", "10", "20", "5"),
        ("linear", "10", "12", "8"), ("linear", "10", "20", "0"), ("linear", "10", "30", "0"),
        ("ratio", "0", "1", "0"), ("linear", "0", "1", "0"), ("linear", "0", "0", "10"),
    ],
)  # fmt: skip
def test_negative(reverse: ReversePolicy, target: str, actual: str, want: str) -> None:
    assert score("negative", target, actual, reverse) == D(want)


@pytest.mark.parametrize(
    ("target", "actual", "want"),
    [("18", "18", "10"), ("18", "9", "5"), ("0", "0", "10"), ("0", "1", "0"), ("18", "-1", "0")],
)
def test_equality(target: str, actual: str, want: str) -> None:
    assert score("equality", target, actual) == D(want)


def test_the_bound_that_a_strict_target_shuts_out_no_rule_scores() -> None:
    at_bound = Comparison("positive", D(95), D(95), strict=True)
    above = Comparison("positive", D(95), D(96), strict=True)
    assert indicator_score(D(4), at_bound, "ratio") is None
    assert indicator_score(D(4), above, "ratio") == D(4)


def test_above_an_equality_target_no_source_says() -> None:
    assert score("equality", "18", "20") is None


@given(
    weight=WEIGHTS,
    target=FIGURES,
    actual=st.decimals(min_value=-10000, max_value=10000, places=2),
    direction=st.sampled_from(["positive", "negative", "equality"]),
    reverse=st.sampled_from(["ratio", "linear"]),
)
def test_a_score_never_leaves_its_weight(
    weight: Decimal,
    target: Decimal,
    actual: Decimal,
    direction: Direction,
    reverse: ReversePolicy,
) -> None:
    figures = Comparison(direction, target, actual)
    computed = indicator_score(weight, figures, reverse)
    assert computed is None or 0 <= computed <= weight
    if figures.is_met:
        assert computed == weight


@pytest.mark.parametrize(
    ("tier", "want"),
    [
        ("达成", ScoreBand(D(4), D(5), is_best=True)),
        ("部分达成", ScoreBand(D(3), D(4), is_best=False)),
        ("未达成", ScoreBand(D(0), D(3), is_best=False)),
    ],
)
def test_tier_band(tier: str, want: ScoreBand) -> None:
    assert tier_band(D(5), tier, tuple(reversed(PROFILE.tiers))) == want


def test_a_tier_the_scheme_does_not_have() -> None:
    assert tier_band(D(5), "达成", ()) is None
