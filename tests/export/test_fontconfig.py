"""What is asked of fontconfig. What it answers is tried in tests/pages/test_faces.py."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reportgen.export.fontconfig import fontconfig_is_here, matched, shown_with

TELLS_ITS_ARGUMENTS = "print(*sys.argv[1:], sep='|', end='')"


def programs(folder: Path, **behaviour: str) -> None:
    """Write programs that stand in for fontconfig's."""
    for name, code in behaviour.items():
        program = folder / name.replace("_", "-")
        program.write_text(f"#!{sys.executable}\nimport sys\n{code}\n", "utf-8")
        program.chmod(0o755)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_both_programs_are_needed(folder: Path) -> None:
    assert not fontconfig_is_here()
    programs(folder, fc_match="")
    assert not fontconfig_is_here()
    programs(folder, fc_list="")
    assert fontconfig_is_here()


def test_names_are_written_so_that_they_stay_names(folder: Path) -> None:
    programs(folder, fc_match=TELLS_ITS_ARGUMENTS)
    assert matched("FZXiaoBiaoSong-B05S") == (r"-f|%{family}|FZXiaoBiaoSong\-B05S",)


def test_a_face_may_have_several_names(folder: Path) -> None:
    programs(folder, fc_match="print('FandolFang,FandolFang R', end='')")
    assert matched("仿宋") == ("FandolFang", "FandolFang R")


def test_a_character_that_no_face_has_is_shown_by_none(folder: Path) -> None:
    programs(folder, fc_match="print('DejaVu Sans', end='')", fc_list="")
    assert shown_with("仿宋", "镕") is None
    programs(folder, fc_list="print('Noto Serif CJK SC' if ':charset=9555' in sys.argv else '')")
    assert shown_with("仿宋", "镕") == "DejaVu Sans"
    assert shown_with("仿宋", "喆") is None


@pytest.mark.parametrize("broken", ["sys.exit(1)", "raise SystemError"])
def test_a_fontconfig_that_does_not_answer_shows_nothing(folder: Path, broken: str) -> None:
    programs(folder, fc_match=broken, fc_list=broken)
    assert matched("仿宋") == ("",)
    assert shown_with("仿宋", "镕") is None
