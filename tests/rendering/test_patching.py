"""Word's XML before Jinja and after it."""

import pytest

from reportgen.rendering.emptied import MARK
from reportgen.rendering.patching import for_jinja, may_hold_tags, patched

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


def test_blanks_between_elements_go_and_blanks_in_texts_stay() -> None:
    xml = patched(part("<w:p>\n <w:r>\n<w:t xml:space='preserve'>  </w:t></w:r>\n</w:p>").encode())
    assert '<w:p><w:r><w:t xml:space="preserve">  </w:t></w:r></w:p>' in xml


def test_jinja_reads_merges_compiled_and_ends_marked() -> None:
    cell = "<w:tc>{% for a in b %}<w:p>{% 合并 a %}</w:p>{% endfor %}</w:tc>"
    source = for_jinja(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")
    assert "合并" not in source
    assert f"{MARK}{{% endif %}}</w:tc>" in source
