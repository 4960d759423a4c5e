"""GB/T 9704 in figures."""

from __future__ import annotations

import pytest

from reportgen.export.pages.standards import (
    HIGHEST_PITCH,
    LOWEST_PITCH,
    NARROWEST,
    WIDEST,
    measures_of,
)
from reportgen.export.pages.word_file import TextArea

MM = 72 / 25.4
NAMES = ("纸宽", "纸高", "上边距", "左边距", "下边距", "右边距")


def wanted(width: float, height: float) -> list[tuple[str, float]]:
    area = TextArea(width * MM, height * MM, 28 * MM, (width - 26) * MM, 37 * MM, 262 * MM)
    return [(name.zh, length) for name, _, length in measures_of(area)]


def test_an_upright_page() -> None:
    assert wanted(210, 297) == [*zip(NAMES, (210, 297, 37, 28, 35, 26), strict=True)]


def test_a_page_turned_sideways_is_bound_above() -> None:
    assert wanted(297, 210) == [*zip(NAMES, (297, 210, 28, 37, 26, 35), strict=True)]


def test_what_is_stated_is_in_millimetres() -> None:
    area = TextArea(210 * MM, 297 * MM, 30 * MM, 184 * MM, 37 * MM, 262 * MM)
    stated = {name.zh: length for name, length, _ in measures_of(area)}
    assert stated["左边距"] == pytest.approx(30)
    assert stated["下边距"] == pytest.approx(35)


def test_the_pitches_and_widths_that_give_22_lines_of_28() -> None:
    assert all(LOWEST_PITCH < pitch < HIGHEST_PITCH < 29 for pitch in (28, 28.95))
    assert NARROWEST < 16 - 0.25 < WIDEST < 16
