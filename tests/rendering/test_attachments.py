"""Pictures and sub-documents in a form."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.shared import Mm

from tests.rendering.bringing import SEAL, form, printed, refused
from tests.rendering.word import Built, package_parts


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


def test_a_sub_document_needs_a_paragraph_of_its_own(tmp_path: Path) -> None:
    (said,) = refused(form(tmp_path, "见{{ '填表说明.docx'|子文档 }}")).details
    assert "子文档不能印在一段文字里" in said.say("zh")
    assert "{{p" in said.say("zh")
