"""Whose file it is: from its first lines, and never a guess."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reportgen.loading import identity
from reportgen.loading.identity import identify
from tests.workspace import DEPARTMENT, ROOT


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_published_file_is_known(path: Path) -> None:
    raw = path.read_bytes()
    data = yaml.safe_load(raw)
    known = identify(raw, "a.yaml")
    assert known is not None
    assert (known.year, known.name) == (str(data["年度"]), data["部门"]["名称"])
    assert known.profile == data["口径"]
    assert known.place.text == raw.decode().splitlines()[known.place.line - 1]
    assert known.place.text[known.place.column - 1 :].startswith(known.name)


def test_no_more_is_read_than_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []
    parse = yaml.parse

    def counting(*arguments: object, **more: object) -> object:
        for event in parse(*arguments, **more):  # type: ignore[arg-type]
            taken.append(event)
            yield event

    monkeypatch.setattr(identity.yaml, "parse", counting)
    assert identify((DEPARTMENT + "整改: [{情况: 长}, {情况: 长}]\n").encode(), "a") is not None
    assert len(taken) < 15


@pytest.mark.parametrize(
    ("text", "year", "name", "profile"),
    [
        (DEPARTMENT, "2024", "某县卫生健康局", "本县"),
        (
            "部门:\n  别名: [{名称: 甲}, 乙]\n  名称: '丙'\n年度: 2024\n",
            "2024",
            "丙",
            "national-2020",
        ),
        ("报告: {年度: 1, 部门: {名称: 甲}}\n" + DEPARTMENT, "2024", "某县卫生健康局", "本县"),
    ],
)
def test_only_the_outermost_keys_count(text: str, year: str, name: str, profile: str) -> None:
    known = identify(text.encode(), "a.yaml")
    assert known is not None
    assert (known.year, known.name, known.profile) == (year, name, profile)


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"\0", "年度: 2024".encode("gbk"), b"[", b"- 1", "年度: 2024\n".encode(),
        "年度: &a 2024\n部门: {名称: *b}\n".encode(), "年度: 24\n部门: {名称: 甲}\n".encode(),
        "年度: 2024\n部门: {名称: }\n".encode(), "年度: 2024\n部门: 甲\n".encode(),
        b"%TAG ! x\n" * 20, b"x" * 2_000_001,
    ],
    ids=range(12),
)  # fmt: skip
def test_what_does_not_tell_is_nobodys(raw: bytes) -> None:
    assert identify(raw, "a.yaml") is None


def test_what_stands_far_down_is_found_too() -> None:
    known = identify(("# 说明\n" * 1_000 + DEPARTMENT).encode(), "a.yaml")
    assert known is not None
    assert (known.name, known.place.line) == ("某县卫生健康局", 1_000 + known_line())


def known_line() -> int:
    lines = DEPARTMENT.splitlines()
    return next(n for n, line in enumerate(lines, 1) if "某县卫生健康局" in line)


def test_a_name_on_two_lines_is_not_cut_where_the_head_ends() -> None:
    for blanks in range(1_900, 2_010):
        head = f"年度: 2024\n口径: p\n#{'x' * blanks}\n".encode()
        known = identify(head + "部门:\n  名称: one\n    two\n".encode(), "a.yaml")
        assert known is not None
        assert known.name == "one two"
