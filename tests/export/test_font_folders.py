"""Faces on macOS, by the files in its folders."""

from pathlib import Path

import pytest

from reportgen.export.font_folders import MACOS_FOLDERS, fonts_in
from tests.workspace import write_tree


def test_font_files_are_found_in_folders_and_below(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "a/SimSun.TTF": b"",
            "a/Supplemental/Songti.ttc": b"",
            "a/readme.txt": b"",
            "b/Kai.otf": b"",
        },
    )
    found = fonts_in([tmp_path / "a", tmp_path / "nowhere", tmp_path / "b"])
    assert found == {"SimSun", "Songti", "Kai"}


def test_the_folder_of_the_user_is_one_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    write_tree(tmp_path, {"Library/Fonts/FZXBSJW.ttf": b""})
    assert "FZXBSJW" in fonts_in(MACOS_FOLDERS)
