"""The open faces stand in for the official ones, as fonts/reportgen-fonts.conf says.

What is tried is fontconfig itself, told of no fonts, of some, or of those that `make system`
installs; and LibreOffice, which asks it.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from reportgen.cli.main import main
from reportgen.export.faces import (
    FACES,
    RARE,
    Standing,
    rare_characters_without_face,
    shown_faces,
)
from reportgen.export.fontconfig import matched, shown_with
from tests.pages.office import ROOT, to_pdf

RULES = ROOT / "fonts/reportgen-fonts.conf"
INSTALLED = ("/usr/share/fonts", "/usr/local/share/fonts")
FANDOL = "/usr/local/share/fonts/fandol"
NOTO_IS_DEFAULT = Path("/etc/fonts/conf.d/70-fonts-noto-cjk.conf")
STAND_INS = {
    "方正小标宋简体": "FandolSong",
    "FZXiaoBiaoSong-B05S": "FandolSong",
    "方正小标宋_GBK": "FandolSong",
    "仿宋_GB2312": "FandolFang",
    "FangSong_GB2312": "FandolFang",
    "仿宋": "FandolFang",
    "FangSong": "FandolFang",
    "楷体_GB2312": "FandolKai",
    "KaiTi_GB2312": "FandolKai",
    "楷体": "FandolKai",
    "KaiTi": "FandolKai",
    "黑体": "FandolHei",
    "SimHei": "FandolHei",
    "宋体": "FandolSong",
    "SimSun": "FandolSong",
}


class Fontconfig:
    """A fontconfig of the test's own: which folders of fonts it knows, and its rules."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._file = folder / "fonts.conf"
        self._folder = folder
        monkeypatch.setenv("FONTCONFIG_FILE", str(self._file))

    def knows(self, *folders: str, rules: tuple[Path, ...] = (), more: str = "") -> None:
        # What was read of a font is remembered with the rules under which it was read.
        lines = [f"<cachedir>{tempfile.mkdtemp(dir=self._folder)}</cachedir>", more]
        lines += [f"<dir>{folder}</dir>" for folder in folders]
        lines += [f"<include>{rule}</include>" for rule in rules]
        doctype = '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        content = f'<?xml version="1.0"?>{doctype}<fontconfig>{"".join(lines)}</fontconfig>'
        self._file.write_text(content, "utf-8")


@pytest.fixture
def fontconfig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fontconfig:
    return Fontconfig(tmp_path, monkeypatch)


def standings() -> dict[str, tuple[Standing, str | None]]:
    return {each.face.name: (each.standing, each.by) for each in shown_faces() or ()}


@pytest.mark.parametrize(("name", "stand_in"), STAND_INS.items())
def test_every_official_name_has_its_stand_in(
    fontconfig: Fontconfig, name: str, stand_in: str
) -> None:
    fontconfig.knows(*INSTALLED, rules=(RULES, NOTO_IS_DEFAULT))
    assert stand_in in matched(name)


def test_without_the_rules_the_names_mean_nothing(fontconfig: Fontconfig) -> None:
    fontconfig.knows(*INSTALLED, rules=(NOTO_IS_DEFAULT,))
    assert not any(stand_in in matched(name) for name, stand_in in STAND_INS.items())


@pytest.mark.parametrize(
    ("pattern", "file"),
    [
        ("宋体", "FandolSong-Regular.otf"),
        ("宋体:bold", "FandolSong-Bold.otf"),
        ("黑体", "FandolHei-Regular.otf"),
        ("黑体:bold", "FandolHei-Bold.otf"),
        ("方正小标宋简体", "FandolSong-Bold.otf"),
    ],
)
def test_the_bold_faces_of_fandol_are_only_used_for_bold(
    fontconfig: Fontconfig, pattern: str, file: str
) -> None:
    fontconfig.knows(FANDOL, rules=(RULES,))
    assert Path(file_of(pattern)).name == file


