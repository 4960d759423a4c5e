"""Whether a folder can be worked in."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.cli.doctor_lines import Line, Verdict
from reportgen.cli.doctor_workspace import workspace_lines
from tests.workspace import PROFILE, write_tree


def looked(output: str = "output") -> dict[str, Line]:
    return {line.about: line for line in workspace_lines(Path(output))}


def said(line: Line) -> str:
    return "\n".join([line.said.say("zh"), *(fix.say("zh") for fix in line.fixes)])


@pytest.mark.usefixtures("workspace")
def test_a_workspace_is_counted() -> None:
    lines = looked()
    assert {line.verdict for line in lines.values()} == {Verdict.GOOD}
    assert said(lines["data"]) == "数据：1 个文件（data/）"
    assert "其中 1 种在自己的 templates/docx/" in said(lines["forms"])
    assert "其中 1 种在自己的 profiles/" in said(lines["profiles"])
    assert said(lines["output"]) == "输出：output/ 可以写入"


@pytest.mark.usefixtures("folder")
def test_an_empty_folder_can_be_built_in_but_has_no_data() -> None:
    lines = looked()
    assert lines["data"].verdict is Verdict.LACKING
    assert "reportgen new" in said(lines["data"])
    assert "其中 0 种" in said(lines["forms"])
    assert {each.verdict for name, each in lines.items() if name != "data"} == {Verdict.GOOD}
    assert not Path("output").exists()


def test_a_manifest_that_cannot_be_used_is_told_with_its_line(workspace: Path) -> None:
    write_tree(workspace, {"templates/docx/notice.yaml": "标题: 通知\n标头: 二\n"})
    line = looked()["forms"]
    assert line.verdict is Verdict.BROKEN
    assert "templates/docx/notice.yaml:2:1" in said(line)


def test_a_profile_that_cannot_be_used_is_told(workspace: Path) -> None:
    write_tree(workspace, {"profiles/本县.yaml": "继承: 没有的\n"})
    line = looked()["profiles"]
    assert line.verdict is Verdict.BROKEN
    assert "继承的“没有的”不存在" in said(line)
    write_tree(workspace, {"profiles/本县.yaml": PROFILE, "profiles/邻县.yaml": "继承: 没有的\n"})
    line = looked()["profiles"]
    assert line.verdict is Verdict.LACKING, "nobody uses it"
    assert "邻县.yaml" in said(line)


def test_an_output_folder_that_is_a_file_is_told(workspace: Path) -> None:
    write_tree(workspace, {"output": "", "file": ""})
    for output in ("output", "file/output"):
        line = looked(output)["output"]
        assert line.verdict is Verdict.BROKEN
        assert f"无法写入“{output}”" in said(line)
        assert "-o" in said(line)


@pytest.mark.usefixtures("folder")
def test_a_program_without_forms_is_not_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportgen.loading.resources._PACKAGE", tmp_path / "reportgen")
    line = looked()["forms"]
    assert line.verdict is Verdict.BROKEN
    assert "pip install" in said(line)
