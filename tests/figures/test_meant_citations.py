"""Braces that were meant to cite, and braces that are text."""

from __future__ import annotations

import pytest

from reportgen.figures.meant_citations import find_meant

KNOWN = ("年度", "资金")


@pytest.mark.parametrize(
    ("text", "typed", "named"),
    [
        ("支出｛｛ 资金.执行合计 ｝｝万元", "｛｛ 资金.执行合计 ｝｝", "资金.执行合计"),
        ("支出｛｛资金.执行数｝｝万元", "｛｛资金.执行数｝｝", "资金.执行数"),
        ("支出｛｛拼错的名字｝｝", "｛｛拼错的名字｝｝", "拼错的名字"),
        ("支出{ 资金.执行合计 }万元", "{ 资金.执行合计 }", "资金.执行合计"),
        ("支出｛资金.来源[0].执行数｝万元", "｛资金.来源[0].执行数｝", "资金.来源[0].执行数"),
        ("支出{ { 年度 } }年", "{ { 年度 } }", "年度"),
        ("（{甲}）{年度}年", "{年度}", "年度"),
    ],
)
def test_it_was_meant_to_cite(text: str, typed: str, named: str) -> None:
    assert find_meant(text, KNOWN) == (typed, named)


@pytest.mark.parametrize(
    "text", ["{甲}", "｛甲，乙｝", "{ 见附件 }", "{}", "{年度", "年度}", "集合{1, 2}"]
)
def test_it_is_text(text: str) -> None:
    assert find_meant(text, KNOWN) is None
