from decimal import Decimal

import pytest

from reportgen.wording.measures import HALVES, points


@pytest.mark.parametrize("stated", ["1440", "1in", "25.4mm", "2.54cm", "72pt", "6pc", "6pi"])
def test_an_inch_is_an_inch_in_every_unit(stated: str) -> None:
    assert points(stated) == 72


@pytest.mark.parametrize(
    ("stated", "length"),
    [("4320.5", "216.025"), ("-20", "-1"), ("595.3pt", "595.3"), ("0", "0")],
)
def test_fractions_and_signs_are_kept(stated: str, length: str) -> None:
    assert points(stated) == Decimal(length)


def test_a_size_of_type_counts_half_points() -> None:
    assert (points("32", HALVES), points("16pt", HALVES)) == (16, 16)


@pytest.mark.parametrize("stated", ["", "50%", "auto", "1e3", "12 pt", "3px", "NaN"])
def test_what_is_no_length_is_refused(stated: str) -> None:
    with pytest.raises(ValueError, match=stated or "^$"):
        points(stated)
