"""What is refused in a text, exactly where, and what looks alike and passes."""

from __future__ import annotations

import json
import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportgen.loading import yaml_source
from reportgen.loading.yaml_source import YamlSource, read_yaml
from reportgen.model.profile import Profile


def read(text: str) -> YamlSource:
    return read_yaml("a.yaml", text.encode())


def told(text: str) -> list[tuple[str, int, int]]:
    return [(each.code, each.place.line, each.place.column) for each in read(text).findings]


# What is typed -> code, line, column, and some words of the message.
REFUSED = [
    ("", "YAML-01", 1, 1, "空"),
    ("  \n\n", "YAML-01", 1, 1, "空"),
    ("# 只有注释\n", "YAML-01", 1, 1, "空"),
    ("部门:\n\t名称: 某局\n", "YAML-05", 2, 1, "Tab"),
    ("部门:\n  名称:\t某局\n", "YAML-05", 2, 6, "Tab"),
    ("部门:\n  职能: |\n    甲\n\t乙\n", "YAML-05", 4, 1, "Tab"),
    ("部门：\n  名称: 某局\n", "YAML-06", 1, 3, "部门"),
    ("部门:\n  名称: 某局\n  编制人数：3\n", "YAML-06", 3, 7, "编制人数"),
    ("部门:\n  名称：某局\n", "YAML-06", 2, 5, "名称"),
    ("部门: {名称：某局}\n", "YAML-06", 1, 8, "名称"),
    ("资金:\n  来源:\n    - 名称：财政拨款\n", "YAML-06", 3, 9, "名称"),
    ("年度: 2021\n自拟的键：值\n", "YAML-06", 2, 5, "自拟的键"),
    ("资金:\n  总额: {预算数: 600，执行数: 5}\n", "YAML-07", 2, 16, "，"),
    ("部门: {甲: 1，乙: 2}\n", "YAML-07", 1, 10, "，"),
    ("部门:\n  内设机构: [办公室，财务股]\n", "YAML-07", 2, 13, "，"),
    ("部门:\n  内设机构: [办公室，财务股, 人事股]\n", "YAML-07", 2, 13, "，"),
    ("资金: {到位资金: 600，来源：x}\n", "YAML-07", 1, 15, "，"),
    ("部门:\n  名称: “某局”\n", "YAML-08", 2, 7, "“某局”"),
    ("部门:\n  “名称”: 某局\n", "YAML-08", 2, 3, "“名称”"),
    ("部门:\n  名称: ‘某局’\n", "YAML-08", 2, 7, "‘某局’"),
    ("部门:\n  名称: “某局: 甲”\n", "YAML-08", 2, 7, "某局"),
    ("资金:\n  到位资金: １２\n", "YAML-09", 2, 9, "１２"),
    ("报告:\n  标题: 关于２０２１年\n", "YAML-09", 2, 9, "２０２１"),
    ("资金:\n  到位资金: 1,234.56\n", "YAML-10", 2, 9, "1,234.56"),
    ("资金:\n  到位资金: 1，234\n", "YAML-10", 2, 9, "1，234"),
    ("资金: {到位资金: 1,234.56}\n", "YAML-10", 1, 12, "1,234.56"),
    ("资金: {到位资金: 1,234,567.8, 来源: }\n", "YAML-10", 1, 12, "1,234,567.8"),
    ("年度: yes\n", "YAML-12", 1, 5, "yes"),
    ("年度: Off\n", "YAML-12", 1, 5, "Off"),
    ("年度: 2021\n部门: 1\n年度: 2022\n", "YAML-13", 3, 1, "第 1 行"),
    ("a: !!python/object:os.system x\n", "YAML-14", 1, 4, "!!python/object:os.system"),
    ("a: !!str 1\n", "YAML-14", 1, 4, "!!str"),
    ("a: &x !t [1]\n", "YAML-14", 1, 7, "!t"),
    ("年度: 2021\n---\n年度: 2022\n", "YAML-15", 2, 1, "---"),
    ("- 年度: 2021\n", "YAML-16", 1, 1, "列表"),
    ("某局二〇二一年\n", "YAML-16", 1, 1, "文字"),
    ("a: 甲\x07乙\n", "YAML-17", 1, 5, "U+0007"),
    ("a: 甲\x85乙\n", "YAML-17", 1, 5, "U+0085"),
    ("a: 甲\u2028乙\n", "YAML-17", 1, 5, "U+2028"),
    ("a: 甲\uffff乙\n", "YAML-17", 1, 5, "U+FFFF"),
    ('a: "甲\\x07乙"\n', "YAML-17", 1, 4, "U+0007"),
    ('a: "甲\\ud800"\n', "YAML-17", 1, 6, "U+D800"),
    ('"甲\\x07": 1\n', "YAML-17", 1, 1, "U+0007"),
    ("a: &x {b: 1}\nc:\n  <<: *x\n", "YAML-18", 3, 3, "<<"),
    ("? [a]\n: b\n", "YAML-19", 1, 3, "键名"),
    ("? \n: b\n", "YAML-19", 1, 2, "键名"),
    (": b\n", "YAML-19", 1, 1, "键名"),
    ("a: &x 1\n*x : 2\n", "YAML-19", 2, 1, "键名"),
    ("部门:\n  名称:某局\n", "YAML-21", 2, 5, "名称"),
    ("部门:\n  名称:某局\n  编制人数: 3\n", "YAML-21", 2, 5, "名称"),
    ("年度: 2021\n名称:某局\n", "YAML-21", 2, 3, "名称"),
    ("部门: {名称:某局}\n", "YAML-21", 1, 8, "名称"),
    ("部门:\n  职能: {{ 资金.总额 }}\n", "YAML-22", 2, 7, "{{"),
    ("部门:\n  职能: {{ 资金.总额 }}万元，见 {{ 年度 }}\n", "YAML-22", 2, 7, "{{"),
    ("部门:\n  职能:\n    - {{ 年度 }}年\n", "YAML-22", 3, 7, "{{"),
    ("部门:\n  职能: [{{ 年度 }}]\n", "YAML-22", 2, 8, "{{"),
]  # fmt: skip
CHANGED = [
    "001", "-01", "12:30", "12:30:00", "1e5", "1.5E+3", "0x1F", "0o17", "0b1", "1_000", ".5",
    "5.", "+5", ".inf", "-.INF", ".nan", "00",
]  # fmt: skip
SYNTAX = [
    ("a: [1, 2\nb: 3\n", 1, 4, "括号没有结束"),
    ("a: [1, 2\n", 1, 4, "括号没有结束"),
    ("a: [1}\n", 1, 6, "括号里"),
    ('a: "x\nb: 3\n', 1, 4, "引号没有结束"),
    ("a: 'x\nb: 3\n", 1, 4, "引号没有结束"),
    ('a: "C:\\data"\n', 1, 7, "反斜杠"),
    ('a: "x" y\n', 1, 8, "引号结束之后"),
    ('"a"b: 1\n', 1, 4, "引号结束之后"),
    ("a: ]\n", 1, 4, "没有来由"),
    ("a: {b: 1} c\n", 1, 11, "括号结束之后"),
    ("a: @x\n", 1, 4, "不能以"),
    ("a: `x\n", 1, 4, "不能以"),
    ("a: %x\n", 1, 4, "不能以"),
    ("%x: 1\n", 1, 1, "不是数据"),
    ("a: b: c\n", 1, 5, "两个"),
    ("a: 1\n b: 2\n", 2, 2, "缩进"),
    ("a:\n  b: 1\n c: 2\n", 3, 2, "缩进"),
    ("a:\n  - 1\n - 2\n", 3, 2, "列表项"),
    ("a: - 1\n", 1, 4, "列表项"),
    ("- a\nb: 1\n", 2, 1, "混进"),
    ("a:\n  - b\n  c: d\n", 3, 3, "混进"),
    ("a: 1\nb\nc: 2\n", 2, 1, "没有“键: 值”"),
    ("a: |\nb\n", 2, 1, "没有“键: 值”"),
    ("a: |x\n", 1, 5, "不能直接写文字"),
    ("a: *x\n", 1, 4, "引用"),
    ("a: &x [*x]\n", 1, 8, "引用"),
    ("a: *** x\n", 1, 5, "引用"),
    ("a: 1 # x\n  b\n", 2, 3, "缩进"),
]
LOOK_ALIKES = [
    "“三公经费”变动率", "“一”和“二”", "他说：“好。”", "2024-06-13", "2024年6月13日", "12月30日",
    "0", "0.00", "-5.20", "350.40", "1.10", "13800000000", "0730-0000001", "≥80%", "100%",
    "80.01％", "无", "是", "y", "N", "甲，乙", "1,23", "12,3456", "镕㐂𠮷", "😀", "a < b & c > d",
    "见附件1：甲", "目标：达成", "目标:达成", "http://example.cn/a:b", "5.1.2", "一、二", "v1.0",
    "e5", "财预〔2020〕10号", "C:\\data", "no problem",
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "line", "column", "words"), REFUSED)
def test_is_refused(text: str, code: str, line: int, column: int, words: str) -> None:
    first = next(each for each in read(text).findings if each.code == code)
    assert (first.place.line, first.place.column) == (line, column)
    assert first.place.text == (text.split("\n")[line - 1] if text.strip() else "")
    assert words in first.say("zh")
    assert first.say("en")
    assert first.say_hint("zh")
    assert first.say_hint("en")


