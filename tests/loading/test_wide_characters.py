"""Blanks, brackets and list marks that a Chinese keyboard or a word processor puts in."""

from __future__ import annotations

import pytest

from reportgen.loading.wide_characters import WIDE_BLANKS, blank_name, list_mark, mark_name
from reportgen.wording.language import Wording


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("• 甲", "• "),
        ("●甲", "●"),
        ("— 甲", "— "),
        ("－　甲", "－　"),
        ("、甲", "、"),
        ("-- 甲", "-- "),
        ("* 甲", "* "),
        ("-甲", "-"),
        ("-\u3000甲", "-"),
    ],
)
def test_a_mark_of_a_list_is_known(text: str, mark: str) -> None:
    found = list_mark(text)
    assert found is not None
    assert found[0] == mark


@pytest.mark.parametrize(
    "text", ["- 甲", "-", "-5.2", "---", "*80%", "**甲**", "——甲", "甲 • 乙", "•", ""]
)
def test_what_is_no_mark_is_left_alone(text: str) -> None:
    assert list_mark(text) is None


def test_each_blank_has_a_name() -> None:
    assert [blank_name(blank).zh for blank in "\u3000\xa0\u2003"] == [
        "全角空格",
        "网页或 Word 的不断行空格",
        "排版用的空格",
    ]
    assert all(blank.isspace() and blank_name(blank).en for blank in WIDE_BLANKS)


def test_a_bare_minus_is_named_by_what_it_lacks() -> None:
    assert mark_name("•") == "•"
    named = mark_name("-")
    assert isinstance(named, Wording)
    assert "空格" in named.zh
