"""A document with its pages: body, foot, headings of columns, and where texts stand."""

from __future__ import annotations

from pathlib import Path

from reportgen.export.pages.pdf_pages import text_of
from reportgen.export.pages.printed import Stream, excerpt
from tests.export.pages.drawn import BOTTOM, TOP, foot, line, page, printed
from tests.export.pages.written import document, saved


def test_the_foot_is_below_the_text_area(tmp_path: Path) -> None:
    sheet = page(line("正文", top=BOTTOM - 20), foot("—1—"))
    made = printed(saved(document(), tmp_path), sheet)
    assert text_of(made.body(sheet)) == "正文"
    assert text_of(made.foot(sheet)) == "—1—"


def test_what_stands_above_is_a_header_only_if_the_document_has_one(tmp_path: Path) -> None:
    sheet = page(line("在上边", top=TOP - 40), line("正文"))
    plain = document()
    assert text_of(printed(saved(plain, tmp_path), sheet).body(sheet)) == "在上边正文"
    plain.sections[0].header.paragraphs[0].text = "在上边"
    assert text_of(printed(saved(plain, tmp_path), sheet).body(sheet)) == "正文"


def test_a_stream_knows_the_page_of_each_character() -> None:
    stream = Stream([line("第一页㎡"), line("第二页")])
    assert stream.text == "第一页m2第二页"
    assert [stream.at(n)[0] for n in (0, 4, 5)] == [1, 1, 2]
    assert (stream.page_of("第二页"), stream.page_of("没有"), stream.page_of("")) == (2, 0, 0)


def test_long_texts_are_quoted_by_their_beginning() -> None:
    assert excerpt("短 文") == "短文"
    assert excerpt("长" * 30) == "长" * 16 + "…"
