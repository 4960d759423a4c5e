"""reportgen build: what is written where, what is told, and with what code it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import docx
import pytest

from reportgen.cli.main import main
from reportgen.loading.profiles import Profiles
from tests.cli.conftest import Run
from tests.cli.test_validate import ERROR, UNREADABLE, WARNING
from tests.workspace import (
    DEPARTMENT,
    NOTICE,
    ROOT,
    Ended,
    command,
    environment,
    paragraphs,
    tree_of,
    write_tree,
)

NOTICE_FILE = Path("output/2024/某县卫生健康局/通知.docx")


def traces(path: Path) -> list[str]:
    """Return what a document shows of its template; it must open in python-docx."""
    body = docx.Document(str(path)).element
    text = "\n".join(node.text or "" for node in body.iter() if node.tag[-2:] == "}t")
    return [trace for trace in ("{{", "}}", "{%", "%}", "None") if trace in text]


def test_documents_and_manifest_are_written(workspace: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("build")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == ("  output/2024/某县卫生健康局/通知.docx\n已生成 1 份文书，在 output\n")
    assert paragraphs(NOTICE_FILE) == ["2024年 某县卫生健康局", "联系人："]
    assert list(tree_of(Path("output"))) == ["2024/某县卫生健康局/通知.docx", "manifest.json"]
    assert main(["build", "data/a.yaml", "-o", "别处/里面"]) == 0
    assert tree_of(Path("别处/里面")) == tree_of(Path("output"))


def test_a_build_goes_on_when_rules_complain(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"data/a.yaml": ERROR})
    ended = run("build")
    assert ended.code == 0
    assert NOTICE_FILE.is_file()
    assert "仍有 1 个错误" in ended.out


def test_strict_leaves_out_departments_with_errors(workspace: Path, run: Run) -> None:
    write_tree(
        workspace, {"data/a.yaml": ERROR, "data/b.yaml": WARNING.replace("某县卫生健康局", "乙局")}
    )
    ended = run("build", "--strict")
    assert ended.code == 1
    assert "data/a.yaml：有 1 个未说明的错误，按 --strict 未生成" in ended.out
    assert not NOTICE_FILE.exists()
    assert Path("output/2024/乙局/通知.docx").is_file()
    assert run("build", "--strict", "data/b.yaml").code == 0


@pytest.mark.parametrize("strict", [[], ["--strict"]], ids=str)
@pytest.mark.parametrize("kind", UNREADABLE)
def test_an_unreadable_file_is_skipped_and_told_once(
    workspace: Path, run: Run, kind: str, strict: list[str]
) -> None:
    content, told = UNREADABLE[kind]
    write_tree(workspace, {"data/0.yaml": content})
    ended = run("build", *strict)
    assert ended.code == 1
    assert told in ended.out
    assert "data/0.yaml：读不成一份部门数据，已跳过" in ended.out
    assert "--strict" not in ended.out
    assert NOTICE_FILE.is_file()


@pytest.mark.parametrize(
    ("content", "options"), [("年度：2024\n", ()), (ERROR, ("--strict",))], ids=["slip", "strict"]
)
def test_what_was_built_before_and_is_not_built_now_is_told(
    workspace: Path, run: Run, content: str, options: tuple[str, ...]
) -> None:
    run("build")
    write_tree(workspace, {"data/a.yaml": content})
    for _ in range(2):
        said = run("build", *options).out
        assert "data/a.yaml：output 里还有它以前生成的 1 份文书" in said
    assert len(list(Path("output").rglob("*.docx"))) == 1


def test_what_many_departments_lack_is_told_once(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"templates/docx/notice.yaml": "标题: 通知\n需要: [资金.来源]\n"})
    departments = {
        f"data/{n}.yaml": DEPARTMENT.replace("某县", f"{n}县") for n in ("甲", "乙", "丙", "丁")
    }
    write_tree(workspace, departments)
    said = run("build").out
    assert "5 份数据没有“通知”所需的内容，未生成" in said
    assert "甲.yaml" not in said


def test_a_citation_that_fails_is_skipped(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"data/a.yaml": DEPARTMENT + "报告: {标题: '{{ 没有 }}'}\n"})
    ended = run("build")
    assert ended.code == 1
    assert "DATA-11" in ended.out
    assert not Path("output").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["data/没有.yaml"], "没有“data/没有.yaml”这个文件或文件夹"),
        (["-f", "notise"], "没有“notise”这个表单\n建议：是否想写“notice”？"),
        (["--blank", "-f", "notise"], "没有“notise”这个表单\n建议：是否想写“notice”？"),
        (["--blank", "data"], "--blank 印空白表，不读数据文件"),
        (["-o", "data/a.yaml"], "“data/a.yaml”是文件，不能当输出文件夹"),
        (["--blank", "-o", "data/a.yaml"], "“data/a.yaml”是文件，不能当输出文件夹"),
    ],
)
def test_what_cannot_be_run_ends_with_2(
    workspace: Path, run: Run, arguments: list[str], told: str
) -> None:
    ended = run("build", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert not (workspace / "output").exists()


def test_a_broken_template_stops_the_run_before_anything_is_written(
    workspace: Path, run: Run
) -> None:
    write_tree(workspace, {"templates/docx/notice.docx": (*NOTICE, "{{ 部门.名字 }}")})
    ended = run("build")
    assert (ended.code, ended.out) == (2, "")
    assert "templates/docx/notice.docx" in ended.err
    assert "名字" in ended.err
    write_tree(workspace, {"templates/docx/notice.docx": b"no zip"})
    assert run("build").code == 2
    assert not Path("output").exists()


def test_a_tag_that_fails_on_some_facts_stops_nothing_else(workspace: Path, run: Run) -> None:
    write_tree(
        workspace,
        {
            "templates/docx/notice.docx": ("{{ 1 / 部门.编制人数 }}",),
            "data/a.yaml": DEPARTMENT.replace("局}", "局, 编制人数: 0}"),
            "data/b.yaml": DEPARTMENT.replace("某县卫生健康局}", "乙局, 编制人数: 4}"),
        },
    )
    ended = run("build")
    assert (ended.code, ended.err) == (1, "")
    assert "data/a.yaml：模板“templates/docx/notice.docx”" in ended.out
    assert paragraphs(Path("output/2024/乙局/通知.docx")) == ["0.25"]
    assert [each["source"] for each in manifest()] == ["data/b.yaml"]


def manifest() -> list[dict[str, str]]:
    content = json.loads(Path("output/manifest.json").read_text("utf-8"))
    assert list(content) == ["version", "documents", "sources"]
    assert content["version"] == 1
    documents: list[dict[str, str]] = content["documents"]
    return documents


def test_one_form_by_name(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"templates/docx/other.docx": ("乙",)})
    ended = run("build", "-f", "other", "-f", "other")
    assert ended.code == 0
    assert list(tree_of(Path("output"))) == ["2024/某县卫生健康局/other.docx", "manifest.json"]


def test_one_form_by_title(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"templates/docx/other.docx": ("乙",)})
    assert run("build", "-f", "通知").code == 0
    assert list(tree_of(Path("output"))) == ["2024/某县卫生健康局/通知.docx", "manifest.json"]
    again = run("build", "-f", "notice")
    assert "已生成 0 份" in again.out, "the same was asked for by its other name"


def test_a_form_without_data_is_left_out_and_told(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"templates/docx/notice.yaml": "标题: 通知\n需要: [资金.来源]\n"})
    ended = run("build")
    assert ended.code == 0
    assert "data/a.yaml：没有“通知”所需的数据，未生成；可用 -f notice --blank 印空表" in ended.out
    assert not Path("output").exists()


def test_a_form_that_the_profile_names_and_nobody_has_is_told_once(
    workspace: Path, run: Run
) -> None:
    write_tree(
        workspace,
        {
            "profiles/本县.yaml": "表单: [notice, notise]\n",
            "data/b.yaml": DEPARTMENT.replace("某县", "邻县"),
        },
    )
    ended = run("build")
    assert ended.code == 0
    assert ended.out.count("口径“本县”的表单“notise”不存在，未生成") == 1


def test_two_files_for_one_path_are_an_error_naming_both(workspace: Path, run: Run) -> None:
    write_tree(
        workspace, {"data/b.yaml": DEPARTMENT, "data/c.yaml": DEPARTMENT.replace("某县", "邻县")}
    )
    ended = run("build")
    assert ended.code == 1
    assert "data/a.yaml:3:10: OUT-01 错误 与 data/b.yaml 会写到同一个位置" in ended.out
    assert "data/b.yaml:3:10: OUT-01 错误 与 data/a.yaml 会写到同一个位置" in ended.out
    assert [each["source"] for each in manifest()] == ["data/c.yaml"]


def test_what_is_in_the_way_is_told_and_the_rest_is_built(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县卫生健康局", "乙局")})
    NOTICE_FILE.mkdir(parents=True)
    ended = run("build")
    assert (ended.code, ended.err) == (1, "")
    assert (
        f"data/a.yaml：无法写入“{NOTICE_FILE.as_posix()}”：那里已有同名的文件或文件夹" in ended.out
    )
    assert Path("output/2024/乙局/通知.docx").is_file()
    assert not list(Path("output").rglob(".reportgen-*"))


def test_an_edited_document_is_kept_and_told(workspace: Path, run: Run) -> None:  # noqa: ARG001
    run("build")
    NOTICE_FILE.write_bytes(b"edited by hand")
    ended = run("build")
    assert ended.code == 0
    assert (
        "2024/某县卫生健康局/通知.docx 在生成后被人改动过，改动的那份已另存为 通知.edited.docx"
        in (ended.out)
    )
    assert NOTICE_FILE.with_name("通知.edited.docx").read_bytes() == b"edited by hand"


def test_blank_forms(workspace: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("build", "--blank", "-f", "notice")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "  output/空表/通知.docx\n已生成 1 份文书，在 output/空表\n"
    assert paragraphs(Path("output/空表/通知.docx")) == ["年 ", "联系人："]


def test_a_blank_form_that_cannot_be_written_ends_with_1(workspace: Path, run: Run) -> None:
    (workspace / "output/空表/通知.docx").mkdir(parents=True)
    ended = run("build", "--blank", "-f", "notice")
    assert ended.code == 1
    assert "无法写入" in ended.out


def test_a_template_of_the_workspace_wins_over_the_built_in_one(workspace: Path, run: Run) -> None:
    write_tree(
        workspace,
        {
            "templates/docx/narrative-report.docx": ("自家的 {{ 部门.名称 }}",),
            "data/a.yaml": DEPARTMENT + "报告: {章节: [{标题: 甲}]}\n",
        },
    )
    ended = run("build", "-f", "narrative-report")
    assert ended.code == 0
    (path,) = Path("output").rglob("*.docx")
    assert paragraphs(path) == ["自家的 某县卫生健康局"]
    assert path.name == "绩效自评报告.docx", "the built-in manifest still names it"


def test_every_built_in_form_prints_empty(run: Run) -> None:
    ended = run("build", "--blank")
    assert (ended.code, ended.err) == (0, "")
    files = sorted(Path("output/空表").glob("*.docx"))
    assert len(files) >= 10
    for path in files:
        assert traces(path) == [], path


@pytest.mark.parametrize("profile", Profiles().names())
def test_new_validate_and_build_in_an_empty_folder(run: Run, profile: str) -> None:
    name = "某县卫生健康局"
    assert run("new", name, "--year", "2024", "--profile", profile).code == 0
    assert run("validate").code == 0
    ended = run("build")
    assert (ended.code, ended.err) == (0, "")
    documents = list(Path("output/2024", name).glob("*.docx"))
    assert documents
    for path in documents:
        assert traces(path) == [], path
    assert len(manifest()) == len(documents)


def test_the_repository_is_built_whole_and_twice_the_same(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    output = folder / "output"
    ended = run("build", "-o", str(output))
    assert (ended.code, ended.err) == (0, "")
    first = tree_of(output)
    assert len({name.split("/")[1] for name in first if "/" in name}) == 5
    assert run("build", "-o", str(output)).code == 0
    assert tree_of(output) == first
    for path in output.rglob("*.docx"):
        assert traces(path) == [], path


def killed_build(folder: Path, seconds: float) -> Ended:
    child = subprocess.Popen(  # noqa: S603
        command("build", "-j", "2"),
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(seconds)
    os.kill(child.pid, signal.SIGKILL)
    # Workers that outlive their caller would hold its pipes open.
    out, err = child.communicate(timeout=30)
    return Ended(child.returncode, out.decode(), err.decode())


def test_a_killed_build_leaves_every_document_whole(workspace: Path, run: Run) -> None:
    counted = 150
    tree = {
        f"data/{n}.yaml": DEPARTMENT.replace("某县卫生健康局", f"{n}局") for n in range(counted)
    }
    write_tree(workspace, tree)
    (workspace / "data/a.yaml").unlink()
    assert run("build").code == 0
    before = tree_of(Path("output"))
    after = {name: text.replace("年度: 2024", "年度: 2024 # 改") for name, text in tree.items()}
    write_tree(workspace, {**after, "templates/docx/notice.docx": (*NOTICE, "新的一行")})
    for seconds in (0.5, 0.8, 1.1, 1.4):
        killed_build(workspace, seconds)
        for path in Path("output").rglob("通知.docx"):
            assert len(paragraphs(path)) in (2, 3)
        assert before.keys() <= tree_of(Path("output")).keys()
    assert run("build").code == 0
    assert all(len(paragraphs(path)) == 3 for path in Path("output").rglob("通知.docx"))
    assert len(manifest()) == counted
