"""Which face is shown for each official one, from the fonts that are installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportgen.export import faces
from reportgen.export.faces import (
    FACES,
    Standing,
    rare_characters_without_face,
    shown_by_installed,
    shown_faces,
)
from tests.export.test_fontconfig import programs

WINDOWS = ("宋体", "新宋体", "simsun", "SimHei", "simhei", "FangSong", "simfang", "楷体", "simkai")


def standings(*names: str) -> dict[str, tuple[str, str | None]]:
    return {each.face.name: (each.standing.value, each.by) for each in shown_by_installed(names)}


def test_the_fonts_of_windows_serve_for_all_but_the_title() -> None:
    assert standings(*WINDOWS) == {
        "方正小标宋简体": ("other", None),
        "仿宋_GB2312": ("kin", "FangSong"),
        "楷体_GB2312": ("kin", "楷体"),
        "黑体": ("official", "SimHei"),
        "宋体": ("official", "宋体"),
    }


def test_the_official_face_comes_before_its_kin_and_kin_before_open_ones() -> None:
    kinds = ("FandolFang", "仿宋", "FANGSONG_GB2312")
    assert standings(*kinds)["仿宋_GB2312"] == ("official", "FangSong_GB2312")
    assert standings(*kinds[:2])["仿宋_GB2312"] == ("kin", "仿宋")
    assert standings(*kinds[:1])["仿宋_GB2312"] == ("open", "FandolFang")


def test_the_file_of_a_face_tells_it_too() -> None:
    assert standings("FZXBSJW")["方正小标宋简体"] == ("official", "FZXBSJW")
    assert standings("Arial")["方正小标宋简体"] == ("other", None)


def test_no_name_stands_for_two_faces() -> None:
    names = [name.casefold() for face in FACES for name in (face.name, *face.own, *face.kin)]
    assert len(names) == len(set(names))


def test_linux_shows_what_fontconfig_matches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shown_faces() is None
    assert rare_characters_without_face() is None
    kai = "print('FandolKai' if sys.argv[-1] == '楷体_GB2312' else 'DejaVu Sans', end='')"
    programs(tmp_path, fc_match=kai, fc_list="print(':charset=9555' in sys.argv and 'Noto' or '')")
    shown = {each.face.name: (each.standing, each.by) for each in shown_faces() or ()}
    assert shown["楷体_GB2312"] == (Standing.OPEN, "FandolKai")
    assert shown["宋体"] == (Standing.OTHER, "DejaVu Sans")
    assert rare_characters_without_face() == "喆玥昇犇燚"


def test_macos_shows_what_lies_in_its_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "SimSun.ttf").write_bytes(b"")
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(faces, "MACOS_FOLDERS", (tmp_path,))
    shown = {each.face.name: each.standing for each in shown_faces() or ()}
    assert (shown["宋体"], shown["黑体"]) == (Standing.OFFICIAL, Standing.OTHER)
    assert rare_characters_without_face() is None
