import pytest
from lxml import etree

from reportgen.rendering.properties import core_properties


@pytest.mark.parametrize(
    "text", ["", "甲 & 乙 < 丙 > \" '", "{{ 7*7 }}", "第一行\n第二行", "一\r二", "🏥𠮷"]
)
def test_title_and_author_are_kept_as_given(text: str) -> None:
    root = etree.fromstring(core_properties(text, text))
    assert [element.text or "" for element in root] == [text, text]


def test_the_same_names_give_the_same_bytes() -> None:
    assert core_properties("甲", "乙") == core_properties("甲", "乙")
