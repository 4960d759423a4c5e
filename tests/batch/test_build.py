"""Many departments: each is built, or told why not, and none stops another."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from reportgen.batch.build import BuildRequest, build
from reportgen.batch.outcome import State
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.model.errors import FormError, ProfileError, UsageError
from reportgen.rendering.documents import Printer
from tests.batch.conftest import Build
from tests.workspace import DEPARTMENT, NOTICE, tree_of, write_tree

OTHER = DEPARTMENT.replace("某县卫生健康局", "乙局")
ERROR = DEPARTMENT + "资金: {总额: {预算数: 100, 执行数: 80, 执行率: 95%}}\n"
BOTH = ["2024/乙局/通知.docx", "2024/某县卫生健康局/通知.docx", "manifest.json"]


def test_everything_is_built(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"data/b.yaml": OTHER})
    report = build_it()
    assert report.complete
    assert [each.source for each in report.documents] == ["data/a.yaml", "data/b.yaml"]
    assert list(tree_of(Path("output"))) == sorted(BOTH)


def test_the_same_inputs_give_the_same_bytes(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"data/b.yaml": OTHER})
    build_it()
    first = tree_of(Path("output"))
    build_it()
    assert tree_of(Path("output")) == first
    build_it("data/b.yaml", "data/a.yaml", output="again")
    assert tree_of(Path("again")) == first


def test_what_cannot_be_read_stops_no_other(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"data/0.yaml": b"\x00\x01", "data/b.yaml": OTHER})
    report = build_it()
    assert not report.complete
    assert list(tree_of(Path("output"))) == sorted(BOTH)
    assert [each.file for each in report.of(State.UNREADABLE)] == ["data/0.yaml"]


def test_strict_withholds_departments_with_errors(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"data/a.yaml": ERROR, "data/b.yaml": OTHER, "data/0.yaml": ""})
    report = build_it(strict=True)
    assert [each.file for each in report.of(State.WITHHELD)] == ["data/a.yaml"]
    assert [each.source for each in report.documents] == ["data/b.yaml"]
    assert not list(build_it().of(State.WITHHELD))


def test_three_files_for_one_path_are_all_named(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT, "data/c.yaml": DEPARTMENT})
    report = build_it()
    assert not report.complete
    assert {each.place.file for each in report.collided} == {
        "data/a.yaml", "data/b.yaml", "data/c.yaml",
    }  # fmt: skip
    first = report.collided[0]
    assert (first.code, first.place.line, first.place.column) == ("OUT-01", 3, 10)
    assert "data/b.yaml" in first.say("zh")
    assert "2024/某县卫生健康局;" in first.say("en")
    assert first.other is not None
    assert first.other.file == "data/b.yaml"
    assert not Path("output").exists()


@pytest.mark.parametrize(
    ("tree", "error"),
    [
        ({"templates/docx/notice.docx": ("{{ 没有 }}",)}, FormError),
        ({"profiles/本县.yaml": "满分: 一百\n"}, ProfileError),
    ],
)
def test_what_is_broken_for_all_stops_the_run_first(
    workspace: Path, build_it: Build, tree: dict[str, str], error: type[Exception]
) -> None:
    write_tree(workspace, tree)
    with pytest.raises(error):
        build_it()
    assert not Path("output").exists()


def test_an_unknown_form_stops_the_run(build_it: Build) -> None:
    with pytest.raises(UsageError):
        build_it(asked=["没有"])


def test_a_broken_variant_stops_the_run_only_where_a_file_prints_it(
    workspace: Path, build_it: Build
) -> None:
    variants = "标题: 通知\n变体: {外县: notice.variant.docx}\n"
    broken = {"templates/docx/notice.variant.docx": ("{{ 没有 }}",)}
    write_tree(workspace, broken | {"templates/docx/notice.yaml": variants})
    assert build_it().complete
    write_tree(workspace, {"templates/docx/notice.yaml": variants.replace("外县", "本县")})
    with pytest.raises(FormError, match=r"notice\.variant\.docx"):
        build_it()


def test_a_tag_that_fails_stops_only_its_form(workspace: Path, build_it: Build) -> None:
    write_tree(
        workspace,
        {
            "profiles/本县.yaml": "表单: [share, notice]\n",
            "templates/docx/share.docx": ("{{ 1 / 部门.编制人数 }}",),
            "data/a.yaml": DEPARTMENT.replace("局}", "局, 编制人数: 0}"),
        },
    )
    report = build_it()
    (failure,) = report.failures
    assert (failure.source, type(failure.error)) == ("data/a.yaml", FormError)
    assert [each.form for each in report.documents] == ["notice"]


def test_a_build_that_is_stopped_knows_what_it_wrote(
    workspace: Path, build_it: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(workspace, {"data/b.yaml": OTHER})
    print_form = Printer.print_form

    def stop_at_second(printer: Printer, form: object, facts: dict[str, dict[str, str]],
                       *more: object) -> object:  # fmt: skip
        if facts["部门"]["名称"] == "乙局":
            raise KeyboardInterrupt
        return print_form(printer, form, facts, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Printer, "print_form", stop_at_second)
    with pytest.raises(KeyboardInterrupt):
        build_it()
    assert json.loads(Path("output/manifest.json").read_text("utf-8"))["interrupted"] is True
    assert list(tree_of(Path("output")))[1:] == BOTH[1:], "and a journal"
    monkeypatch.undo()
    monkeypatch.chdir(workspace)
    write_tree(workspace, {"templates/docx/notice.docx": (*NOTICE, "改")})
    report = build_it()
    assert report.complete
    assert report.notices == [], "ours, not edited by hand"


def test_progress_counts_what_must_be_built(workspace: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    request = BuildRequest(
        [(workspace / "data/a.yaml", "a.yaml")], Path("output"), load_forms(), Profiles()
    )
    build(request, lambda *step: seen.append(step))
    assert seen == [(0, 1, "a.yaml")]
    build(request, lambda *step: seen.append(step))
    assert len(seen) == 1, "nothing has changed"


def test_a_file_that_hides_whose_it_is_is_built_last(workspace: Path, build_it: Build) -> None:
    aliased = DEPARTMENT.replace("2024", "&year 2024")
    hidden = "口径: 本县\n整改: [{预算支出名称: &name 丙局}]\n年度: 2024\n部门: {名称: *name}\n"
    write_tree(workspace, {"data/0.yaml": hidden, "data/a.yaml": aliased})
    report = build_it()
    assert report.complete
    assert [each.source for each in report.documents] == ["data/0.yaml", "data/a.yaml"]
    write_tree(workspace, {"data/0.yaml": hidden.replace("丙局", "某县卫生健康局")})
    (finding,) = build_it(force=True).collided
    assert (finding.code, finding.place.file) == ("OUT-01", "data/0.yaml")
    assert "已经写到同一个位置" in finding.say("zh")


def test_a_cluster_needs_its_library(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "reportgen.batch.cluster", None)
    request = BuildRequest(
        [(workspace / "data/a.yaml", "a.yaml")],
        Path("output"),
        load_forms(),
        Profiles(),
        cluster="tcp://127.0.0.1:1",
    )
    with pytest.raises(UsageError) as caught:
        build(request, lambda *_: None)
    assert caught.value.hint is not None
    assert 'pip install ".[cluster]"' in caught.value.hint.say("zh")
