"""Pictures and sub-documents in a form: docxtpl prints them, behind the same interface."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from reportgen.model.errors import FormError, ReportgenError
from reportgen.model.finding import Severity
from reportgen.model.form import Form, FormManifest
from reportgen.model.profile import Profile
from reportgen.rendering import patching
from reportgen.rendering.documents import Document, Printer
from reportgen.rendering.form_check import check_template
from tests.rendering.word import Block, Built, W, facts, package_parts, word_file

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


@pytest.mark.parametrize(
    "typed",
    [
        "<&>",
        "{{ 年度 }}",
        "{_{ 年度 }_}",
        "{_% if %_}",
        "甲\n乙\t丙",
        "甲{",
        "_{乙",
        "}_",
        "\ue003\ue004甲",
        "\ue0000\ue001",
        "<?start 0?>甲<?end?>",
    ],
)
def test_what_was_typed_is_printed_as_typed(tmp_path: Path, typed: str) -> None:
    tags = "{{ 部门.联系人 }}{{ 部门.预算编码 }}_{{ 部门.联系人 }}"
    one = form(tmp_path, tags, "{{ '公章.png'|图片 }}")
    department = {"名称": "局", "联系人": typed, "预算编码": "_{乙"}
    assert Built(printed(one, 部门=department).content).paragraphs[0] == f"{typed}_{{乙_{typed}"


def test_what_is_lost_on_the_way_is_told_and_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mended = patching.mended
    monkeypatch.setattr(
        patching, "mended", lambda xml, pieces: mended(xml.replace(b"305", b""), pieces)
    )
    one = form(tmp_path, "{{ 部门.联系人 }}{{ '公章.png'|图片 }}", "305")
    error = refused(one, 部门={"名称": "局", "联系人": "305"})
    assert "标签印出的“305”没有出现在文书里" in error.message.say("zh")


def test_notes_at_the_end_are_printed_too(tmp_path: Path) -> None:
    one = form(tmp_path, "{{ '公章.png'|图片 }}")
    parts = package_parts(one.template.read_bytes())
    office = "openxmlformats-officedocument"
    parts["word/endnotes.xml"] = (
        f'<w:endnotes xmlns:w="{W[1:-1]}"><w:endnote w:id="1"><w:p><w:r>'
        "<w:t>{{ 部门.名称 }}</w:t></w:r></w:p></w:endnote></w:endnotes>"
    ).encode()
    declared = (
        '<Override PartName="/word/endnotes.xml" '
        f'ContentType="application/vnd.{office}.wordprocessingml.endnotes+xml"/></Types>'
    )
    link = (
        '<Relationship Id="rId99" Target="endnotes.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/endnotes"/></Relationships>'
    )
    for name, end, added in (
        ("[Content_Types].xml", "</Types>", declared),
        ("word/_rels/document.xml.rels", "</Relationships>", link),
    ):
        parts[name] = parts[name].decode().replace(end, added).encode()
    with zipfile.ZipFile(one.template, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    notes = package_parts(printed(one).content)["word/endnotes.xml"].decode()
    assert "某县卫生健康局" in notes
    assert "{{" not in notes


@pytest.mark.parametrize("asked", [None, 150])
def test_a_picture_is_as_wide_as_asked_and_never_wider_than_the_text(
    tmp_path: Path, asked: int | None
) -> None:
    given = "" if asked is None else f"({asked})"
    one = form(tmp_path, "{{ '公章.png'|图片" + given + " }}")
    png(tmp_path / SEAL, 4_000, 100)
    (tmp_path / "built.docx").write_bytes(printed(one).content)
    document = docx.Document(str(tmp_path / "built.docx"))
    section = document.sections[0]
    text = section.page_width - section.left_margin - section.right_margin
    (shape,) = document.inline_shapes
    assert shape.width == pytest.approx(text if asked is None else Mm(asked), abs=Mm(1))


@pytest.mark.parametrize(
    ("tag", "attached", "said"),
    [
        ("{{ '印.png'|图片 }}", (SEAL,), "“附带”里没有它"),
        ("{{ '公章.png'|图片 }}", (SEAL, "缺.png"), "不在模板旁边"),
        ("{{ '../公章.png'|图片 }}", (SEAL,), "“附带”里没有它"),
        ("{{ '填表说明.docx'|图片 }}", (NOTES,), "不是可用的图片"),
        ("{{p '公章.png'|子文档 }}", (SEAL,), "不是可用的图片"),
        ("{{ 部门.名称|图片 }}", (SEAL,), "“附带”里没有它"),
        ("{{ '公章.png'|图片(0) }}", (SEAL,), "宽度 0 毫米不能用"),
        ("{{ '公章.png'|图片(9999) }}", (SEAL,), "宽度 9999 毫米不能用"),
    ],
)
def test_a_file_that_cannot_be_printed_is_told(
    tmp_path: Path, tag: str, attached: tuple[str, ...], said: str
) -> None:
    one = form(tmp_path, tag, attached=attached)
    caught = refused(one)
    assert said in caught.message.say("zh")
    assert caught.hint is not None


@pytest.mark.parametrize("kept", [6, 40])
def test_a_broken_picture_is_no_fault_of_the_program(tmp_path: Path, kept: int) -> None:
    one = form(tmp_path, "{{ '公章.png'|图片 }}", attached=(SEAL,))
    (tmp_path / SEAL).write_bytes((tmp_path / SEAL).read_bytes()[:kept])
    assert "不是可用的图片" in refused(one).message.say("zh")


def test_a_document_with_tags_of_its_own_is_refused(tmp_path: Path) -> None:
    one = form(tmp_path, "{{p '填表说明.docx'|子文档 }}")
    word_file(tmp_path / NOTES, "单位：{{ 部门.名称 }}")
    assert "标签不会计算" in refused(one).message.say("zh")


def test_the_check_of_a_form_tells_its_files(tmp_path: Path) -> None:
    one = form(tmp_path, "{{ '公章.png'|图片 }}", attached=(SEAL, "缺.png"))
    attached = one.attached_to(one.template)
    (problem,) = check_template(one.template, None, attached)
    assert (problem.code, problem.severity) == ("FORM-23", Severity.ERROR)
    assert "“缺.png”不在模板旁边" in problem.say("zh")
    assert "附带: [缺.png]" in problem.say_hint("zh")


def refused(one: Form, **typed: object) -> ReportgenError:
    try:
        (made,) = Printer().print_form(one, facts(**typed), "p", Profile())
    except FormError as error:
        return error
    assert isinstance(made, ReportgenError)
    return made


def test_a_sub_document_needs_a_paragraph_of_its_own(tmp_path: Path) -> None:
    (said,) = refused(form(tmp_path, "见{{ '填表说明.docx'|子文档 }}")).details
    assert "子文档不能印在一段文字里" in said.say("zh")
    assert "{{p" in said.say("zh")