@pytest.mark.parametrize(("text", "code"), [(case[0], case[1]) for case in REFUSED])
def test_nothing_else_is_told(text: str, code: str) -> None:
    # The one case that holds two slips.
    also = {"YAML-06"} if "来源：" in text else set()
    assert {each.code for each in read(text).findings} == {code} | also


@pytest.mark.parametrize("typed", CHANGED)
def test_a_number_that_yaml_would_change_is_refused(typed: str) -> None:
    assert told(f"年度: {typed}\n") == [("YAML-11", 1, 5)]
    assert told(f"年度: '{typed}'\n") == []


@pytest.mark.parametrize(("text", "line", "column", "words"), SYNTAX)
def test_a_syntax_error_is_told_by_its_cause(text: str, line: int, column: int, words: str) -> None:
    found = read(text).findings
    assert [(each.code, each.place.line, each.place.column) for each in found] == [
        ("YAML-20", line, column)
    ]
    assert words in found[0].say("zh")
    assert found[0].say("en")
    assert found[0].say_hint("zh")
    assert found[0].say_hint("en")


@pytest.mark.parametrize("typed", LOOK_ALIKES)
def test_what_looks_alike_passes(typed: str) -> None:
    source = read(f"部门:\n  名称: {typed}\n  主要工作:\n    - {typed}\n")
    assert source.findings == ()
    assert source.data == {"部门": {"名称": typed, "主要工作": [typed]}}


