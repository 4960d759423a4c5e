"""Files that a form brings in, and those that cannot be printed."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from reportgen.model.finding import Severity
from reportgen.rendering.form_check import check_template
from tests.rendering.bringing import NOTES, SEAL, form, png, printed, refused
from tests.rendering.word import word_file


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
