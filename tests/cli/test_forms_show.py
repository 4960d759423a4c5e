"""reportgen forms show: the fields of a form, and whether a file fills them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.workspace import write_tree


def test_the_fields_of_a_form_are_listed(workspace: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("forms", "show", "notice")
    assert (ended.code, ended.err) == (0, "")
    fields = [line.split("\t")[0] for line in ended.out.splitlines()[1:]]
    assert fields == ["年度", "部门.名称", "部门.联系人"]


def test_against_a_file_it_says_what_is_filled(workspace: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("forms", "show", "notice", "--data", "data/a.yaml")
    assert ended.code == 0
    states = {line.split("\t")[0]: line.split("\t")[-1] for line in ended.out.splitlines()}
    assert states["部门.名称"] != states["部门.联系人"]
    assert states["部门.名称"] == states["年度"]


def test_an_unknown_form_is_answered_with_the_nearest(workspace: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("forms", "show", "notise")
    assert (ended.code, ended.out) == (2, "")
    assert "是否想写“notice”" in ended.err


def test_a_file_that_cannot_be_read_ends_with_1(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"data/a.yaml": ""})
    ended = run("forms", "show", "notice", "--data", "data/a.yaml")
    assert ended.code == 1
    assert "YAML-01" in ended.out
