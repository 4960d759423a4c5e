"""A text over several lines, which YAML would join with blanks."""

from __future__ import annotations

import pytest

from reportgen.loading.folded_texts import find_fold, swallows_lines
from tests.loading.slips import places, words

HEAD = "年度: 2021\n部门:\n  名称: 甲\n"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("  职能:\n    负责规划。\n    负责卫生。\n", 6, "“|”"),
        ("  职能: 负责规划。\n    负责卫生。\n", 5, "接成一行"),
        ("  职能: '负责规划。\n    负责卫生。'\n", 5, "接成一行"),
        ("  职能:\n    • 负责规划\n    • 负责卫生\n", 5, "“- ”"),
        ("  职能:\n    负责规划\n    • 负责卫生\n", 6, "•"),
        ("  职能:\n    负责规划\n    - 负责卫生\n", 5, "“- ”"),
        ("  职能:\n    -负责规划\n    -负责卫生\n", 5, "后面没有空格"),
        ("  职能:\n    1、负责规划\n    2、负责卫生\n", 5, "1、"),
        ("  职能:\n    （一）负责规划\n    （二）负责卫生\n", 5, "（一）"),
        ("  主要工作:\n    改造\n    - 培训\n", 5, "“- ”"),
        ("  职能: 支出12\n    34万元\n", 5, "中间多出空格"),
        ("  职能: 其中3.\n    5万元\n", 5, "中间多出空格"),
        ("  职能: '支出12\n    abc'\n", 5, "中间多出空格"),
        ("  职能: >\n    负责规划。\n    负责卫生。\n", 6, "中间多出空格"),
        ("  职能: >-\n    支出1\n    2万元\n", 6, "中间多出空格"),
    ],
)
def test_lines_are_not_joined_silently(text: str, line: int, said: str) -> None:
    ((_, found, _),) = places(HEAD + text)
    assert found == line
    assert said in words(HEAD + text)


@pytest.mark.parametrize(
    "text",
    [
        "  职能: |\n    负责规划。\n    负责卫生。\n",
        "  职能:\n    负责规划。\n\n    负责卫生。\n",
        "  职能: >\n    负责规划。\n\n    负责卫生。\n",
        "  职能: >-\n    one\n    two\n",
        "  职能: one,\n    two (three)\n    four\n",
        '  职能: "负责规划。\\\n    负责卫生。"\n',
        "  职能: one\n    two\n",
        "  职能:\n    - 负责 规划\n    - 负责卫生\n",
    ],
)
def test_what_loses_nothing_passes(text: str) -> None:
    assert places(HEAD + text) == []


def test_a_quote_that_takes_keys_with_it_is_told_where_it_opens() -> None:
    text = HEAD + "  联系人: '方某某\n  预算编码: 1\n  职能: 负责规划'\n"
    assert places(text) == [("YAML-20", 4, 8)]
    assert "引号没有结束" in words(text)


def test_a_text_of_one_line_is_no_fold() -> None:
    assert find_fold("甲 乙") is None
    assert not swallows_lines("'甲\n乙'")
    assert swallows_lines("'甲\n  名称: 乙'")
