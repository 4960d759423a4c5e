"""Slips that show in one line are told there, once, and the rest is read."""

from __future__ import annotations

import pytest

from reportgen.loading.yaml_source import read_yaml
from tests.loading.slips import places, words

HEAD = "年度: 2021\n部门:\n  名称: 甲\n"
BELOW = "  实有人数: 4\n资金: {到位资金: 5}\n"


@pytest.mark.parametrize(
    ("line", "code", "column", "said"),
    [
        ("　编制人数: 3", "YAML-26", 1, "全角空格"),
        ("　　编制人数: 3", "YAML-26", 1, "全角空格"),
        (" 　编制人数: 3", "YAML-26", 2, "全角空格"),
        ("\xa0\xa0编制人数: 3", "YAML-26", 1, "不断行空格"),
        ("  编制人数:　3", "YAML-26", 8, "全角空格"),
        ("  编制人数:\xa03", "YAML-26", 8, "不断行空格"),
        ("  内设机构: ［办公室］", "YAML-28", 9, "半角括号 ["),
        ("  内设机构: [办公室］", "YAML-28", 13, "半角括号 ]"),
        ("  所属单位: [{名称: 乙｝]", "YAML-28", 16, "半角括号 }"),
        ("  职能: >=65%", "YAML-20", 7, "≥65%"),
        ("  职能: >65%", "YAML-20", 7, "≥65%"),
        ("  职能: {资金.到位资金}万元", "YAML-20", 7, "{{ … }}"),
        ("  职能: {{ 资金.到位资金 }}万元", "YAML-22", 7, "{{ … }}"),
        ('  职能: {{ 资金.到位资金 }}万元"', "YAML-22", 7, "{{ … }}"),
        ("  所属单位: [{名称: 乙；别名: []}]", "YAML-07", 16, "“；”"),
        ("  所属单位: [{名称: 乙 别名: []}]", "YAML-20", 16, "逗号"),
        ("  编制人数：3", "YAML-06", 7, "半角冒号"),
        ("  编制人数:3", "YAML-21", 7, "空一格"),
    ],
)
def test_it_is_told_once_in_its_line(line: str, code: str, column: int, said: str) -> None:
    text = f"{HEAD}{line}\n{BELOW}"
    assert places(text) == [(code, 4, column)]
    assert said in words(text)


@pytest.mark.parametrize(
    ("mark", "column"),
    [("• ", 5), ("— ", 5), ("– ", 5), ("、", 5), ("-- ", 5), ("* ", 5), ("-", 5), ("－ ", 5)],
)
def test_a_mark_of_a_list_is_told_at_each_item(mark: str, column: int) -> None:
    items = f"  主要工作:\n    - 改造\n    {mark}培训\n    - 宣传\n    {mark}推广\n"
    assert places(HEAD + items + BELOW) == [("YAML-27", 6, column), ("YAML-27", 8, column)]


@pytest.mark.parametrize("blanks", ["　　", "\xa0\xa0\xa0\xa0"])
def test_a_wide_indentation_is_read_as_it_looks(blanks: str) -> None:
    text = f"{HEAD}  所属单位:\n{blanks}- 名称: 乙\n      别名: 丙\n{BELOW}"
    assert places(text) == [("YAML-26", 5, 1), ("DATA-03", 6, 11)]


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("  自拟：3", "YAML-06", 5),
        ("  自拟:3", "YAML-21", 5),
        ("  evaluation-dossier-2021：附件", "YAML-06", 26),
    ],
)
def test_a_colon_is_suspected_behind_keys_of_ones_own(line: str, code: str, column: int) -> None:
    text = f"名称: 甲\n{line.strip()}\n满分: 100\n"
    found = read_yaml("a.yaml", text.encode()).findings
    assert [(each.code, each.place.line, each.place.column) for each in found] == [
        (code, 2, column - 2)
    ]


@pytest.mark.parametrize("line", ["http://example.cn/a", "12:30", "C:\\data"])
def test_a_text_with_a_colon_is_no_key(line: str) -> None:
    found = read_yaml("a.yaml", f"名称: 甲\n{line}\n满分: 100\n".encode()).findings
    assert [(each.code, each.place.line) for each in found] == [("YAML-20", 2)]


def test_a_wide_blank_behind_a_later_colon_is_told_as_well() -> None:
    text = f"{HEAD}  所属单位: [{{名称: 乙, 别名:\u3000[丙], }} 丁\n{BELOW}"
    found = read_yaml("a.yaml", text.encode()).findings
    (blank,) = (each for each in found if each.code == "YAML-26")
    assert (blank.place.line, blank.place.column) == (4, 21)
    assert "全角空格" in blank.say("zh")


def test_the_lines_of_a_block_text_are_not_suspected() -> None:
    text = f"{HEAD}  职能: |\n    目标：甲\n    • 乙\n   编制人数 3\n{BELOW}"
    assert [line for _, line, _ in places(text)] == [7]


def test_comments_are_not_suspected() -> None:
    text = f"{HEAD}  # 名称：见 {{{{ 年度 }}}}\n  编制人数 3\n{BELOW}"
    assert places(text) == [("YAML-20", 5, 3)]
