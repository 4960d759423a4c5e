"""A # inside a text: YAML takes the rest for a comment, and a clerk loses it without a word."""

import pytest

from reportgen.loading.yaml_source import read_yaml


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("标题: 改造了 #3 号楼", 9),
        ("标题: #推进医改", 5),
        ("标题: '改造' #3号楼", 10),
    ],
)
def test_text_after_a_number_sign_is_not_dropped_silently(line: str, column: int) -> None:
    source = read_yaml("a.yaml", f"报告:\n  {line}\n".encode())
    found = [(each.code, each.place.line, each.place.column) for each in source.findings]
    expected = [] if "'" in line else [("YAML-25", 2, column + 2)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "报告: # 说明\n  标题: 某局 # 说明\n",
        "#说明\n报告:\n  #说明\n  标题: 某局#3楼\n",
        "报告:\n  标题: 某局 ##\n",
        "报告:\n  标题: '改造了 #3 号楼'\n",
    ],
)
def test_comments_and_quoted_texts_stay(text: str) -> None:
    assert read_yaml("a.yaml", text.encode()).findings == ()
