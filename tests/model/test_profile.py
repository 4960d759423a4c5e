from decimal import Decimal

import pytest
from pydantic import ValidationError

from reportgen.model.profile import PageLayout, Profile


def test_the_defaults_are_those_of_the_national_measure() -> None:
    profile = Profile()
    assert [(band.grade, band.lowest) for band in profile.grades] == [
        ("优", Decimal(90)),
        ("良", Decimal(80)),
        ("中", Decimal(60)),
        ("差", Decimal(0)),
    ]
    assert [(band.tier, band.lowest) for band in profile.tiers] == [
        ("达成", Decimal(80)),
        ("部分达成", Decimal(60)),
        ("未达成", Decimal(0)),
    ]
    assert (profile.full_score, profile.execution_threshold) == (Decimal(100), Decimal(90))


def test_every_local_number_may_be_typed() -> None:
    profile = Profile.model_validate({"一级权重": {"产出指标": "50"}, "整改期限": "30"})
    assert profile.weights == {"产出指标": Decimal(50)}
    assert profile.rectification_days == 30


@pytest.mark.parametrize(
    "typed",
    [
        {"执行率公式": "A/B"},
        {"严重程度": {"EXEC-01": "fatal"}},
        {"一级权重": {"产出指标": "五十"}},
        {"等次": [{"等次": "优"}]},
    ],
)
def test_a_choice_that_is_not_there_is_refused(typed: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Profile.model_validate(typed)


@pytest.mark.parametrize(
    ("page", "unusable"),
    [
        ({}, []),
        ({"上边距": "30", "下边距": "10", "行距": "28"}, []),
        ({"上边距": "9.9"}, ["上边距"]),
        ({"左边距": "51", "行距": "11"}, ["左边距", "行距"]),
    ],
)
def test_a_page_must_leave_room(page: dict[str, str], unusable: list[str]) -> None:
    layout = PageLayout.model_validate(page)
    assert [key for key, _ in layout.unusable()] == unusable
