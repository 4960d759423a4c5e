"""What loops over nothing leave behind."""

import re

import pytest

from reportgen.rendering.emptied import MARK, marked, mended, unmarked
from reportgen.rendering.environment import PartEnvironment

_END = re.compile(r"(?=</w:(?:tr|tbl|tc|hdr|ftr|txbxContent)>)")
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
    assert mended(broken.encode(), with_every_end_marked(broken)).decode() == whole


@pytest.mark.parametrize(
    "sound",
    [
        "<w:tbl><w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl><w:p/>",
        "<w:tbl><w:tr><w:tc><w:p>甲</w:p></w:tc></w:tr></w:tbl>",
        "<w:hdr><w:p/></w:hdr>",
    ],
)
def test_a_sound_part_is_left_as_it_is(sound: str) -> None:
    xml = sound.encode()
    assert mended(xml, with_every_end_marked(sound)) is xml


def with_every_end_marked(xml: str) -> bytes:
    marked = _END.sub(MARK, xml).encode()
    assert unmarked(marked) == xml.encode()
    return marked


@pytest.mark.parametrize(
    "source",
    [
        "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        f"<w:tbl>{FOR}<w:tr><w:tc><w:p/></w:tc></w:tr>{END}|</w:tbl>",
        f"<w:tbl><w:tr>{FOR}<w:tc><w:p/></w:tc>{END}|</w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc>{FOR}<w:p/>{END}|</w:tc></w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc>{FOR}<w:p/>{END}<w:p/></w:tc></w:tr></w:tbl>",
        f"<w:ftr>{FOR}<w:p>x</w:p>{END}|</w:ftr>",
        "<w:tc>{% if a %}<w:p/>{% else %}<w:p/>{% endif %}|</w:tc>",
        f"<w:tbl>{FOR}<w:tr><w:tc><w:p/></w:tc></w:tr>{END}<w:tr><w:tc><w:p>",
        f"<w:tc><w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>{FOR}<w:p/>{END}|</w:tc>",
        "<w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:tc>",
    ],
)
def test_only_what_a_template_can_empty_is_looked_at(source: str) -> None:
    assert marked(source.replace("|", "")) == source.replace("|", MARK)


@pytest.mark.parametrize(
    ("entries", "last"), [([], "<w:p/>"), ([1, 2], "<w:p>1</w:p><w:p>2</w:p>")]
)
def test_a_cell_with_a_table_before_a_loop_does_not_end_with_it(
    entries: list[int], last: str
) -> None:
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    loop = "{% for a in b %}<w:p>{{ a }}</w:p>{% endfor %}"
    source = marked(f"<w:tc><w:p>x</w:p>{table}{loop}</w:tc>")
    rendered = PartEnvironment().compiled(source)({"b": entries})
    finished = mended(unmarked(rendered), rendered)
    assert finished.decode() == f"<w:tc><w:p>x</w:p>{table}{last}</w:tc>"
