"""Lines with their indentation, their key and their neighbours."""

from __future__ import annotations

import pytest

from reportgen.loading.source_lines import Line, line_at, lines_above, lines_below

TEXT = "部门:\n\n  # 说明\n  名称: 甲\n  所属单位:\n    - 名称:  乙 \n"


@pytest.mark.parametrize(
    ("text", "key", "column", "value"),
    [
        ("部门:", "部门", 0, ""),
        ("  名称: 甲 ", "名称", 2, "甲"),
        ("    - 名称:  乙", "名称", 6, "乙"),
        ("- - 名称: 乙", "名称", 4, "乙"),
        ("  - 乙", None, 2, ""),
        ("名称：甲", None, 0, ""),
        ("一句话，里面有冒号: 甲", None, 0, ""),
    ],
)
def test_a_line_knows_its_key(text: str, key: str | None, column: int, value: str) -> None:
    line = Line(0, text)
    assert (line.key, line.key_column, line.value.text) == (key, column, value)
    assert text.startswith(value, line.value.start)


def test_items_begin_with_a_mark() -> None:
    assert [Line(0, text).is_item for text in ("- 甲", "  -", "-甲", "甲")] == [
        True,
        True,
        False,
        False,
    ]


def test_neighbours_are_the_lines_that_hold_data() -> None:
    name = line_at(TEXT, TEXT.index("甲"))
    assert name.content == "名称: 甲"
    assert [each.content for each in lines_above(TEXT, name)] == ["部门:"]
    assert [each.content for each in lines_below(TEXT, name)] == ["所属单位:", "- 名称:  乙"]
    assert [each.indent for each in lines_below(TEXT, name)] == [2, 4]
