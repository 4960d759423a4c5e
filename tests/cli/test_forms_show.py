"""reportgen forms show."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.workspace import write_tree


def test_the_fields_of_a_form_are_listed(workspace: Path, run: Run) -> None:
    lines = ("{{ 部门.实有人数 }}", "{% for 行 in 资金.来源 %}{{ 行.预算数 }}{% endfor %}")
    write_tree(workspace, {"templates/docx/notice.docx": lines})
    ended = run("forms", "show", "notice")
    assert (ended.code, ended.err) == (0, "")
    assert [line.split("\t")[:3] for line in ended.out.splitlines()] == [
        ["字段", "逐项取自", "单位"],
        ["部门.实有人数", "", "人"],
        ["资金.来源[].预算数", "资金.来源", "万元"],
    ]
    assert "Adjusted budget" in run("forms", "show", "notice", "--lang", "en").out


def test_what_a_data_file_fills_is_told(workspace: Path, run: Run) -> None:
    lines = (
        "{{ 部门.名称 }}{{ 部门.联系人 }}",
        "{% for 行 in 资金.来源 %}{{ 行.名称 }}{% endfor %}",
    )
    rows = "口径: 本县\n年度: 2024\n部门: {名称: 局}\n资金: {来源: [{名称: 甲}, {预算数: 1}]}\n"
    write_tree(workspace, {"templates/docx/notice.docx": lines, "data/a.yaml": rows})
    ended = run("forms", "show", "notice", "--data", "data/a.yaml")
    assert ended.code == 0
    assert [line.split("\t")[-1] for line in ended.out.splitlines()] == [
        "填写",
        "已填",
        "空",
        "1/2",
    ]


def test_a_form_is_known_by_its_title(workspace: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("forms", "show", "通知")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == run("forms", "show", "notice").out


def test_data_that_cannot_be_read_is_told(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"data/a.yaml": "年度: [\n"})
    ended = run("forms", "show", "notice", "--data", "data/a.yaml")
    assert ended.code == 1
    assert "data/a.yaml:" in ended.out
    assert "reportgen validate data/a.yaml" in ended.out


def test_a_form_that_is_not_there_is_answered_with_the_nearest(workspace: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("forms", "show", "notise")
    assert ended.code == 2
    assert "notice" in ended.err
