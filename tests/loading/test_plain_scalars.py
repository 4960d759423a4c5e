"""Single unquoted values: what they are refused for."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reportgen.loading.plain_scalars import (
    find_colons,
    find_later_key,
    find_trap,
    is_harmless,
    is_tail,
    joining_mark,
)

KNOWN = frozenset(("名称", "目标", "预算数"))


@pytest.mark.parametrize(
    ("typed", "code", "offset"),
    [
        ("“甲”", "YAML-08", 0),
        ("”甲“", "YAML-08", 0),
        ("＂甲＂", "YAML-08", 0),
        ("甲１", "YAML-09", 1),
        ("1,234,567.89", "YAML-10", 0),
        ("007", "YAML-11", 0),
        ("1:1.5", "YAML-11", 0),
        ("TRUE", "YAML-12", 0),
    ],
)
def test_is_a_trap(typed: str, code: str, offset: int) -> None:
    trap = find_trap(typed)
    assert trap is not None
    assert (trap.code, trap.offset) == (code, offset)


@pytest.mark.parametrize(
    "typed", ["0", "-0.5", "10", "1.50", "1,2", "tRUE", "“甲”和“乙”", "'甲'", "１"]
)
def test_is_no_number_that_changes(typed: str) -> None:
    trap = find_trap(typed)
    assert trap is None or trap.code == "YAML-09"


@pytest.mark.parametrize("typed", [
    "yes", "No", "ON", "off", "true", "False", "y", "n", "Y", "001", "1_0", "12:30", "0x1F", "0b11",
    "1.5e+3", ".5", "5.", "+5", "+5.5", "-.inf", ".NaN", "1.5", "10", "-3", "0",
])  # fmt: skip
def test_agrees_with_what_yaml_would_make_of_it(typed: str) -> None:
    value = yaml.safe_load(typed)
    changed = isinstance(value, bool) or (not isinstance(value, str) and str(value) != typed)
    assert (find_trap(typed) is not None) == changed


@given(
    st.text(
        st.sampled_from('甲名称目标：:，“”２0123456789.,+-_%eEnoyNs •—｛｝"\x27\u3000'),
        min_size=1,
        max_size=70,
    )
)
def test_what_is_harmless_has_no_trap_and_no_colon(typed: str) -> None:
    if is_harmless(typed):
        assert find_trap(typed) is None
        assert list(find_colons(typed, KNOWN)) == []
        assert find_later_key(typed, KNOWN) is None


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "甲",
            "350.40",
            "-0.5",
            "98.50%",
            "0",
            "2024-06-13",
            "0730-0000001",
            "≥80%",
            "yunxi-2021",
        ),
        *("改造卫生室 3 所。", "3所", "2022年7月10日前", "（一）预算，决算", "《预算法》"),
        *("1. 预算，决算", "≥12万元"),
    ],
)
def test_most_values_are_harmless(typed: str) -> None:
    assert is_harmless(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            "~",
            "null",
            "no",
            "001",
            "+5",
            ".5",
            "1，234",
            "1,234",
            "12:30",
            "-甲",
            "--甲",
            "• 甲",
        ),
        *(
            "“甲”",
            "｛甲｝",
            "名称：甲",
            "名称:甲",
            '甲"',
            "甲'",
            "甲１",
            "\u3000甲",
            "甲\xa0",
            "1,2，3",
        ),
    ],
)
def test_others_are_looked_at(typed: str) -> None:
    assert not is_harmless(typed)


def test_colons_count_at_the_head_of_a_line_only() -> None:
    text = "名称：甲，目标\n  - 目标:乙 预算数：1\n不知：丙"
    assert [(each.code, each.key) for each in find_colons(text, KNOWN)] == [
        ("YAML-06", "名称"),
        ("YAML-21", "目标"),
    ]
    assert [each.offset for each in find_colons("名称：甲，目标：乙", KNOWN)] == [2, 7]


def test_without_known_keys_whatever_may_be_one_counts() -> None:
    text = "投入：15\n过程:40\n  说明:\u3000无"
    assert [(each.code, each.key) for each in find_colons(text, None)] == [
        ("YAML-06", "投入"),
        ("YAML-21", "过程"),
        ("YAML-26", "说明"),
    ]


def test_a_comma_before_a_key_separates() -> None:
    assert find_later_key("600，预算数：3", KNOWN) == 3
    assert find_later_key("甲，乙：丙", KNOWN) is None


@pytest.mark.parametrize(
    ("text", "count", "mark"),
    [
        ("办公室，财务股", 1, 3),
        ("办公室，财务股", 3, 3),
        ("办公室、财务股", 1, 3),
        ("办公室；财务股", 1, 3),
        ("预算编制还不够精细完整，执行进度偏慢", 1, 11),
        ("办公室、财务股", 2, None),
        ("办公室、财务股、人事股", 2, 3),
        ("负责疾病预防控制和卫生应急、妇幼健康", 1, None),
        ("预算编制还不够精细完整，执行进度偏慢", 3, None),
        ("办公室", 1, None),
    ],
)
def test_marks_between_entries(text: str, count: int, mark: int | None) -> None:
    assert joining_mark(text, count) == mark


@pytest.mark.parametrize(
    ("key", "tail"),
    [("234", True), ("234.56", True), ("23", False), ("2345", False), ("甲", False)],
)
def test_a_key_may_be_the_tail_of_a_figure(key: str, *, tail: bool) -> None:
    assert is_tail(key) is tail


@pytest.mark.parametrize(
    "unit", ["1_", "1:", "1,111", "0", "“", "名称", " ", "- ", "，目标", "{", "．"]
)
def test_long_texts_come_to_an_end(unit: str) -> None:
    """A quadratic pattern would take minutes, and be noticed."""
    is_harmless(unit * 300_000 + "：")
    text = "甲" + unit * 300_000 + "x"
    assert find_trap(text) is None
    assert list(find_colons(text, KNOWN)) == []
    assert find_later_key(text, KNOWN) is None
