from decimal import Decimal

import pytest

from reportgen.figures.printing import printable


def test_a_figure_is_printed_without_an_exponent() -> None:
    assert printable(Decimal("0.0000001")) == "0.0000001"
    assert printable(Decimal("350.40")) == "350.40"


def test_a_blank_prints_nothing() -> None:
    assert printable(None) == ""


@pytest.mark.parametrize("value", [{}, [], ()])
def test_a_group_has_no_one_text(value: object) -> None:
    with pytest.raises(TypeError):
        printable(value)