def test_an_installed_face_wins_then_its_kin_then_the_open_one(fontconfig: Fontconfig) -> None:
    called = "<match target='scan'><test name='family'><string>FandolHei</string></test>{}</match>"
    rename = "<edit name='family' mode='assign'><string>{}</string></edit>"
    for name in ("FangSong_GB2312", "FangSong"):
        fontconfig.knows(FANDOL, rules=(RULES,), more=called.format(rename.format(name)))
        assert matched("FangSong_GB2312") == (name,)
    fontconfig.knows(FANDOL, rules=(RULES,))
    assert "FandolFang" in matched("FangSong_GB2312")


def test_rare_characters_come_from_noto(fontconfig: Fontconfig) -> None:
    fontconfig.knows(*INSTALLED, rules=(RULES, NOTO_IS_DEFAULT))
    assert rare_characters_without_face() == ""
    for face in ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "宋体"):
        assert {shown_with(face, each) for each in RARE} == {"Noto Serif CJK SC"}, face
    assert {shown_with("黑体", each) for each in RARE} == {"Noto Sans CJK SC"}
    assert shown_with("仿宋_GB2312", "县") == "FandolFang"


def test_a_computer_with_no_fonts_shows_no_face(
    fontconfig: Fontconfig, capsys: pytest.CaptureFixture[str]
) -> None:
    fontconfig.knows()
    assert set(standings().values()) == {(Standing.OTHER, None)}
    assert rare_characters_without_face() == RARE
    assert main(["doctor", "--lang", "zh"]) == 0
    assert capsys.readouterr().out.count("也没有同类的") == len(FACES)


def test_a_computer_with_some_fonts_shows_those(fontconfig: Fontconfig) -> None:
    fontconfig.knows(FANDOL, rules=(RULES,))
    assert {standing for standing, _ in standings().values()} == {Standing.OPEN}
    assert rare_characters_without_face() == RARE, "Fandol has none of them"
    fontconfig.knows("/usr/share/fonts/truetype/liberation2", rules=(RULES,))
    for standing, by in standings().values():
        assert standing is Standing.OTHER
        assert str(by).startswith("Liberation")


def test_make_system_leaves_nothing_to_be_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert {standing for standing, _ in standings().values()} <= set(Standing) - {Standing.OTHER}
    assert main(["doctor", "--lang", "zh"]) == 0
    told = capsys.readouterr().out
    assert told.count("✓ 字体") == len(FACES)
    assert "✓ 生僻字" in told
    assert "✓ LibreOffice" in told


def test_a_page_shows_every_face_and_every_rare_character(tmp_path: Path) -> None:
    document = docx.Document()
    for face in FACES:
        run = document.add_paragraph().add_run(f"县卫健局{RARE}")
        run.font.name = face.own[0]
        run.element.rPr.rFonts.set(qn("w:eastAsia"), face.own[0])
    source = tmp_path / "faces.docx"
    document.save(str(source))
    with pdfplumber.open(to_pdf([source], tmp_path)[source]) as pdf:
        lines = pdf.pages[0].extract_text_lines()
    shown = [
        {kind: {_family(each["fontname"]) for each in line["chars"] if each["text"] in of}
         for kind, of in (("plain", "县卫健局"), ("rare", RARE))}
        for line in lines
    ]  # fmt: skip
    assert [line["text"] for line in lines] == [f"县卫健局{RARE}"] * len(FACES)
    assert [each["plain"] for each in shown] == [
        {"FandolSong-Bold"}, {"FandolFang-Regular"}, {"FandolKai-Regular"},
        {"FandolHei-Regular"}, {"FandolSong-Regular"},
    ]  # fmt: skip
    assert all(name.startswith("Noto") for each in shown for name in each["rare"])


def _family(name: str) -> str:
    """Return the name of a face in a PDF without the tag of its subset."""
    return name.partition("+")[2] or name


def file_of(pattern: str) -> str:
    command = ["fc-match", "-f", "%{file}", pattern]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
