"""Whether a folder can be worked in."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.cli.doctor_lines import Line, Verdict
from reportgen.cli.doctor_workspace import workspace_lines
from tests.workspace import DEPARTMENT, PROFILE, write_tree


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


@pytest.mark.parametrize(
    ("spoilt", "file"),
    [
        ({"templates/docx/notice.docx": b""}, "templates/docx/notice.docx"),
        ({"templates/docx/notice.yaml": "变体: {本县: 没有.docx}\n"}, "没有.docx"),
        ({"templates/docx/notice.yaml": "附带: [没有.png]\n"}, "没有.png"),
        ({"templates/docx/notice.docx": ("{{ 部门.名子 }}",)}, "templates/docx/notice.docx"),
    ],
)
def test_a_form_that_cannot_be_built_is_told(
    workspace: Path, spoilt: dict[str, str | bytes | tuple[str, ...]], file: str
) -> None:
    write_tree(workspace, spoilt)
    line = looked()["forms"]
    assert line.verdict is Verdict.BROKEN
    assert file in said(line)
    assert line.fixes
    write_tree(
        workspace, {"data/a.yaml": DEPARTMENT, "profiles/本县.yaml": "表单: [review-notes]\n"}
    )
    assert looked()["forms"].verdict is Verdict.LACKING, "no file wants it"


def test_a_file_that_names_no_profile_there_is_told(workspace: Path) -> None:
    text = DEPARTMENT.replace("口径: 本县", "口径: 本具")
    write_tree(workspace, {"data/b.yaml": text, "data/c.yaml": text})
    lines = [line for line in workspace_lines(Path("output")) if line.about == "data"]
    good, told = lines
    assert (good.verdict, told.verdict) == (Verdict.GOOD, Verdict.BROKEN)
    assert "没有“本具”这个口径，data/b.yaml 等 2 个文件生成不了" in said(told)
    assert "是否想写“本县”" in said(told)


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
