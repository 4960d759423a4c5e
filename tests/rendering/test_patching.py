"""Word's XML before Jinja and after it."""

import pytest
from lxml import etree

from reportgen.rendering.patching import may_hold_tags, patched, word_part

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def part(inner: str) -> str:
    return f"<w:document {NAMESPACE}><w:body>{inner}</w:body></w:document>"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("word/document.xml", True),
        ("word/header3.xml", True),
        ("word/footer.xml", True),
        ("word/footnotes.xml", True),
        ("word/endnotes.xml", True),
        ("word/styles.xml", False),
        ("docProps/core.xml", False),
        ("word/_rels/document.xml.rels", False),
    ],
)
def test_only_parts_with_text_may_hold_tags(name: str, expected: bool) -> None:  # noqa: FBT001
    assert may_hold_tags(name) is expected


def test_a_tag_split_over_runs_becomes_whole() -> None:
    runs = "".join(
        f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>" for text in ("{", "{ 年", "度 }", "}")
    )
    assert "{{ 年度 }}" in patched(part(f"<w:p>{runs}</w:p>").encode())


def test_a_row_tag_leaves_nothing_of_its_row() -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>{%tr for 甲 in 乙 %}</w:t></w:r></w:p></w:tc></w:tr>"
    xml = patched(part(f"<w:tbl>{row}</w:tbl>").encode())
    assert "<w:tbl>{% for 甲 in 乙 %}</w:tbl>" in xml


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl><w:p/>", "<w:p/>"),
        ("<w:tbl><w:tr><w:trPr/></w:tr></w:tbl><w:p/>", "<w:p/>"),
        (
            "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>".replace("<w:tc/>", "<w:tc></w:tc>"),
            "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        ),
        (
            '<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr></w:tc></w:tr></w:tbl>',
            '<w:tbl><w:tr><w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
        ),
        (
            "<w:tbl><w:tr><w:tc><w:tcPr/><w:tbl></w:tbl></w:tc></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl>",
        ),
        (
            "<w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc>",
            "<w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:tc>",
        ),
        (
            '<w:tbl><w:tr w:rsidR="1"><w:trPr/></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
            "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        ),
        ("<w:txbxContent></w:txbxContent>", "<w:txbxContent><w:p/></w:txbxContent>"),
    ],
)
def test_what_word_would_repair_is_mended(broken: str, mended: str) -> None:
    assert word_part(part(broken)).decode().endswith(part(mended))


def test_a_sound_part_is_left_as_it_is() -> None:
    sound = part("<w:tbl><w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl><w:p/>")
    xml = word_part(sound)
    assert xml.decode().splitlines()[1] == sound
    assert etree.fromstring(xml).getroottree().docinfo.standalone
