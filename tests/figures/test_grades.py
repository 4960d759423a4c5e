from decimal import Decimal

import pytest

from reportgen.figures.grades import grade_meant, grade_of
from reportgen.model.profile import GradeBand, Profile

BANDS = Profile().grades


@pytest.mark.parametrize(
    ("score", "want"),
    [
        ("100", "优"), ("90", "优"), ("90.00", "优"), ("89.99", "良"), ("80", "良"),
        ("79.995", "中"), ("60", "中"), ("59.99", "差"), ("0", "差"),
    ],
)  # fmt: skip
def test_grade_of(score: str, want: str) -> None:
    assert grade_of(Decimal(score), BANDS) == want
    assert grade_of(Decimal(score), reversed(BANDS)) == want


def test_no_band_reaches_down() -> None:
    only = GradeBand.model_validate({"等次": "合格", "下限": "60"})
    assert grade_of(Decimal(59), (only,)) is None


@pytest.mark.parametrize(
    ("word", "want"),
    [("优", "优"), ("优秀", "优"), (" 良好 ", "良"), ("合格", "中"), ("不合格", "差"), ("A", None)],
)
def test_grade_meant(word: str, want: str | None) -> None:
    assert grade_meant(word, BANDS) == want
