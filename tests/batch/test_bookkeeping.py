"""What nothing prints any more is listed and kept."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from reportgen.batch.conversion import PagesWanted
from reportgen.batch.manifest import NAME
from tests.batch.conftest import Build
from tests.workspace import DEPARTMENT, write_tree

B = DEPARTMENT.replace("某县", "邻县")
GONE = "2024/邻县卫生健康局/通知.docx"


def orphans() -> list[str]:
    content = json.loads(Path("output", NAME).read_text("utf-8"))
    return [each["file"] for each in content["documents"] if each.get("orphan")]


def test_documents_of_a_source_that_is_gone_are_listed_and_kept(
    workspace: Path, build_it: Build
) -> None:
    write_tree(workspace, {"data/b.yaml": B})
    build_it()
    (workspace / "data/b.yaml").unlink()
    for _ in range(2):
        report = build_it()
        assert report.complete
        assert [each.file for each in report.orphans] == [GONE]
        assert orphans() == [GONE]
        assert Path("output", GONE).is_file()
    write_tree(workspace, {"data/b.yaml": B})
    assert build_it().orphans == []
    assert orphans() == []


def test_documents_that_a_source_no_longer_prints_are_orphans(
    workspace: Path, build_it: Build
) -> None:
    write_tree(workspace, {"data/b.yaml": B})
    build_it()
    write_tree(workspace, {"data/b.yaml": B.replace("邻县", "远县")})
    assert [each.file for each in build_it().orphans] == [GONE]
    Path("output", GONE).unlink()
    assert build_it().orphans == []


def test_a_form_that_was_not_asked_for_is_no_orphan(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"templates/docx/other.docx": ("乙",)})
    build_it()
    assert build_it(asked=["other"]).orphans == []


def test_journals_are_forgotten_with_the_manifest(build_it: Build) -> None:
    write_tree(Path("output"), {".reportgen-journal-1.jsonl": "{}\n"})
    build_it()
    assert not list(Path("output").glob(".reportgen-*"))


@pytest.mark.usefixtures("office")
def test_pages_of_documents_that_nothing_prints_are_told_and_kept(
    workspace: Path, build_it: Build
) -> None:
    write_tree(workspace, {"data/b.yaml": B})
    build_it(pages=PagesWanted(pdf=True))
    (workspace / "data/b.yaml").unlink()
    pdf = GONE.replace(".docx", ".pdf")
    for _ in range(2):
        assert [each.file for each in build_it(pages=PagesWanted(pdf=True)).stale] == [pdf]
    Path("output", pdf).unlink()
    assert build_it().stale == []


def test_documents_are_on_the_disk_before_the_manifest_tells_of_them(
    workspace: Path, build_it: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(workspace, {"data/b.yaml": B})
    settled: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: settled.append(os.fstat(handle).st_ino))
    report = build_it()
    files = [*(each.file for each in report.documents), NAME]
    assert len(files) == 3
    assert settled[-3:] == [Path("output", file).stat().st_ino for file in files]


def test_a_disk_that_fails_is_told_with_each_document(
    build_it: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", fail)
    report = build_it()
    assert not report.complete
    assert [each.source for each in report.failures] == ["2024/某县卫生健康局/通知.docx", NAME]
