"""Carets under the right character, also where characters are two columns wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.cli.excerpt import cells, excerpt, visible


def under(text: str, column: int, room: int = 68) -> str:
    """Return the character that the caret stands under."""
    line, blanks = excerpt(text, column, room)
    at = 0
    for character in line:
        if at == len(blanks) and cells(character):
            return character
        at += cells(character)
    return "" if at == len(blanks) else "none"


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("年度: 2024", 1, "年"),
        ("年度: 2024", 5, "2"),
        ("  - 名称: 基本支出，执行数：1", 10, "本"),
        ("ｅé𠮷😀x", 5, "x"),
        ("e\u0301x", 3, "x"),
        ("a\tb", 3, "b"),
        ("年度:", 4, ""),
        ("年度:", 99, ""),
    ],
)
def test_the_caret_stands_under_its_character(text: str, column: int, expected: str) -> None:
    assert under(text, column) == expected


@pytest.mark.parametrize("column", [1, 2, 40, 41, 300, 399, 400])
@pytest.mark.parametrize("filler", ["字", "a", "字a"])
def test_a_long_line_is_cut_around_the_caret(filler: str, column: int) -> None:
    text = list((filler * 400)[:400])
    text[column - 1] = "＊"
    line, _ = excerpt("".join(text), column)
    assert under("".join(text), column) == "＊"
    assert cells(line) <= 68 + 2 * len("...")
    assert line.startswith("...") == (column >= 40)
    assert line.endswith("...") == (column < 360)


@given(st.text(max_size=200), st.integers(1, 220), st.integers(20, 100))
def test_no_line_breaks_the_excerpt(text: str, column: int, room: int) -> None:
    line, blanks = excerpt(text, column, room)
    assert blanks.strip(" ") == ""
    assert len(blanks) <= cells(line) <= room + 6
    assert "\n" not in line


def test_what_moves_the_cursor_is_not_printed() -> None:
    assert visible("a\x1b[31mb\r\nc\u202ed\u200be\x9b\ud800") == "a�[31mb  c�d�e��"
    assert visible("plain") == "plain"
