"""What doctor makes of what it found."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from reportgen.cli.doctor_lines import (
    EXTRAS,
    Line,
    Verdict,
    extra_line,
    face_lines,
    office_line,
    rare_characters_line,
    terminal_line,
)
from reportgen.export.faces import FACES, Shown, Standing, shown_by_installed
from reportgen.export.libreoffice import Office
from tests.workspace import ROOT


def said(line: Line) -> str:
    return "\n".join([line.said.say("zh"), *(fix.say("zh") for fix in line.fixes)])


def office(folder: Path, version: str) -> Office:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\necho '{version}'\n", "utf-8")
    program.chmod(0o755)
    return Office(program)


def test_a_face_that_is_here_needs_nothing() -> None:
    (line, *_) = face_lines(shown_by_installed(["方正小标宋简体"]))
    assert (line.verdict, said(line)) == (Verdict.GOOD, "字体 方正小标宋简体：已安装")
    assert line.said.say("en") == "Face FZXiaoBiaoSong-B05S: installed"


@pytest.mark.parametrize(
    ("installed", "number", "words"),
    [("仿宋", 1, "有同类的 仿宋"), ("FandolHei", 3, "用开源的 FandolHei 代替")],
)
def test_what_stands_in_for_a_face_is_named(installed: str, number: int, words: str) -> None:
    line = list(face_lines(shown_by_installed([installed])))[number]
    assert line.verdict is Verdict.GOOD
    assert FACES[number].name in said(line)
    assert words in said(line)


def test_a_missing_face_comes_with_the_way_to_get_it_everywhere() -> None:
    lines = list(face_lines(shown_by_installed([])))
    assert [line.verdict for line in lines] == [Verdict.LACKING] * len(FACES)
    for line in lines:
        starts = [fix.say("zh").partition("：")[0] for fix in line.fixes]
        assert starts == ["Windows", "WPS", "Debian"]
    assert "方正字库" in said(lines[0])
    assert "补充字体" in said(lines[1])


def test_what_is_shown_instead_is_named() -> None:
    (line,) = face_lines([Shown(FACES[4], Standing.OTHER, "DejaVu Sans")])
    assert "会显示成 DejaVu Sans" in said(line)


def test_without_fontconfig_nothing_is_claimed_of_faces() -> None:
    (line,) = face_lines(None)
    assert line.verdict is Verdict.LACKING
    assert "fontconfig" in said(line)


def test_rare_characters_that_cannot_be_shown_are_listed() -> None:
    assert rare_characters_line("").verdict is Verdict.GOOD
    line = rare_characters_line("镕喆")
    assert line.verdict is Verdict.LACKING
    assert "镕喆" in said(line)
    assert "fonts-noto-cjk" in said(line)


def test_a_terminal_that_cannot_show_chinese_comes_with_the_fix() -> None:
    assert terminal_line("utf-8", shows_chinese=True).verdict is Verdict.GOOD
    line = terminal_line("cp437", shows_chinese=False)
    assert line.verdict is Verdict.LACKING
    assert "cp437" in said(line)
    assert "chcp 65001" in said(line)


@pytest.mark.parametrize(
    ("told", "verdict", "words"),
    [
        ("LibreOffice 24.8.1.2 abc", Verdict.GOOD, "LibreOffice 24.8.1.2"),
        ("LibreOffice 7.4.7.2 40(Build:2)", Verdict.GOOD, "LibreOffice 7.4.7.2"),
        ("LibreOffice 7.3.9.1", Verdict.LACKING, "版面是用 7.4 核对的"),
        ("LibreOffice 6.10.0", Verdict.LACKING, "winget install"),
        ("", Verdict.LACKING, "不肯说自己的版本"),
    ],
)
def test_libreoffice_is_judged_by_its_version(
    tmp_path: Path, told: str, verdict: Verdict, words: str
) -> None:
    line = office_line(office(tmp_path, told))
    assert line.verdict is verdict
    assert words in said(line)


def test_without_libreoffice_word_documents_can_be_built() -> None:
    line = office_line(None)
    assert line.verdict is Verdict.LACKING
    assert "生成 Word 用不着" in said(line)
    assert "winget install" in said(line)
    assert "apt install" in said(line)


def test_a_variable_that_points_nowhere_is_named() -> None:
    line = office_line(None, "/nowhere/soffice")
    assert line.verdict is Verdict.LACKING
    assert "REPORTGEN_SOFFICE 写的“/nowhere/soffice”不是能运行的程序" in said(line)
    assert "删掉这个环境变量" in said(line)
    assert "winget" not in said(line)


def test_an_extra_that_is_missing_says_who_needs_it() -> None:
    assert extra_line("cluster", "build --cluster", is_here=True).verdict is Verdict.GOOD
    line = extra_line("cluster", "build --cluster", is_here=False)
    assert line.verdict is Verdict.LACKING
    assert "只有 build --cluster 用得着" in said(line)
    assert 'pip install ".[cluster]"' in said(line)


def test_every_extra_is_one_of_the_package_and_brings_what_is_looked_for() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    assert set(EXTRAS) == set(extras) - {"test", "pages"}
    distributions = packages_distributions()
    for extra, (packages, _) in EXTRAS.items():
        brought = {re.split(r"[<>=]", each)[0] for each in extras[extra]}
        assert {distributions[package][0] for package in packages} == brought
