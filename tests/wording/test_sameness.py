"""What two spellings have in common, and how people write that there is nothing."""

from __future__ import annotations

import pytest

from reportgen.wording.quantities import parse_quantity
from reportgen.wording.sameness import means_nothing, squeezed, unclosed


@pytest.mark.parametrize(
    ("text", "name"),
    [(" 报告和处理： ", "报告和处理"), ("甲。；", "甲"), ("：", ""), ("一 二", "一 二")],
)
def test_a_name_loses_its_closing_mark(text: str, name: str) -> None:
    assert unclosed(text) == name


@pytest.mark.parametrize(
    ("text", "squeezed_text"),
    [("79 元/人", "79元/人"), ("甲\u3000乙 ：", "甲乙"), ("逐步提高。", "逐步提高"), ("", "")],
)
def test_blanks_and_closing_marks_do_not_tell_texts_apart(text: str, squeezed_text: str) -> None:
    assert squeezed(text) == squeezed_text
    assert squeezed(parse_quantity(text)) == squeezed_text


@pytest.mark.parametrize("text", ["无", " 暂无。 ", "没有.", "不存在", "暂无问题", "", "  "])
def test_nothing_is_said_in_several_ways(text: str) -> None:
    assert means_nothing(text)


@pytest.mark.parametrize("text", ["无锡", "问题不存在于本级", "0"])
def test_other_words_say_something(text: str) -> None:
    assert not means_nothing(text)
