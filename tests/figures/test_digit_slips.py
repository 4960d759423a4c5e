"""Slips of a hand are told by their digits, and the first fact that fits is the one meant."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.figures.digit_slips import DigitIndex, Slip, slip_between
from reportgen.figures.prose import figures_in
from reportgen.figures.stated_facts import StatedFact

FACTS = (
    StatedFact(("甲",), Decimal("27512.96"), "万元", ()),
    StatedFact(("乙",), Decimal("27512.86"), "万元", ()),
    StatedFact(("丙",), Decimal("519.2"), "万元", ()),
    StatedFact(("丁",), Decimal(41426), "人", (), binding=False),
    StatedFact(("戊",), Decimal(12000), "万元", ()),
)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("27521.96万元", "甲"),
        ("27512.76万元", "甲"),
        ("27512.68万元", "乙"),
        ("591.2万元", "丙"),
        ("519.3万元", None),
        ("2751.96万元", None),
        ("27521.96人", None),
        ("41427人", None),
        ("5.91万元", None),
        ("27512.96万元", None),
        ("27,521.96万元", "甲"),
        ("27,512.96万元", None),
        ("00591.2万元", "丙"),
        ("72512.96万元", "甲"),
        ("275.1296万元", None),
        ("17512.96万元", "甲"),
        ("2751.296万元", None),
        ("5.192万元", None),
        ("12000.0万元", None),
        ("21000.0万元", None),
    ],
)
def test_the_first_fact_that_a_figure_may_be_a_slip_of(text: str, fact: str | None) -> None:
    (found,) = figures_in(text)
    fact_meant = DigitIndex(FACTS).nearest(*found.groups())
    assert (fact_meant and fact_meant.path[0]) == fact


@pytest.mark.parametrize(
    ("typed", "meant", "slip"),
    [
        ("27521.96", "27512.96", "transposed"),
        ("27519.26", "27512.96", "transposed"),
        ("27512.95", "27512.96", "one digit"),
        ("519.3", "519.2", None),
        ("100", "10", None),
        ("5.39", "5.93", None),
    ],
)
def test_what_slip_lies_between_two_figures(typed: str, meant: str, slip: Slip | None) -> None:
    assert slip_between(Decimal(typed), Decimal(meant)) == slip
