"""reportgen forms list."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.workspace import write_tree


def test_forms_are_listed_with_the_profiles_that_build_them(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"profiles/邻县.yaml": "继承: 本县\n"})
    ended = run("forms")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == "表单\t名称\t每份对应\t默认用于口径"
    assert "notice\t通知\t部门\t本县、邻县" in lines
    assert ended.out == run("forms", "list").out


def test_forms_are_listed_in_english(workspace: Path, run: Run) -> None:  # noqa: ARG001
    lines = run("forms", "--lang", "en").out.splitlines()
    assert lines[0] == "Form\tTitle\tOne for each\tBuilt by default for"
    assert any(line.startswith("notice\tNotice\t") for line in lines)


def test_a_broken_manifest_stops_the_run_with_its_place(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"templates/docx/notice.yaml": "标题: 通知\n范围: 单位\n"})
    ended = run("forms")
    assert (ended.code, ended.out) == (2, "")
    assert "templates/docx/notice.yaml:2:5: DATA-" in ended.err
