from decimal import Decimal

import pytest

from reportgen.figures.tolerance import agrees, money_gap


@pytest.mark.parametrize(
    ("stated", "computed", "addends", "gap"),
    [
        ("100", "100.00", 2, "none"),
        ("100", "100.015", 2, "rounding"),
        ("100", "100.0151", 2, "real"),
        ("100", "99.985", 2, "rounding"),
        ("0", "0.02", 1, "real"),
    ],
)
def test_money_is_exact_but_for_what_rounding_explains(
    stated: str, computed: str, addends: int, gap: str
) -> None:
    assert money_gap(Decimal(stated), Decimal(computed), addends) == gap


@pytest.mark.parametrize(
    ("stated", "computed", "holds"),
    [
        ("131.12", "131.1243", True),
        ("90", "89.4479", False),
        ("90", "89.5", True),
        ("89", "89.5", False),
        ("2.45", "2.4478", True),
        ("-2", "-1.5", True),
        ("-2", "-2.5", False),
        ("0", "0", True),
    ],
)
def test_a_stated_figure_agrees_with_what_rounds_to_it(
    stated: str, computed: str, *, holds: bool
) -> None:
    assert agrees(Decimal(stated), Decimal(computed)) is holds
