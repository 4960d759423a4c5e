"""Data as they are built from events, also where something is refused."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.loading.yaml_source import read_yaml


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: {b: [c, {d: e}], f: }\ng: 1\n", {"a": {"b": ["c", {"d": "e"}], "f": None}, "g": "1"}),
        ("a:\n- b\n- - c\n  -\n", {"a": ["b", ["c", None]]}),
        ("? a\n: b\n", {"a": "b"}),
        ("a: [b: c]\n", {"a": [{"b": "c"}]}),
        ('"": 1\n', {"": "1"}),
        ("--- # 说明\na: 1\n...\n", {"a": "1"}),
        ("a: b\n  c\n\n  d\n", {"a": "b c\nd"}),
        ("a: >-\n  b\n  c\n", {"a": "b c"}),
        # What is refused keeps the rest in place.
        ("a: 1\na: 2\nb: 3\n", {"a": "2", "b": "3"}),
        ("[x, y]: 1\nb: 2\n", {"b": "2"}),
        ("<<: {x: 1}\nb: 2\n", {"b": "2"}),
        ("{a: 1,234, b: 2}\n", {"a": "1", "b": "2"}),
    ],
)
def test_builds(text: str, data: Any) -> None:
    assert read_yaml("a.yaml", text.encode()).data == data


def test_an_alias_shares_what_it_repeats() -> None:
    data = read_yaml("a.yaml", b"a: &x [1]\nb: *x\n").data
    assert data["a"] is data["b"]


def test_a_problem_knows_its_path() -> None:
    found = read_yaml("a.yaml", "部门:\n  主要工作: [甲, no]\n".encode()).findings
    assert [each.path for each in found] == [("部门", "主要工作", 1)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The next item lost its mark.
        ("来源:\n  - 名称: 甲\n    预算数: 1\n    名称: 乙\n    预算数: 2\n", [("YAML-20", 4)]),
        # The next item lost its head.
        ("来源:\n  - 名称: 甲\n    预算数: 1\n    执行数: 2\n    预算数: 3\n    执行数: 4\n",
         [("YAML-13", 5)]),
        ("年度: 1\n年度: 2\n", [("YAML-13", 2)]),
        ("年度: 1\n自评: 1\n年度: 2\n部门: 3\n自评: 2\n", [("YAML-13", 3), ("YAML-13", 5)]),
        ("来源: [{名称: 甲, 名称: 乙}]\n", [("YAML-13", 1)]),
    ],
)  # fmt: skip
def test_keys_given_twice_are_told_once_a_slip(text: str, told: list[tuple[str, int]]) -> None:
    found = read_yaml("a.yaml", text.encode()).findings
    assert [(each.code, each.place.line) for each in found] == told


SLIPS = """\
年度: 2021
年度: 2022
部门: {名称: 1,234, 别名: [甲，乙], 职能: 名称：甲}
资金:
  总额: no
  来源:
    - 名称: “甲”
      预算数: 001
      预算数: 12:30
      自拟: 甲
    - [x]: 乙
    - 丙"
  名称:丁: 戊
报告:
  标题: {{ 年度 }}
  问题: [• 甲, ~, 600，执行数：3]
  正文: 一
    二
"""


@pytest.mark.parametrize("rare", ["\t", "!", "&", "R&D", "#D", "１", "\u3000", "\xa0"])
def test_a_rare_character_elsewhere_changes_nothing(rare: str) -> None:
    """With one in the file every key and value is looked at closely, without any only some are."""
    plain = read_yaml("a.yaml", f"{SLIPS}# x\n".encode())
    careful = read_yaml("a.yaml", f"{SLIPS}# {rare}\n".encode())
    assert len({each.code for each in plain.findings}) > 9
    assert plain.findings == careful.findings
    assert plain.data == careful.data


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("- 名称:\t甲", "YAML-05"),
        ("- !x 甲", "YAML-14"),
        ("- {甲:!x 乙}", None),
        ('- {"甲":!x 乙}', "YAML-14"),
        ("- {?!x 甲: 乙}", "YAML-14"),
        ("- R!D R&D", None),
        ("- 甲 #乙", "YAML-25"),
        ("- #乙", "YAML-25"),
        ("  #乙", None),
        ("- 甲１", "YAML-09"),
        ("- 名称: 甲\u3000", "YAML-26"),
        ("- 名称\xa0: 甲", "YAML-26"),
    ],
)
def test_a_rare_character_is_told_where_it_matters(typed: str, code: str | None) -> None:
    found = read_yaml("a.yaml", f"来源:\n{typed}\n".encode()).findings
    assert [(each.code, each.place.line) for each in found] == ([(code, 2)] if code else [])


@pytest.mark.parametrize("text", ["[甲局\n乙局]", "'甲局\n乙局'", '"甲局\n乙局"'])
def test_a_text_that_goes_on_at_the_margin_is_told(text: str) -> None:
    """Not indented, it is as long as the text that YAML makes of it."""
    found = read_yaml("a.yaml", f"别名: {text}\n".encode()).findings
    assert [(each.code, each.place.line) for each in found] == [("YAML-29", 2)]


def test_entries_on_lines_of_their_own_are_no_broken_text() -> None:
    assert read_yaml("a.yaml", "别名: [甲局,\n乙局]\n".encode()).findings == ()


def test_a_blank_value_stands_where_its_key_stands() -> None:
    places = read_yaml("a.yaml", "部门:\n  名称:\n  别名: ~\n".encode()).places
    assert (places.at(("部门", "名称")).line, places.at(("部门", "名称")).column) == (2, 3)
    assert (places.at(("部门", "别名")).line, places.at(("部门", "别名")).column) == (3, 7)


@pytest.mark.parametrize(
    ("typed", "text", "codes"),
    [
        ('"甲 “乙”"', "甲 “乙”", []),
        ("'甲''乙'", "甲'乙", []),
        ('"甲\\t乙"', "甲\t乙", []),
        ('"甲\\a乙"', "甲\a乙", ["YAML-17"]),
    ],
)
def test_quoted_texts_are_read(typed: str, text: str, codes: list[str]) -> None:
    source = read_yaml("a.yaml", f"名称: {typed}\n".encode())
    assert source.data == {"名称": text}
    assert [each.code for each in source.findings] == codes
