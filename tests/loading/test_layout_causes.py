"""What is wrong with how lines stand to each other is told at the line that is wrong."""

from __future__ import annotations

import pytest

from tests.loading.slips import places, words

HEAD = "年度: 2021\n"
LIST = "来源:\n    {0}名称: 甲\n      预算数: 1\n    {1}名称: 乙\n      预算数: 2\n  到位资金: 3\n"


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("部门: 某局\n  名称: 甲\n", 2, 5, "已经写了值"),
        ("部门: 某局\n  编制人数: 3\n", 2, 5, "已经写了值"),
        ("部门: {名称: 甲}\n资金: ＃ 万元\n  到位资金: 3\n", 3, 5, "半角“#”"),
        ("部门: {名称: 甲}\n指标: 无\n  - 名称: 乙\n", 3, 5, "已经写了值"),
        ("部门:\n  名称: 甲\n编制人数: 3\n  实有人数: 4\n", 4, 1, "缩进"),
        ("部门:\n  名称: 甲\n   编制人数: 3\n", 4, 4, "缩进"),
        ("部门:\n  名称: 甲\n主要工作:\n    - 改造\n  编制人数: 3\n", 4, 1, "缩进"),
        ("部门:\n  名称: 甲\n  主要工作:\n    - 改造\n    培训\n    - 宣传\n", 6, 5, "“- ”"),
        (
            "部门:\n  名称: 甲\n  主要工作:\n    - 改造，\n培训\n    - 宣传\n  编制人数: 3\n",
            6,
            1,
            "冒号",
        ),
        ("部门:\n  名称: 甲\n资金:\n  总额:\n  预算数: 3\n    执行数: 4\n", 6, 3, "缩进"),
        ("部门: {名称: 甲}\n资金:\n  " + LIST.format("  ", "- "), 5, 7, "“- ”"),
        ("部门: {名称: 甲}\n资金:\n  " + LIST.format("- ", "  "), 7, 7, "“- ”"),
    ],
)
def test_it_is_told_at_the_line_that_is_wrong(text: str, line: int, column: int, said: str) -> None:
    assert [(here, at) for _, here, at in places(HEAD + text)] == [(line, column)]
    assert said in words(HEAD + text)


def test_the_rest_of_the_file_is_read() -> None:
    text = HEAD + "部门:\n  名称: 甲\n编制人数: 3\n  实有人数: 4名\n"
    assert [code for code, *_ in places(text)] == ["YAML-20", "DATA-04"]


@pytest.mark.parametrize("text", [LIST.format("- ", "- "), "来源:\n  - 名称: 甲\n"])
def test_lists_in_order_pass(text: str) -> None:
    assert places(f"{HEAD}部门: {{名称: 甲}}\n资金:\n  {text}") == []
