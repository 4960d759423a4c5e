"""output/manifest.json: a contract with whoever reads it."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from reportgen.batch.manifest import (
    NAME,
    BuiltPages,
    Manifest,
    read_manifest,
    sha256_of,
    write_manifest,
)
from reportgen.batch.outcome import State
from tests.batch.conftest import Build
from tests.workspace import DEPARTMENT, write_tree

KEYS = [
    "form", "file", "source", "profile", "template", "sha256", "content_sha256", "source_sha256",
    "template_sha256", "profile_sha256",
]  # fmt: skip


def documents() -> list[dict[str, str]]:
    content = json.loads(Path("output", NAME).read_text("utf-8"))
    assert list(content) == ["version", "documents", "sources"]
    assert content["version"] == 1
    found: list[dict[str, str]] = content["documents"]
    return found


def digest(*names: str) -> str:
    return hashlib.sha256(b"".join(Path(name).read_bytes() for name in names)).hexdigest()


def test_every_hash_is_that_of_its_file(build_it: Build) -> None:
    build_it()
    (entry,) = documents()
    assert list(entry) == KEYS
    content_hash = entry.pop("content_sha256")
    assert len(content_hash) == 64
    assert entry == {
        "form": "notice",
        "file": "2024/某县卫生健康局/通知.docx",
        "source": "data/a.yaml",
        "profile": "本县",
        "template": "notice.docx",
        "sha256": digest("output/2024/某县卫生健康局/通知.docx"),
        "source_sha256": digest("data/a.yaml"),
        "template_sha256": digest("templates/docx/notice.docx"),
        "profile_sha256": digest("profiles/本县.yaml"),
    }


def test_a_new_template_is_hashed_anew(workspace: Path, build_it: Build) -> None:
    build_it()
    write_tree(workspace, {"templates/docx/notice.docx": ("改过",)})
    build_it()
    assert documents()[0]["template_sha256"] == digest("templates/docx/notice.docx")


def test_documents_of_other_files_stay_in_the_manifest(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县卫生健康局", "乙局")})
    build_it("data/a.yaml")
    build_it("data/b.yaml")
    assert [each["source"] for each in documents()] == ["data/b.yaml", "data/a.yaml"]
    assert [each["file"] for each in documents()] == sorted(each["file"] for each in documents())
    Path("output/2024/乙局/通知.docx").unlink()
    build_it("data/a.yaml")
    assert [each["source"] for each in documents()] == ["data/a.yaml"]
    assert [each.documents for each in build_it().of(State.BUILT)] != [], "the lost one again"
    assert len(documents()) == 2


def test_sources_are_remembered_with_what_they_were_built_from(build_it: Build) -> None:
    build_it(asked=["notice"])
    (source,) = json.loads(Path("output", NAME).read_text("utf-8"))["sources"]
    assert (source["source"], source["sha256"]) == ("data/a.yaml", digest("data/a.yaml"))
    assert source["profile_sha256"] == digest("profiles/本县.yaml")
    assert (source["printed"], list(source["forms"])) == ({"notice": 1}, ["notice"])
    for name in ("reportgen", "docxtpl", "jinja2", "isal"):
        assert name in source["engine"]


def test_sources_that_cannot_be_used_cost_no_documents(build_it: Build) -> None:
    build_it()
    content = json.loads(Path("output", NAME).read_text("utf-8"))
    Path("output", NAME).write_text(json.dumps(content | {"sources": 5}), "utf-8")
    assert len(read_manifest(Path("output")).documents) == 1


def test_sources_of_an_older_program_are_built_again_and_no_document_is_taken_for_edited(
    build_it: Build,
) -> None:
    build_it()
    path = Path("output", NAME)
    path.write_text(path.read_text("utf-8").replace('"printed"', '"asked"'), "utf-8")
    report = build_it()
    assert report.complete
    assert report.unchanged == 0
    assert not list(Path("output").rglob("*.edited.docx"))
    assert build_it().unchanged == 1


def test_a_source_whose_name_is_no_text_is_remembered(workspace: Path, build_it: Build) -> None:
    (workspace / "data/a.yaml").rename(os.fsdecode(b"data/\xb8\xdf.yaml"))
    build_it()
    (source,) = read_manifest(Path("output")).sources
    assert os.fsencode(source) == b"data/\xb8\xdf.yaml"
    assert build_it().unchanged == 1
    (entry,) = json.loads(Path("output", NAME).read_bytes())["documents"]
    assert entry["source"] == source


def test_paths_are_written_with_slashes(workspace: Path, build_it: Build) -> None:
    build_it(str(workspace / "data" / "a.yaml"))
    (entry,) = documents()
    assert entry["source"] == (workspace / "data/a.yaml").as_posix()
    assert "\\" not in "".join(entry.values())


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "[]", "{}", "null", '{"documents": 1}', '{"documents": [1]}',
        '{"documents": [{"file": "a"}]}', "\udcff", '{"documents": [{"file": 1}]}',
    ],
)  # fmt: skip
def test_a_manifest_that_cannot_be_used_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / NAME).write_bytes(content.encode(errors="surrogateescape"))
    assert read_manifest(tmp_path) == Manifest()
    assert read_manifest(tmp_path / "nowhere") == Manifest()


def test_an_entry_with_a_number_in_it_is_not_ours(build_it: Build) -> None:
    build_it()
    assert len(read_manifest(Path("output")).documents) == 1
    (entry,) = documents()
    Path("output", NAME).write_text(json.dumps({"documents": [entry | {"file": 5}]}), "utf-8")
    assert read_manifest(Path("output")) == Manifest()
    Path("output", NAME).write_text(json.dumps({"documents": [entry | {"file": 5}, entry]}))
    assert list(read_manifest(Path("output")).documents) == [entry["file"]]


def test_keys_of_a_newer_version_are_left_out(build_it: Build) -> None:
    build_it()
    ours = read_manifest(Path("output"))
    content = json.loads(Path("output", NAME).read_text("utf-8"))
    for entry in (*content["documents"], *content["sources"]):
        entry["signed_by"] = "某某"
    Path("output", NAME).write_text(json.dumps(content), "utf-8")
    assert read_manifest(Path("output")) == ours
    assert ours.documents


def test_pages_are_remembered_with_what_they_show(tmp_path: Path) -> None:
    pdf = BuiltPages("2024/乙局/表.pdf", "2024/乙局/表.docx", "1", "2")
    write_manifest(tmp_path, Manifest(pages={pdf.file: pdf}))
    assert json.loads((tmp_path / NAME).read_text("utf-8"))["pages"] == [
        {"file": pdf.file, "origin": pdf.origin, "origin_sha256": "1", "sha256": "2"}
    ]
    assert read_manifest(tmp_path).pages == {pdf.file: pdf}


@pytest.mark.parametrize("pages", [5, [5], [{"file": "a"}], None])
def test_pages_that_cannot_be_used_cost_no_documents(build_it: Build, pages: object) -> None:
    build_it()
    content = json.loads(Path("output", NAME).read_text("utf-8"))
    Path("output", NAME).write_text(json.dumps(content | {"pages": pages}), "utf-8")
    manifest = read_manifest(Path("output"))
    assert (len(manifest.documents), manifest.pages) == (1, {})


OUTSIDE = [
    5,
    "",
    "/evil",
    "../evil",
    "2024/../../evil",
    "2024\n/../../evil",
    r"..\evil",
    r"C:\evil",
    "C:evil",
    r"\\a\b",
]


@pytest.mark.parametrize("file", OUTSIDE)
def test_entries_of_files_elsewhere_are_not_ours(build_it: Build, file: object) -> None:
    build_it()
    pages = {"file": file, "origin": "a", "origin_sha256": "1", "sha256": "2"}
    path = Path("output", NAME)
    content = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(content | {"pages": [pages]}), "utf-8")
    manifest = read_manifest(Path("output"))
    assert (len(manifest.documents), manifest.pages) == (1, {})
    assert build_it().complete
    (entry,) = content["documents"]
    path.write_text(json.dumps(content | {"documents": [entry | {"file": file}]}), "utf-8")
    assert read_manifest(Path("output")).documents == {}
    report = build_it()
    assert (report.complete, report.unchanged) == (True, 0)


def test_sha256_is_written_in_hexadecimal() -> None:
    assert sha256_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
