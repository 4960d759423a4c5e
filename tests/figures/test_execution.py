from decimal import Decimal

import pytest

from reportgen.figures.execution import POLICY_WORDS, execution_score
from reportgen.figures.rounding import round_half_up
from reportgen.model.profile import ExecutionPolicy


@pytest.mark.parametrize(
    ("policy", "percent", "score"),
    [
        ("linear_capped", "89.4479", "8.94"),
        ("linear_capped", "130", "10.00"),
        ("linear_capped", "-5", "0.00"),
        ("linear_symmetric", "175.5224", "2.45"),
        ("linear_symmetric", "90", "9.00"),
        ("linear_symmetric", "200", "0.00"),
        ("linear_symmetric", "300", "0.00"),
    ],
)
def test_ten_points_at_a_rate(policy: ExecutionPolicy, percent: str, score: str) -> None:
    exact = execution_score(policy, Decimal(10), Decimal(percent))
    assert exact is not None
    assert str(round_half_up(exact, 2)) == score


@pytest.mark.parametrize("policy", ["banded", "manual"])
def test_stated_scores_are_not_computed(policy: ExecutionPolicy) -> None:
    assert execution_score(policy, Decimal(10), Decimal(50)) is None


@pytest.mark.parametrize("policy", POLICY_WORDS)
def test_every_policy_has_words(policy: ExecutionPolicy) -> None:
    assert POLICY_WORDS[policy].zh
    assert POLICY_WORDS[policy].en
