"""Targets beside actuals, and units that count one thing."""

import pytest

from reportgen.figures.paired_measures import pairs, units_differ
from reportgen.wording.quantities import parse_quantity


def numbers(target: str, actual: str) -> list[tuple[str, str]]:
    found = pairs(parse_quantity(target), parse_quantity(actual))
    return [(str(wanted.number), str(reached.number)) for wanted, reached in found]


def test_labelled_figures_are_paired_by_label() -> None:
    assert numbers("甲率≥80%；乙率≥95%", "甲率98.01%；乙率100%") == [("80", "98.01"), ("95", "100")]
    assert numbers("甲率≥80%；乙率≥95%", "乙率98%；甲率100%") == []


def test_a_single_figure_needs_no_label() -> None:
    assert numbers("≥80%", "完成83%") == [("80", "83")]


@pytest.mark.parametrize(
    ("target", "actual"), [("≥80%", "逐步提高"), ("甲≥80%；乙≥95%", "98%"), ("逐步提高", "80%")]
)
def test_what_does_not_correspond_is_not_paired(target: str, actual: str) -> None:
    assert numbers(target, actual) == []


def test_a_blank_is_not_paired() -> None:
    assert list(pairs(None, parse_quantity("80%"))) == []
    assert list(pairs(parse_quantity("80%"), None)) == []


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("人", "名", False),
        ("家", "个", False),
        ("次/年", "场", False),
        ("套", "套设备", False),
        ("", "人", False),
        ("人", "人次", True),
        ("万人次", "人次", True),
        ("万元", "元", True),
        ("%", "人", True),
        ("", "人次", False),
    ],
)
def test_units_that_count_different_things(one: str, other: str, *, differ: bool) -> None:
    assert units_differ(one, other) is differ
    assert units_differ(other, one) is differ
