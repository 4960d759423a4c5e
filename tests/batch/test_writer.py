"""Documents onto the disk: what a person edited is kept, what cannot be written is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.batch.manifest import NAME
from tests.batch.conftest import Build
from tests.workspace import DEPARTMENT, NOTICE, paragraphs, tree_of, write_tree

TARGET = Path("output/2024/某县卫生健康局/通知.docx")
CHANGED = DEPARTMENT.replace("局}", "局, 联系人: 杨某}")


def said(build_it: Build) -> list[str]:
    report = build_it()
    assert report.complete
    return [notice.say("zh") for notice in report.notices]


def test_our_own_document_is_replaced(workspace: Path, build_it: Build) -> None:
    build_it()
    write_tree(workspace, {"data/a.yaml": CHANGED})
    assert said(build_it) == []
    assert paragraphs(TARGET)[1] == "联系人：杨某"
    assert len(list(TARGET.parent.iterdir())) == 1


def test_an_edited_document_is_kept_aside_each_time(build_it: Build) -> None:
    build_it()
    ours = TARGET.read_bytes()
    for edited, name in ((b"1", "通知.edited.docx"), (b"2", "通知.edited-2.docx"),
                         (b"3", "通知.edited-3.docx")):  # fmt: skip
        TARGET.write_bytes(edited)
        assert said(build_it) == [
            f"2024/某县卫生健康局/通知.docx 在生成后被人改动过，改动的那份已另存为 {name}"
        ]
        assert TARGET.with_name(name).read_bytes() == edited
        assert TARGET.read_bytes() == ours


def test_without_a_manifest_only_what_differs_is_kept(workspace: Path, build_it: Build) -> None:
    build_it()
    Path("output", NAME).unlink()
    assert said(build_it) == []
    Path("output", NAME).unlink()
    write_tree(workspace, {"data/a.yaml": CHANGED})
    assert len(said(build_it)) == 1


def test_what_stands_in_the_way_is_told_and_the_rest_is_built(
    workspace: Path, build_it: Build
) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县卫生健康局", "乙局")})
    TARGET.mkdir(parents=True)
    report = build_it()
    assert not report.complete
    (failure,) = report.failures
    assert failure.source == "data/a.yaml"
    assert TARGET.as_posix() in failure.error.message.say("zh")
    assert list(tree_of(Path("output"))) == ["2024/乙局/通知.docx", NAME]


def test_a_document_held_open_is_told_and_kept(
    build_it: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_it()
    TARGET.write_bytes(b"open in Word")

    def refuse(_: Path, __: object) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    (failure,) = build_it().failures
    assert failure.error.hint is not None
    assert "Word" in failure.error.hint.say("zh")
    assert TARGET.read_bytes() == b"open in Word"


def test_a_manifest_that_cannot_be_written_is_told(build_it: Build) -> None:
    Path("output", NAME).mkdir(parents=True)
    report = build_it()
    assert not report.complete
    assert [failure.source for failure in report.failures] == [NAME]
    assert TARGET.is_file()


def test_an_output_folder_that_cannot_be_made_is_told(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"output": "a file", "templates/docx/notice.docx": NOTICE})
    report = build_it()
    assert [failure.source for failure in report.failures] == ["data/a.yaml"]
    assert report.documents == []


def test_what_lies_there_already_is_not_touched(build_it: Build) -> None:
    build_it()
    written = TARGET.stat().st_mtime_ns
    assert len(build_it(force=True).documents) == 1
    assert TARGET.stat().st_mtime_ns == written
