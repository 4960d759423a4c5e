"""Scalars in their surroundings: the model says where a text may look like a key."""

from __future__ import annotations

import pytest

from reportgen.loading.scalar_checks import needs_care
from reportgen.loading.yaml_source import read_yaml

HEAD = "年度: 2021\n"


def codes(text: str) -> list[str]:
    return [each.code for each in read_yaml("a.yaml", (HEAD + text).encode()).findings]


@pytest.mark.parametrize(
    "text",
    [
        "报告:\n  问题:\n    - 目标：没有细化\n    - 措施:不实\n",
        "部门:\n  职能:\n    目标：负责全县卫生\n",
        "指标: [{目标: 目标：大于 3}]\n",
        "部门: {名称: 甲，乙, 职能: 负责规划，组织实施}\n",
        "报告: {问题: [预算编制还不够精细完整，执行进度偏慢, 绩效目标设定还不够细化，不够量化]}\n",
        "指标: [{目标: 1, 分值: 2}]\n",
    ],
)
def test_sentences_pass(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("部门:\n  目标：负责全县卫生\n", "YAML-06"),
        ("指标:\n  - 目标：大于 3\n", "YAML-06"),
        ("自拟:\n  - 目标：大于 3\n", "YAML-06"),
        ("部门: {名称: 甲，职能: 乙}\n", "YAML-07"),
    ],
)
def test_keys_in_disguise_do_not(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("部门:\n  名称：甲\n  编制人数：3\n", [3, 4]),
        ("部门:\n  名称:甲\n  编制人数:3\n", [3, 4]),
        ("资金:\n  其他预算:\n    政府性基金：无\n    国有资本经营：无\n", [4, 5]),
        ("自拟:\n  甲：1\n  乙：2\n", [3, 4]),
    ],
)
def test_each_line_of_a_group_without_a_good_colon_is_told(text: str, lines: list[int]) -> None:
    found = read_yaml("a.yaml", (HEAD + text).encode()).findings
    assert [each.place.line for each in found] == lines
    assert {each.code for each in found} <= {"YAML-06", "YAML-21"}


def test_two_slips_in_one_key_are_both_told() -> None:
    assert codes("部门: {名称：甲，职能：乙}\n") == ["YAML-06", "YAML-07", "YAML-06"]


@pytest.mark.parametrize(
    ("text", "care"),
    [
        *(("a: b\n", False), ("a: R&D b!\n", False), ("  #a: b\n", False), ("a: b # c\n", False)),
        *(("a:\tb\n", True), ("a: &b c\n", True), ("a: b #c\n", True), ('{"a":!b c}', True)),
    ],
)
def test_care_is_needed_for_what_stands_around_a_value(text: str, *, care: bool) -> None:
    assert needs_care(text) is care
