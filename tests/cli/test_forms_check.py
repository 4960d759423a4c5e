"""reportgen forms check: what is wrong in a template, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.workspace import write_tree

GOOD = "templates/docx/notice.docx"


def test_a_good_template_ends_with_0(workspace: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("forms", "check", GOOD)
    assert (ended.code, ended.err) == (0, "")
    assert GOOD in ended.out


def test_a_wrong_tag_is_told_with_the_nearest_name(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"a.docx": ("一", "{{ 部门.名字 }}")})
    ended = run("forms", "check", "a.docx", GOOD)
    assert (ended.code, ended.err) == (1, "")
    assert "a.docx" in ended.out
    assert "名字" in ended.out
    assert "名称" in ended.out
    content = json.loads(run("forms", "check", "a.docx", GOOD, "--format", "json").out)
    assert content["version"] == 1
    assert content["files"] == ["a.docx", GOOD]
    (problem,) = content["problems"]
    assert (problem["file"], problem["severity"]) == ("a.docx", "error")
    assert problem["code"].startswith("FORM-")
    assert content["summary"]["error"] == 1


def test_what_is_no_template_cannot_be_checked(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"b.docx": b"no zip"})
    for path in ("没有.docx", "data", "b.docx"):
        ended = run("forms", "check", path)
        assert (ended.code, ended.out) == (2, "")
        assert path in ended.err
