"""What loops over nothing leave behind."""

import pytest

from reportgen.rendering.emptied import can_be_emptied, mended

EVERYTHING = frozenset(
    f"</w:{name}>".encode() for name in ("tr", "tbl", "tc", "hdr", "ftr", "txbxContent")
)
FOR, END = "{% for a in b %}", "{% endfor %}"


@pytest.mark.parametrize(
    ("broken", "whole"),
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
def test_what_word_would_repair_is_mended(broken: str, whole: str) -> None:
    assert mended(broken.encode(), EVERYTHING).decode() == whole


def test_a_sound_part_is_left_as_it_is() -> None:
    sound = b"<w:tbl><w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl><w:p/>"
    assert mended(sound, EVERYTHING) is sound


@pytest.mark.parametrize(
    ("source", "emptied"),
    [
        ("<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", set()),
        (f"<w:tbl>{FOR}<w:tr><w:tc><w:p/></w:tc></w:tr>{END}</w:tbl>", {b"</w:tbl>"}),
        (f"<w:tbl><w:tr>{FOR}<w:tc><w:p/></w:tc>{END}</w:tr></w:tbl>", {b"</w:tr>"}),
        (f"<w:tbl><w:tr><w:tc>{FOR}<w:p/>{END}</w:tc></w:tr></w:tbl>", {b"</w:tc>"}),
        (f"<w:tbl><w:tr><w:tc>{FOR}<w:p/>{END}<w:p/></w:tc></w:tr></w:tbl>", set()),
        (f"<w:ftr>{FOR}<w:p>x</w:p>{END}</w:ftr>", {b"</w:ftr>"}),
        ("<w:tc>{% if a %}<w:p/>{% else %}<w:p/>{% endif %}</w:tc>", {b"</w:tc>"}),
        (f"<w:tbl>{FOR}<w:tr><w:tc><w:p/></w:tc></w:tr>{END}<w:tr><w:tc><w:p>", set()),
    ],
)
def test_only_what_a_template_can_empty_is_looked_at(source: str, emptied: set[bytes]) -> None:
    assert can_be_emptied(source) == emptied
