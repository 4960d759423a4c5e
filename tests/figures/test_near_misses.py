"""Slips of the hand are told from figures that only happen to be there."""

import time
from decimal import Decimal

import pytest

from reportgen.figures.near_misses import FactIndex, units_told_of
from reportgen.figures.prose import TEXT_END, figures_in
from reportgen.figures.stated_facts import StatedFact

FACTS = (
    StatedFact(("甲",), Decimal("27512.96"), "万元", ("实际支出数",)),
    StatedFact(("乙",), Decimal("519.2"), "万元", ("公用支出",)),
    StatedFact(("丙",), Decimal(743), "人", ("实有人数",)),
    StatedFact(("丁",), Decimal("98.01"), "%", ("居民建档率",)),
    StatedFact(("丁", "目标"), Decimal(80), "%", ("居民建档率",), binding=False),
    StatedFact(("戊",), Decimal(41400), "人", ("一个名称" * 11,)),
)


def misses(text: str) -> list[tuple[str, str]]:
    found = FactIndex(FACTS, 2023).near_misses(text, figures_in(text))
    return [(miss.figure.text, miss.likeness) for miss in found]


@pytest.mark.parametrize(
    ("text", "likeness"),
    [
        ("支出27521.96万元", "transposed"),
        ("支出27519.26万元", "transposed"),
        ("支出27512.69万元", "transposed"),
        ("支出27512.95万元", "one digit"),
        ("支出17512.96万元", "one digit"),
        ("支出512.99万元", ""),
        ("支出591.2万元", "transposed"),
        ("支出519.3万元", ""),
        ("公用支出519.3万元", "same name"),
        ("其中公用支出：600万元", "same name"),
        ("实有人数为734名", "same name"),
        ("居民建档率达到89%", "same name"),
        ("公用支出591.2万元", "transposed"),
        ("居民建档率”：89%", "same name"),
        ("“居民建档率” 是 “ 89%", "same name"),
        ("辖区41500人", ""),
    ],
)
def test_what_is_a_near_miss(text: str, likeness: str) -> None:
    assert [each for _, each in misses(text)] == ([likeness] if likeness else [])


@pytest.mark.parametrize(
    "text",
    [
        "支出27512.96万元",
        "支出27512.960万元",
        "支出27512.96元",
        "实际支出数2.75亿元",
        "公用支出约600万元",
        "2022年公用支出600万元",
        "比上年公用支出600万元增长",
        "宣传公用支出600万元",
        "实有人数743名",
        "居民建档率80%",
        "居民建档率98%",
    ],
)
def test_what_is_none(text: str) -> None:
    assert misses(text) == []


def test_the_name_in_one_text_does_not_name_the_figure_of_the_next() -> None:
    assert misses(TEXT_END.join(["其中公用支出", "600万元"])) == []
    assert misses(TEXT_END.join(["其中", "公用支出600万元"])) == [("600万元", "same name")]


def test_a_known_figure_under_the_wrong_name_is_found() -> None:
    assert misses("公用支出27512.96万元") == [("27512.96万元", "same name")]


def test_the_facts_of_all_money_are_asked_for_where_any_money_is_told_of() -> None:
    assert units_told_of(figures_in("共3%")) == {"%"}
    assert units_told_of(figures_in("5元")) == {"元", "万元", "亿元"}
    assert {"家", "个"} < units_told_of(figures_in("共3家"))


@pytest.mark.parametrize("piece", ["27512.95万元", "公用支出", "公用支出：600万元", "，"])
def test_long_texts_take_no_longer_than_they_are(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.perf_counter()
    list(FactIndex(FACTS, 2023).near_misses(text, figures_in(text)))
    assert time.perf_counter() - start < 3
