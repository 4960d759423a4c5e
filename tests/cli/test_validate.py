"""reportgen validate: what it says, and with what code it ends."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workspace import DEPARTMENT, spawn, write_tree

ERROR = DEPARTMENT + "资金: {总额: {预算数: 100, 执行数: 80, 执行率: 95%}}\n"
WARNING = DEPARTMENT + "资金: {总额: {预算数: 100, 执行数: 80}}\n"
UNREADABLE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "YAML-01"),
    "binary": (b"PK\x03\x04\x00\x00" * 9, "YAML-"),
    "gbk": (DEPARTMENT.encode("gbk"), "GBK"),
    "syntax": ("年度: [2024\n".encode(), "YAML-"),
    "schema": ("年度: 2024\n部门: {名称: 某局}\n口径: 本县\n不认识: 1\n".encode(), "DATA-"),
    "profile": (DEPARTMENT.replace("本县", "本具").encode(), "是否想写“本县”"),
}


def test_a_clean_file_ends_with_0(workspace: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("validate")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "1 个文件：0 个错误，0 个警告，0 个提示，0 个已说明\n"


def test_errors_end_with_1_and_warnings_only_when_strict(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"data/a.yaml": ERROR, "b.yaml": WARNING})
    ended = run("validate")
    assert ended.code == 1
    assert " 错误 " in ended.out
    assert run("validate", "b.yaml").code == 0
    assert run("validate", "b.yaml", "--strict").code == 1
    assert run("validate", "b.yaml", "--strict", "--format", "json").code == 1


def test_a_reason_settles_a_warning(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"data/a.yaml": WARNING})
    findings = json.loads(run("validate", "--format", "json").out)["findings"]
    answers = "".join(
        f"  - {{规则: {each['code']}, 位置: {each['path'].replace('.', '/')}, 理由: 跨年实施}}\n"
        for each in findings
        if each["severity"] == "warning"
    )
    write_tree(workspace, {"data/a.yaml": f"{WARNING}说明:\n{answers}"})
    assert run("validate", "--strict").code == 0
    assert "（已说明：跨年实施）" in run("validate").out


def test_the_place_that_is_told_answers_the_finding(workspace: Path, run: Run) -> None:
    leaves = "[{名称: 甲, 目标: 有效, 完成: 有效}, {目标: ≥1, 完成: '1'}]"
    typed = f"{WARNING}指标: [{{名称: 产出指标, 下级: {leaves}}}]\n"
    write_tree(workspace, {"data/a.yaml": typed})
    found = json.loads(run("validate", "--format", "json").out)["findings"]
    open_ones = [each for each in found if each["answer_at"] is not None]
    assert open_ones
    answers = "".join(
        f"  - {{规则: {each['code']}, 位置: '{each['answer_at']}', 理由: 已核实}}\n"
        for each in open_ones
    )
    write_tree(workspace, {"data/a.yaml": f"{typed}说明:\n{answers}"})
    left = json.loads(run("validate", "--format", "json").out)["findings"]
    assert [each["code"] for each in left if each["answer_at"] is not None] == []
    write_tree(workspace, {"data/a.yaml": WARNING})
    assert "“说明”里的位置写 资金/总额" in run("validate").out


def test_two_files_of_one_department_are_told(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"data/b.yaml": f"{DEPARTMENT}# 副本\n"})
    ended = run("validate")
    assert ended.code == 1
    assert ended.out.count("OUT-01 错误") == 2
    assert "2 个文件：2 个错误" in ended.out
    found = json.loads(run("validate", "--format", "json").out)["findings"]
    assert [each["file"] for each in found] == ["data/a.yaml", "data/b.yaml"]
    assert run("validate", "data/a.yaml").code == 0


def test_the_files_with_errors_are_named_last(workspace: Path, run: Run) -> None:
    one_error = ERROR.replace("某县", "邻县")
    write_tree(workspace, {"data/b.yaml": one_error, "data/c.yaml": b""})
    assert (
        run("validate").out.splitlines()[-1] == "有错误的 2 份：data/b.yaml（1）、data/c.yaml（1）"
    )
    assert "有错误的" not in run("validate", "data/b.yaml").out


@pytest.mark.parametrize("kind", UNREADABLE)
def test_an_unreadable_file_is_a_finding_and_the_others_are_checked(
    workspace: Path, run: Run, kind: str
) -> None:
    content, told = UNREADABLE[kind]
    write_tree(workspace, {"data/0.yaml": content, "data/z.yaml": ERROR})
    ended = run("validate")
    assert ended.code == 1
    assert told in ended.out.partition("data/z.yaml:")[0]
    assert "data/z.yaml:4:" in ended.out
    assert ended.err == ""


def test_json_is_one_object_and_nothing_else(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"data/0.yaml": b"", "data/z.yaml": ERROR})
    ended = run("validate", "data/0.yaml", "data", "--format", "json")
    assert (ended.code, ended.err) == (1, "")
    content = json.loads(ended.out)
    assert content["files"] == ["data/0.yaml", "data/a.yaml", "data/z.yaml"]
    assert content["summary"]["error"] == sum(
        each["severity"] == "error" for each in content["findings"]
    )
    for each in content["findings"]:
        assert each["line"] >= 1
        assert each["column"] >= 1
        assert each["file"] in content["files"]
        assert each["message"]
        assert each["hint"]
    lines = ERROR.splitlines()
    stated = next(each for each in content["findings"] if each["stated"] == "95%")
    assert lines[stated["line"] - 1][stated["column"] - 1 :].startswith("95%")
    assert stated["path"] == "资金.总额.执行率"


def test_json_in_english(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"data/a.yaml": ERROR})
    content = json.loads(run("validate", "--format", "json", "--lang", "en").out)
    assert content["findings"][0]["message"].isascii()


@pytest.mark.parametrize("path", ["没有.yaml", "没有/", "empty"])
def test_a_path_without_data_stops_the_run(workspace: Path, run: Run, path: str) -> None:
    (workspace / "empty").mkdir()
    ended = run("validate", "data", path)
    assert (ended.code, ended.out) == (2, "")
    assert path.rstrip("/") in ended.err
    assert "reportgen new" in ended.err


def test_a_broken_profile_stops_the_run_with_its_place(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"profiles/本县.yaml": "名称: 本县\n表单: [notice]\n满份: 100\n"})
    ended = run("validate")
    assert (ended.code, ended.out) == (2, "")
    assert "profiles/本县.yaml:3:1: DATA-01" in ended.err
    assert "是否想写“满分”" in ended.err


def test_a_profile_of_the_workspace_wins_over_the_built_in_one(workspace: Path, run: Run) -> None:
    write_tree(
        workspace,
        {
            "data/a.yaml": WARNING.replace("本县", "national-2020"),
            "profiles/national-2020.yaml": "执行率下限: 50\n",
        },
    )
    strict = run("validate", "--strict")
    assert (strict.code, strict.out) == (0, run("validate").out)
    (workspace / "profiles/national-2020.yaml").unlink()
    assert run("validate", "--strict").code == 1


def test_file_names_that_are_no_text_break_nothing(workspace: Path) -> None:
    (workspace / "data/a.yaml").rename(os.fsdecode(b"data/\xb8\xdf.yaml"))
    for arguments in (["validate"], ["validate", "--format", "json"], ["build"], ["build"]):
        ended = spawn(workspace, *arguments)
        assert (ended.returncode, ended.stderr) == (0, b""), arguments
    assert "1 份没有变化" in ended.stdout.decode()
