from decimal import Decimal

import pytest

from reportgen.figures.printing import UnroundedError, printable


def test_a_figure_is_printed_without_an_exponent() -> None:
    assert printable(Decimal("0.0000001")) == "0.0000001"
    assert printable(Decimal("350.40")) == "350.40"


def test_a_blank_prints_nothing() -> None:
    assert printable(None) == ""


@pytest.mark.parametrize("value", [{}, [], ()])
def test_a_group_has_no_one_text(value: object) -> None:
    with pytest.raises(TypeError):
        printable(value)


@pytest.mark.parametrize("value", [Decimal(1) / 3, Decimal(-200) / 7, Decimal("0.001") / 7])
def test_a_quotient_without_end_is_not_printed(value: Decimal) -> None:
    with pytest.raises(UnroundedError):
        printable(value)


@pytest.mark.parametrize("typed", ["1986.3600000000001", "0.12345678901234567890", "1" * 28])
def test_long_figures_that_were_typed_are_printed(typed: str) -> None:
    assert printable(Decimal(typed)) == typed
