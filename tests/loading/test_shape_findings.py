"""A value of another shape than its field: what it should be, what it is, how to write it."""

from __future__ import annotations

import pytest

from tests.loading.slips import places, words

HEAD = "年度: 2021\n部门: {名称: 甲}\n"


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("指标: 甲", 5, "换行，每项一行，以“- ”开头"),
        ("指标: [~]", 6, "要印一个空行，写“- {}”"),
        ("资金: [甲]", 5, "应是一组键（键: 值），这里却是列表"),
        ("核对:\n  - 年度 == 2021\n  -", 4, "填上这一项，或删去这个“-”"),
        ("目标: {完成: [{对应: 1、2}]}", 16, "[1, 2]"),
        ("报告: {标题: {年度}}", 10, "'{{ 年度 }}'"),
        ("报告: {标题: {一: 二}}", 10, "改成全角冒号"),
        ("报告: {标题: {一: 二, 三: 四}}", 10, "直接写在冒号后面"),
    ],
)
def test_it_is_told_how_to_write_it(text: str, column: int, said: str) -> None:
    ((code, _, at),) = places(f"{HEAD}{text}\n")
    assert (code, at) == ("DATA-03", column)
    assert said in words(f"{HEAD}{text}\n")


def test_names_with_a_mark_of_text_are_no_list() -> None:
    assert "每项一行" in words(f"{HEAD}指标: 数量指标、质量指标\n")
    assert "[" not in words(f"{HEAD}指标: 数量指标、质量指标\n")