@pytest.mark.parametrize(
    "typed", ["“某局”", "１２", "1,234", "no", "2021：甲", "{{ 年度 }}", "@甲", "-"]
)
def test_quotes_and_blocks_keep_anything(typed: str) -> None:
    assert read(f"a: '{typed}'\n").data == {"a": typed}
    assert read(f"a: '{typed}'\n").findings == ()
    assert read(f"a: |\n  {typed}\n").data == {"a": f"{typed}\n"}
    assert read(f"a: |\n  {typed}\n").findings == ()


def test_scalars_stay_text_as_typed() -> None:
    text = 'a: 1.10\nb:\nc: ~\nd: null\ne: ""\nf: 2024-06-13\ng: [甲, ""]\nh: {i: 1}\n'
    assert read(text).data == {
        "a": "1.10", "b": None, "c": None, "d": None, "e": "", "f": "2024-06-13",
        "g": ["甲", ""], "h": {"i": "1"},
    }  # fmt: skip


def test_every_problem_of_a_file_is_told_in_one_run() -> None:
    text = (
        "年度：2021\n"
        "部门:\n"
        "  名称：某局\n"
        "  编制人数: no\n"
        "  实有人数:4\n"
        "  职能: {{ 年度 }}年\n"
        "资金:\n"
        "  到位资金: 1,234\n"
        "  来源: [{名称: “甲”，预算数: 1}]\n"
        "  到位资金: 001\n"
    )
    assert told(text) == [
        ("YAML-06", 1, 3),
        ("YAML-06", 3, 5),
        ("YAML-12", 4, 9),
        ("YAML-21", 5, 7),
        ("YAML-22", 6, 7),
        ("YAML-10", 8, 9),
        ("YAML-08", 9, 13),
        ("YAML-07", 9, 16),
        ("YAML-13", 10, 3),
        ("YAML-11", 10, 9),
    ]


