"""Where a figure of the common index sheet is taken from, and where it is said to stand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reportgen.figures.sheet_inputs import Input, Reading, read_input
from reportgen.figures.sheet_rows import SHEET_ROWS
from tests.typed import at, year

TYPED = ("评分表", "数据", "上年结转")
SUMMARY = ("机构", "汇总", "收入", "上年结转")
CARRIED_OVER = Input("上年结转", (TYPED, SUMMARY))


def group(path: tuple[str, ...], figure: str) -> dict[str, Any]:
    data: Any = figure
    for key in reversed(path):
        data = {key: data}
    return dict(data)


def units(*figures: str | None) -> dict[str, Any]:
    return {"单位": [{"收入": {"上年结转": figure}} for figure in figures]}


@pytest.mark.parametrize(
    ("typed", "value", "path"),
    [
        (group(TYPED, "5") | group(SUMMARY, "6"), "5", TYPED),
        (group(TYPED, "0") | group(SUMMARY, "6"), "0", TYPED),
        (group(SUMMARY, "6.50"), "6.50", SUMMARY),
        ({"机构": {"汇总": {"收入": {"上年结转": "6"}}} | units("1", "2")}, "6", SUMMARY),
        ({"机构": units("1.5", None, "2")}, "3.5", ("机构", "单位")),
        ({"机构": units("0")}, "0", ("机构", "单位")),
    ],
)
def test_the_best_filled_place_is_read(
    typed: dict[str, Any], value: str, path: tuple[str, ...]
) -> None:
    assert read_input(year(**typed), CARRIED_OVER) == Reading(Decimal(value), path)


def test_blanks_are_no_figure() -> None:
    assert read_input(year(), CARRIED_OVER) is None
    assert read_input(year(机构=units(None)), CARRIED_OVER) is None
    assert read_input(year(机构=units("1")), Input("上年结转", (TYPED,))) is None


def test_a_rate_is_read_in_percent() -> None:
    rate = Input("满意度", (("评分表", "数据", "满意度"),))
    found = read_input(year(评分表={"数据": {"满意度": "92.5%"}}), rate)
    assert found == Reading(Decimal("92.5"), rate.places[0])


@pytest.mark.parametrize(
    "place", {place for row in SHEET_ROWS.values() for each in row.inputs for place in each.places}
)
def test_every_place_of_every_row_can_be_typed(place: tuple[str, ...]) -> None:
    figure = "50%" if place[-1] in ("公务卡刷卡率", "满意度") else "50"
    typed = group(place, figure)
    typed["部门"] = {"名称": "某局"} | typed.get("部门", {})
    record = year(**typed)
    assert at(record, place) is not None
    assert read_input(record, Input(place[-1], (place,))) == Reading(Decimal(50), place)
