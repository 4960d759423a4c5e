"""Figures are read from running text with their units, and nothing else is taken for one."""

import time

import pytest

from reportgen.figures.prose import (
    TEXT_END,
    ProseFigure,
    figures_in,
    is_rough,
    read_figure,
    significant_digits,
)


def figures_of(text: str) -> list[ProseFigure]:
    return [read_figure(found) for found in figures_in(text)]


def read(text: str) -> list[tuple[str, str]]:
    return [(str(figure.value), figure.unit) for figure in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("实际支出27512.96万元，占90%", [("27512.96", "万元"), ("90", "%")]),
        ("债券1.46亿元，人均79元", [("1.46", "亿元"), ("79", "元")]),
        ("教育支出5.5万，卫生支出5210.24万。", [("5.5", "万元"), ("5210.24", "万元")]),
        ("扶助金 192.38 万元；产后访视率99.61 %", [("192.38", "万元"), ("99.61", "%")]),
        ("207名家长、493人次、1,234.56万元", [("207", "人"), ("493", "人次"), ("1234.56", "万元")]),
        ("核酸检测229.67万人次", [("229.67", "万人次")]),
        ("得分86.45分", [("86.45", "分")]),
    ],
)
def test_figures_are_read_with_their_units(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "2021年12月31日", "1-11月", "3岁以下", "第5项", "〔2020〕6号", "十四大类", "COVID-19",
        "400多万元", "15万余人", "4.9万管/日", "3个月", "5个工作日", "30分钟", "标准79元/人", "",
    ],
)  # fmt: skip
def test_other_numbers_are_no_figures(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["约24万元", "近10家", "超过300人", "90%以上", "5万元左右"])
def test_round_figures_are_marked(text: str) -> None:
    assert [is_rough(text, figure) for figure in figures_of(text)] == [True]


def test_a_figure_knows_where_it_stands() -> None:
    text = "共支出5.93万元。"
    (figure,) = figures_of(text)
    assert text[figure.start : figure.end] == figure.text == "5.93万元"
    assert not is_rough(text, figure)


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_text_ends_where_the_next_one_begins(end: str) -> None:
    joined = TEXT_END.join(
        ["教育支出5万" + end, "3万余人；年度2021", "5项", "投入6万\n其余7万" + end]
    )
    assert read(joined) == [("5", "万元"), ("5", "项"), ("7", "万元")]


@pytest.mark.parametrize(
    ("value", "count"), [("350.4", 4), ("350.40", 5), ("0.33", 2), ("41400", 3), ("10656", 5)]
)
def test_significant_digits(value: str, count: int) -> None:
    assert significant_digits(value) == count


@pytest.mark.parametrize("piece", ["1", "1,", "1.", "12万", "1万 ", "约", "1,234"])
def test_long_texts_take_no_longer_than_they_are(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.perf_counter()
    list(figures_in(text))
    assert time.perf_counter() - start < 3
