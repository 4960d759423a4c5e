"""Encodings that are named, and characters that no form can show."""

from __future__ import annotations

import pytest

from reportgen.loading.source_text import read_text, split_lines, unsayable
from reportgen.loading.yaml_source import read_yaml

TEXT = "年度: 2021\n部门:\n  名称: 某局\n"
ENCODINGS = [
    ("gb18030", "GBK", 1, 1),
    ("gbk", "GBK", 1, 1),
    ("utf-16", "UTF-16", 1, 1),
    ("utf-16-le", "UTF-16", 1, 1),
    ("utf-16-be", "UTF-16", 1, 1),
    ("big5", "其他编码", 1, 1),
]


@pytest.mark.parametrize(("encoding", "name", "line", "column"), ENCODINGS)
def test_another_encoding_is_named(encoding: str, name: str, line: int, column: int) -> None:
    text = TEXT if encoding != "big5" else "年度: 2021\n部門:\n"
    source = read_text("a.yaml", text.encode(encoding))
    assert source.text is None
    found = source.findings[0]
    assert found.code == "YAML-02"
    assert name in found.say("zh")
    assert (found.place.line, found.place.column) == (line, column)
    assert "记事本" in found.say_hint("zh")


def test_the_line_of_a_gbk_file_can_be_read() -> None:
    raw = b"# data\r\na: 1\r\n" + TEXT.encode("gbk")
    place = read_text("a.yaml", raw).findings[0].place
    assert (place.line, place.column, place.text) == (3, 1, "年度: 2021")


def test_a_damaged_byte_is_pointed_at() -> None:
    raw = b"\xef\xbb\xbf" + TEXT.encode().replace("某".encode(), b"\xe6\x9f")
    found = read_text("a.yaml", raw).findings[0]
    assert found.code == "YAML-02"
    assert (found.place.line, found.place.column) == (3, 7)
    assert "损坏" in found.say("zh")


def test_a_damaged_gbk_file_is_not_said_to_be_gbk() -> None:
    raw = TEXT.encode("gb18030") + b"\xff\xff"
    found = read_text("a.yaml", raw).findings[0]
    assert "损坏" in found.say("zh")


def test_a_surrogate_in_bytes_is_no_utf8() -> None:
    raw = "a: 甲\ud800".encode("utf-8", "surrogatepass")
    found = read_text("a.yaml", raw).findings[0]
    assert (found.code, found.place.column) == ("YAML-02", 5)


@pytest.mark.parametrize("raw", [b"PK\x03\x04\x14\0\x06\0", b"a: 1\nb: \0", b"\0" * 40])
def test_a_binary_file_is_refused(raw: bytes) -> None:
    found = read_text("a.yaml", raw).findings[0]
    assert found.code == "YAML-03"
    assert found.place.line == raw[: raw.index(b"\0")].count(b"\n") + 1
    assert "Word" in found.say_hint("zh")


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b" \r\n\n"])
def test_an_empty_file_is_refused(raw: bytes) -> None:
    assert [each.code for each in read_text("a.yaml", raw).findings] == ["YAML-01"]


def test_each_line_with_an_invisible_character_is_told_and_the_rest_is_read() -> None:
    source = read_text("a.yaml", b"a: \x07\x08\nb: 1\nc: \x7f")
    assert [(each.place.line, each.place.column) for each in source.findings] == [(1, 4), (3, 4)]
    assert source.text is not None
    assert source.text.split("\n")[1] == "b: 1"


@pytest.mark.parametrize("character", ["\u200b", "\ufeff", "\xad", "\u2060", "\u200e", "\u202a"])
def test_what_no_editor_shows_is_told(character: str) -> None:
    source = read_text("a.yaml", f"部门:\n  名称: 某{character}局\n".encode())
    (found,) = source.findings
    assert (found.code, found.place.line, found.place.column) == ("YAML-17", 2, 8)
    assert f"U+{ord(character):04X}" in found.say("zh")


@pytest.mark.parametrize("text", ["家\u200d庭", "\u200c", "👨\u200d👩"])
def test_the_joiners_of_emoji_and_of_other_scripts_stay(text: str) -> None:
    assert read_text("a.yaml", text.encode()).findings == ()


def test_an_unseen_character_before_a_line_leaves_its_indentation() -> None:
    source = read_text("a.yaml", "a:\n  b: 1\n\ufeff  c: 2\n".encode())
    assert [each.code for each in source.findings] == ["YAML-17"]
    assert source.text == "a:\n  b: 1\n  c: 2 \n"


@pytest.mark.parametrize(
    "typed", ["  \x07实有人数: 4", " \u200b 实有人数: 4", "\ufeff  实有人数: 4"]
)
def test_nothing_else_is_told_of_its_line(typed: str) -> None:
    text = f"年度: 2021\n部门:\n  名称: 甲\n{typed}\n  编制人数: 3\n"
    assert [each.code for each in read_yaml("a.yaml", text.encode()).findings] == ["YAML-17"]


def test_lines_end_where_yaml_ends_them() -> None:
    assert split_lines("a\r\nb\rc\nd\x0be\x0cf\u2029g") == ("a", "b", "c", "d\x0be\x0cf\u2029g")


@pytest.mark.parametrize(
    ("text", "name"),
    [("甲\t\n乙", None), ("\x07", "U+0007"), ("\ud800", "U+D800"), ("\u2028", None)],
)
def test_what_a_form_cannot_show_is_named(text: str, name: str | None) -> None:
    assert unsayable(text) == name
