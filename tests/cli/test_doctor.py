"""reportgen doctor: what is here, what is missing, how to get it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workspace import spawn, write_tree


@pytest.fixture
def bare(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer without LibreOffice and fontconfig."""
    (workspace / "bin").mkdir()
    monkeypatch.setenv("PATH", str(workspace / "bin"))
    monkeypatch.delenv("REPORTGEN_SOFFICE", raising=False)
    return workspace


@pytest.mark.usefixtures("bare")
def test_what_only_pdf_needs_is_told_and_is_no_error(run: Run) -> None:
    ended = run("doctor")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0].startswith("✓ reportgen ")
    assert "! LibreOffice：没有找到；生成 Word 用不着，PDF、页面图和 proof 用得着" in lines
    assert "! 字体：没有 fontconfig，看不出有哪些字体" in lines
    assert lines[-1] == "可以生成 Word 文书"
    assert not any(line.startswith("✗") for line in lines)


def test_what_no_build_can_do_without_ends_with_1(bare: Path, run: Run) -> None:
    write_tree(bare, {"output": ""})
    ended = run("doctor")
    assert ended.code == 1
    assert "✗ 输出：" in ended.out
    assert ended.out.splitlines()[-1] == "还不能生成 Word 文书：先改正标着 ✗ 的"
    assert run("build").code == 2, "and so it is"


def test_it_speaks_english_when_asked(run: Run) -> None:
    ended = run("doctor", "--lang", "en")
    assert ended.code == 0
    assert "Word documents can be built" in ended.out
    assert "! Data: There is no file or folder" in ended.out


def test_the_same_ways_to_get_faces_are_told_once(bare: Path, run: Run) -> None:
    for name in ("fc-match", "fc-list"):
        (bare / "bin" / name).write_text("#!/bin/sh\n", "utf-8")
        (bare / "bin" / name).chmod(0o755)
    told = run("doctor").out
    assert told.count("也没有同类的") == 5
    assert told.count("WPS：") == 2, "for the face of titles, and for the others"


def test_json_holds_every_line(bare: Path, run: Run) -> None:
    write_tree(bare, {"output": ""})
    ended = run("doctor", "--format", "json")
    assert ended.code == 1
    content = json.loads(ended.out)
    assert list(content) == ["version", "ready", "checks", "summary"]
    assert (content["version"], content["ready"]) == (1, False)
    (output,) = [each for each in content["checks"] if each["about"] == "output"]
    assert output["status"] == "error"
    assert output["message"].startswith("输出：无法写入“output”")
    assert output["fix"] == ["换一个文件夹：-o 文件夹"]
    statuses = [each["status"] for each in content["checks"]]
    assert content["summary"] == {each: statuses.count(each) for each in ("ok", "warning", "error")}


def test_gbk_gets_marks_that_it_has(workspace: Path) -> None:
    ended = spawn(workspace, "doctor", PYTHONIOENCODING="gbk")
    said = ended.stdout.decode("gbk")
    assert said.startswith("√ reportgen ")
    assert "终端：编码 gbk，能显示中文" in said


def test_a_terminal_without_chinese_is_told_so_in_english(workspace: Path) -> None:
    ended = spawn(workspace, "doctor", PYTHONIOENCODING="cp437")
    said = ended.stdout.decode("cp437")
    assert ended.returncode == 0
    assert "! Terminal: encoding cp437, cannot show Chinese" in said
    assert "FangSong_GB2312" in said or "fontconfig" in said
    assert "chcp 65001" in said
