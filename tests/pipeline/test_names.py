"""File names that Windows takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.pipeline.names import safe_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("某县卫生健康局", "某县卫生健康局"),
        ('a<b>c:d"e/f\\g|h?i*j', "a＜b＞c：d＂e／f＼g｜h？i＊j"),
        ("  前后 空  格 . ", "前后 空 格"),
        ("...", "_"),
        ("", "_"),
        ("..", "_"),
        (".隐藏", "隐藏"),
        ("一行\n二行\t三", "一行 二行 三"),
        ("响\x07铃\u202e反\u200b零", "响铃反零"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("COM¹", "_COM¹"),
        ("console", "console"),
        ("e\u0301", "é"),
        ("字" * 99, "字" * 60),
        ("字" * 59 + " 字", "字" * 59),
        ("𠮷" * 60, "𠮷" * 50),
        ("\ud800", "_"),
    ],
)
def test_a_name_is_made_safe(typed: str, name: str) -> None:
    assert safe_name(typed) == name


@given(st.text(max_size=100))
def test_any_text_gives_a_safe_name(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name) <= 61
    assert len(f"{name}.edited.docx".encode()) < 256
    assert not set(name) & set('<>:"/\\|?*\x00\x1f')
    assert name == name.strip(" .")
    assert safe_name(name) == name
