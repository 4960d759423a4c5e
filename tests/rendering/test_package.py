import io
import zipfile
from pathlib import Path

import pytest

from reportgen.model.errors import FormError
from reportgen.rendering.package import Package, assemble, read_package, store
from tests.packages import damaged, encrypted
from tests.rendering.word import word_file

PARTS = {"word/document.xml": b"<a/>", "[Content_Types].xml": b"<b/>", "docProps/core.xml": b""}


def written(parts: dict[str, bytes]) -> Package:
    return assemble([store(name, content) for name, content in parts.items()])


def test_parts_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(written(PARTS).content)
    assert read_package(path) == PARTS


def test_bytes_do_not_depend_on_the_order_of_the_parts() -> None:
    assert written(PARTS).content == written(dict(reversed(PARTS.items()))).content


def test_content_types_come_first_as_word_writes_them(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(written(PARTS).content)
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_python_finds_every_part_sound() -> None:
    large = PARTS | {"word/媒体.xml": bytes(range(256)) * 1000}
    with zipfile.ZipFile(io.BytesIO(written(large).content)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == large


def test_the_content_hash_knows_names_and_bytes_of_the_parts_only() -> None:
    assert written(PARTS).content_hash == written(dict(reversed(PARTS.items()))).content_hash


@pytest.mark.parametrize(
    "other",
    [
        {**PARTS, "word/document.xml": b"<c/>"},
        {**PARTS, "word/more.xml": b""},
        {"word/document.xml": b"<a/>", "[Content_Types].xml": b"<b/>"},
    ],
)
def test_the_content_hash_changes_with_any_part(other: dict[str, bytes]) -> None:
    assert written(other).content_hash != written(PARTS).content_hash


def test_what_is_no_word_document_is_refused(tmp_path: Path) -> None:
    broken = word_file(tmp_path / "damaged.docx", "甲" * 500)
    damaged(broken)
    encrypted(word_file(tmp_path / "locked.docx", "甲"))
    cut = tmp_path / "cut.docx"
    cut.write_bytes(word_file(tmp_path / "whole.docx", "甲").read_bytes()[:2000])
    (tmp_path / "text.docx").write_text("不是 Word", "utf-8")
    (tmp_path / "old.docx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))
    (tmp_path / "sheet.docx").write_bytes(written({"xl/workbook.xml": b"<a/>"}).content)
    (tmp_path / "folder.docx").mkdir()
    names = ["damaged", "locked", "cut", "text", "old", "sheet", "folder", "missing"]
    for name in names:
        with pytest.raises(FormError) as caught:
            read_package(tmp_path / f"{name}.docx")
        assert f"{name}.docx”不是可用的 Word 文档" in caught.value.message.say("zh")
        assert caught.value.hint is not None