def test_a_repeated_key_names_the_first() -> None:
    found = read("部门:\n  名称: 甲\n  名称: 乙\n").findings[0]
    assert found.other is not None
    assert (found.other.line, found.other.column) == (2, 3)
    assert found.path == ("部门", "名称")


def test_a_repaired_line_keeps_its_columns() -> None:
    source = read("年度: 2021\n部门:\n  名称: 甲\n  联系人：no\n  联系电话:no\n")
    assert [(each.code, each.place.line, each.place.column) for each in source.findings] == [
        ("YAML-06", 4, 6),
        ("YAML-12", 4, 7),
        ("YAML-21", 5, 7),
        ("YAML-12", 5, 8),
    ]
    assert source.places.at(("部门", "联系人")).column == 7
    assert source.places.key_at(("部门", "联系人")).column == 3


def test_another_model_brings_its_own_keys() -> None:
    text = "满分：100\n等次: []\n".encode()
    assert read_yaml("p.yaml", text, Profile).findings[0].code == "YAML-06"
    assert read_yaml("p.yaml", "满分: 100\n".encode(), Profile).data == {"满分": "100"}


def test_aliases_repeat_what_they_name() -> None:
    assert read("a: &x [1]\nb: *x\nc: &y 2\nd: *y\n").data == {
        "a": ["1"], "b": ["1"], "c": "2", "d": "2",
    }  # fmt: skip


@pytest.mark.parametrize("text", [text for text, *_ in SYNTAX] + [text for text, *_ in REFUSED])
def test_python_loader_refuses_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [each.code for each in read(text).findings]
    monkeypatch.setattr(yaml_source, "_LOADER", yaml.SafeLoader)
    # Only the C parser lets a tab stand between a colon and its value.
    assert [each.code for each in read(text).findings] == expected


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t")))
def test_any_text_survives(typed: str) -> None:
    quoted = json.dumps(typed, ensure_ascii=False).replace("\u2028", "\\L").replace("\u2029", "\\P")
    typed_well = not re.search(
        "[\ufffe\uffff\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]", typed
    )
    source = read(f"a: {quoted}\nb: [{quoted}]\n")
    if typed_well:
        assert source.findings == ()
        assert source.data == {"a": typed, "b": [typed]}
    else:
        assert {each.code for each in source.findings} == {"YAML-17"}


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    source = read_yaml("a.yaml", text.encode("utf-8", "surrogatepass"))
    assert source.data is not None or source.findings


@given(st.text("：，“”[]{}:-,'\"# \n\t!&*?|>%@`甲a1部门名称"))
def test_no_punctuation_makes_it_raise(text: str) -> None:
    source = read(text)
    assert source.data is not None or source.findings
    for each in source.findings:
        assert each.say("zh")
        assert each.say_hint("en")
        assert 1 <= each.place.line <= text.count("\n") + 1
        assert each.place.column >= 1
