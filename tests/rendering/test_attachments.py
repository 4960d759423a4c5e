"""Pictures and sub-documents in a form: docxtpl prints them, behind the same interface."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from reportgen.model.errors import FormError, ReportgenError
from reportgen.model.form import Form, FormManifest
from reportgen.model.profile import Profile
from reportgen.rendering.documents import Document, Printer
from tests.rendering.word import Block, Built, facts, package_parts, word_file

SEAL = "公章.png"
NOTES = "填表说明.docx"


def png(path: Path, width: int = 20, height: int = 10) -> Path:
    """Save a grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    rows = (b"\0" + b"\x80" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))
    return path


def form(folder: Path, *blocks: Block, attached: tuple[str, ...] = (SEAL, NOTES)) -> Form:
    png(folder / SEAL)
    word_file(folder / NOTES, "一、按年度填写。", [["口径", "万元"]])
    template = word_file(folder / "form.docx", *blocks)
    return Form("form", template, FormManifest.model_validate({"附带": list(attached)}))


def printed(one: Form, **typed: object) -> Document:
    (made,) = Printer().print_form(one, facts(**typed), "p", Profile())
    assert isinstance(made, Document), made
    return made


def test_a_picture_is_printed_in_its_place_and_size(tmp_path: Path) -> None:
    one = form(tmp_path, "盖章：{{ '公章.png'|图片(40) }}（{{ 部门.名称 }}）")
    content = printed(one).content
    parts = package_parts(content)
    (name,) = [each for each in parts if each.startswith("word/media/")]
    assert parts[name] == (tmp_path / SEAL).read_bytes()
    (tmp_path / "built.docx").write_bytes(content)
    document = docx.Document(str(tmp_path / "built.docx"))
    (shape,) = document.inline_shapes
    assert (shape.width, shape.height) == (Mm(40), Mm(20))
    assert Built(content).paragraphs[0] == "盖章：（某县卫生健康局）"


def test_a_document_is_printed_whole(tmp_path: Path) -> None:
    one = form(tmp_path, "前", "{{p '填表说明.docx'|子文档 }}", "后")
    built = Built(printed(one).content)
    assert built.paragraphs[:3] == ["前", "一、按年度填写。", "后"]
    assert built.rows == [["口径", "万元"]]
    assert not built.complaints


@pytest.mark.parametrize("typed", ["<&>", "{{ 年度 }}", "{_{ 年度 }_}", "{_% if %_}", "甲\n乙\t丙"])
def test_what_was_typed_is_printed_as_typed(tmp_path: Path, typed: str) -> None:
    one = form(tmp_path, "{{ 部门.联系人 }}{{ '公章.png'|图片 }}")
    built = Built(printed(one, 部门={"名称": "局", "联系人": typed}).content)
    assert built.paragraphs[0] == typed


def test_it_merges_and_mends_like_any_form(tmp_path: Path) -> None:
    rows = [
        ["{%tr for 行 in 资金.来源 %}", ""],
        ["{% 合并 行.说明 %}{{ 行.说明 }}", "{{ 行.名称 }}"],
        ["{%tr endfor %}", ""],
    ]
    one = form(tmp_path, rows, "{{ '公章.png'|图片 }}")
    sources = [{"名称": "甲", "说明": "同"}, {"名称": "乙", "说明": "同"}]
    built = Built(printed(one, 资金={"来源": sources}).content)
    assert [cell.rowspan for cell in built.tables[0] if cell.column == 0] == [2]
    assert not Built(printed(one).content).complaints


def test_the_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    one = form(tmp_path, "{{ '公章.png'|图片 }}", "{{p '填表说明.docx'|子文档 }}")
    first, again = printed(one), printed(one)
    assert first.content == again.content
    png(tmp_path / SEAL, width=30)
    assert printed(one).content_hash != first.content_hash


@pytest.mark.parametrize(
    ("tag", "attached", "said"),
    [
        ("{{ '印.png'|图片 }}", (SEAL,), "“附带”里没有它"),
        ("{{ '公章.png'|图片 }}", (SEAL, "缺.png"), "不在模板旁边"),
        ("{{ '../公章.png'|图片 }}", (SEAL,), "“附带”里没有它"),
        ("{{ '填表说明.docx'|图片 }}", (NOTES,), "不是可用的图片"),
        ("{{p '公章.png'|子文档 }}", (SEAL,), "不是可用的图片"),
        ("{{ 部门.名称|图片 }}", (SEAL,), "“附带”里没有它"),
    ],
)
def test_a_file_that_cannot_be_printed_is_told(
    tmp_path: Path, tag: str, attached: tuple[str, ...], said: str
) -> None:
    one = form(tmp_path, tag, attached=attached)
    caught = refused(one)
    assert said in caught.message.say("zh")
    assert caught.hint is not None


def refused(one: Form) -> ReportgenError:
    try:
        (made,) = Printer().print_form(one, facts(), "p", Profile())
    except FormError as error:
        return error
    assert isinstance(made, ReportgenError)
    return made


def test_a_sub_document_needs_a_paragraph_of_its_own(tmp_path: Path) -> None:
    (said,) = refused(form(tmp_path, "见{{ '填表说明.docx'|子文档 }}")).details
    assert "子文档不能印在一段文字里" in said.say("zh")
    assert "{{p" in said.say("zh")
