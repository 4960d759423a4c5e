"""What need not be built again, and everything that makes it need to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.batch import freshness
from reportgen.batch.outcome import State
from reportgen.loading import department_file
from reportgen.pipeline import check
from tests.batch.conftest import Build
from tests.workspace import DEPARTMENT, NOTICE, write_tree

TARGET = Path("output/2024/某县卫生健康局/通知.docx")
ERROR = DEPARTMENT + "资金: {总额: {预算数: 100, 执行数: 80, 执行率: 95%}}\n"


def times() -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in Path("output").rglob("*.*")}


def test_nothing_is_read_or_touched_when_nothing_changed(
    workspace: Path, build_it: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县", "邻县")})
    build_it()
    before = times()

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(department_file, "read_yaml", refuse)
    monkeypatch.setattr(check, "load_department", refuse)
    report = build_it()
    assert (report.complete, report.documents, report.unchanged) == (True, [], 2)
    assert times() == before


def change(path: str, content: str | bytes | tuple[str, ...]) -> Callable[[], None]:
    return lambda: write_tree(Path(), {path: content})


CHANGES: dict[str, Callable[[], None]] = {
    "source": change("data/a.yaml", f"{DEPARTMENT}# 改\n"),
    "template": change("templates/docx/notice.docx", (*NOTICE, "改")),
    "manifest of a form": change("templates/docx/notice.yaml", "标题: 通知书\n"),
    "profile": change("profiles/本县.yaml", "表单: [notice]\n# 改\n"),
    "document": change(str(TARGET), b"edited"),
    "document gone": TARGET.unlink,
}


@pytest.mark.parametrize("changed", CHANGES)
def test_whatever_changed_is_built_again(build_it: Build, changed: str) -> None:
    build_it()
    CHANGES[changed]()
    assert len(build_it().documents) == 1
    assert build_it().unchanged == 1


def test_another_program_builds_again(build_it: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    build_it()
    monkeypatch.setattr(freshness, "engine_version", lambda: "reportgen 9")
    assert len(build_it().documents) == 1


def test_force_builds_again(build_it: Build) -> None:
    build_it()
    assert len(build_it(force=True).documents) == 1


def test_a_form_asked_for_by_name_costs_no_other(workspace: Path, build_it: Build) -> None:
    write_tree(
        workspace,
        {
            "templates/docx/other.docx": ("乙",),
            "templates/docx/absent.docx": ("丙",),
            "templates/docx/absent.yaml": "需要: [资金.来源]\n",
            "profiles/本县.yaml": "表单: [notice]\n",
        },
    )
    build_it()
    assert build_it(asked=["notice"]).unchanged == 1
    assert [each.form for each in build_it(asked=["other"]).documents] == ["other"]
    report = build_it()
    assert (report.unchanged, report.documents, report.orphans) == (1, [], [])
    report = build_it(asked=["other", "notice"])
    assert (report.unchanged, report.documents) == (2, [])
    for _ in range(2):
        report = build_it(asked=["absent"])
        assert report.left_out == [("data/a.yaml", "absent")]
    assert build_it().left_out == []


def test_a_document_of_a_form_asked_for_earlier_is_told_when_its_source_changes(
    workspace: Path, build_it: Build
) -> None:
    write_tree(
        workspace,
        {"templates/docx/other.docx": ("乙",), "profiles/本县.yaml": "表单: [notice]\n"},
    )
    build_it(asked=["other"])
    build_it()
    write_tree(workspace, {"data/a.yaml": f"{DEPARTMENT}# 改\n"})
    for _ in range(2):
        assert [each.form for each in build_it().orphans] == ["other"]
    build_it(asked=["other"])
    assert build_it().orphans == []


def test_what_is_told_is_told_again(workspace: Path, build_it: Build) -> None:
    write_tree(
        workspace,
        {
            "templates/docx/notice.yaml": "标题: 通知\n需要: [资金.来源]\n",
            "templates/docx/other.docx": ("乙",),
            "profiles/本县.yaml": "表单: [notice, other, 没有]\n",
            "data/a.yaml": ERROR,
        },
    )
    first, second = build_it(), build_it()
    assert second.unchanged == len(first.documents) == 1
    assert first.left_out == second.left_out == [("data/a.yaml", "notice")]
    assert first.notices == second.notices
    assert len(first.notices) == 1
    assert first.counts == second.counts
    assert second.counts["error"] == 1


def test_strict_withholds_what_was_built_before(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"data/a.yaml": ERROR})
    build_it()
    report = build_it(strict=True)
    assert [each.counts["error"] for each in report.of(State.WITHHELD)] == [1]
    assert not report.complete
    assert build_it().unchanged == 1


def test_a_failure_is_tried_again(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"templates/docx/notice.docx": ("{{ 1 / 部门.编制人数 }}",)})
    write_tree(workspace, {"data/a.yaml": DEPARTMENT.replace("局}", "局, 编制人数: 0}")})
    assert len(build_it().failures) == 1
    assert len(build_it().failures) == 1


def test_a_document_lost_during_another_build_is_built_again(
    workspace: Path, build_it: Build
) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县", "邻县")})
    build_it()
    TARGET.unlink()
    build_it("data/b.yaml", force=True)
    assert not TARGET.exists()
    build_it()
    assert TARGET.is_file()
