"""What docxtpl prints, behind the same interface."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from reportgen.rendering import patching
from tests.rendering.bringing import form, printed, refused
from tests.rendering.word import Built, W, package_parts


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
        patching, "mended", lambda xml, marks: mended(xml.replace(b"305", b""), marks)
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
