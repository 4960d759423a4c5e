"""reportgen forms check."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workspace import DEPARTMENT, write_tree

WRONG = ("{{ 部门.名字 }}", "{{ 年度|保流 }}")


def test_a_clean_template_is_told_to_be_clean(workspace: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("forms", "check", "templates/docx/notice.docx")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "templates/docx/notice.docx：没有问题\n"


def test_every_problem_has_its_place_its_code_and_a_remedy(folder: Path, run: Run) -> None:
    write_tree(folder, {"a.docx": WRONG, "b.docx": ("甲",)})
    ended = run("forms", "check", "a.docx", "b.docx")
    assert ended.code == 1
    assert ended.out.splitlines() == [
        "a.docx：第1段：FORM-01 错误 {{ 部门.名字 }} 没有“部门.名字”这一项",
        "  建议：是否想写“部门.名称”？可用的名称与数据文件的键相同，见 reportgen forms tags",
        "a.docx：第2段：FORM-06 错误 {{ 年度|保流 }} 没有“|保流”这个过滤器",
        "  建议：是否想写“保留”？可用的名称与数据文件的键相同，见 reportgen forms tags",
        "b.docx：没有问题",
        "共 2 处问题",
    ]


def test_problems_for_programs(folder: Path, run: Run) -> None:
    write_tree(folder, {"a.docx": WRONG})
    ended = run("forms", "check", "a.docx", "--format", "json", "--lang", "en")
    told = json.loads(ended.out)
    assert (ended.code, told["version"], told["files"]) == (1, 1, ["a.docx"])
    assert told["summary"] == {"error": 2, "warning": 0, "info": 0}
    assert told["problems"][0] == {
        "code": "FORM-01",
        "severity": "error",
        "message": 'there is no "部门.名字"',
        "hint": 'Did you mean "部门.名称"? The names are the keys of the data files: '
        "reportgen forms tags",
        "file": "a.docx",
        "where": "paragraph 1",
        "tag": "{{ 部门.名字 }}",
    }


def test_a_template_is_checked_with_the_scope_of_its_manifest(folder: Path, run: Run) -> None:
    write_tree(folder, {"templates/docx/一项.docx": ("{{ 本件.名称 }}",)})
    alone = run("forms", "check", "templates/docx/一项.docx")
    assert alone.code == 1
    assert "范围: 项目" in alone.out
    write_tree(folder, {"templates/docx/一项.yaml": "范围: 项目\n"})
    assert run("forms", "check", "templates/docx/一项.docx").code == 0


@pytest.mark.parametrize("content", [None, b"", "甲".encode()])
def test_what_is_no_word_document_cannot_be_checked(
    folder: Path, run: Run, content: bytes | None
) -> None:
    if content is not None:
        write_tree(folder, {"a.docx": content})
    ended = run("forms", "check", "a.docx")
    assert (ended.code, ended.out) == (2, "")
    assert "a.docx" in ended.err


@pytest.mark.parametrize("name", ["a.yaml", "a.doc", "a"])
def test_what_is_not_named_as_a_word_document_is_told_where_to_go(
    folder: Path, run: Run, name: str
) -> None:
    write_tree(folder, {name: DEPARTMENT})
    ended = run("forms", "check", name)
    assert (ended.code, ended.out) == (2, "")
    assert f"“{name}”不是 .docx" in ended.err
    assert "reportgen validate" in ended.err


def test_a_file_must_be_named(folder: Path, run: Run) -> None:  # noqa: ARG001
    assert run("forms", "check").code == 2
