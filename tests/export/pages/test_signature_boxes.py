"""Boxes to sign, and signatures, torn by the end of a page."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document
from docx.shared import Mm

from reportgen.export.pages.pdf_pages import PdfPage
from reportgen.export.pages.signature_boxes import torn_boxes
from tests.export.pages.drawn import TOP, line, page, printed
from tests.export.pages.written import add, document, saved, table

OPINION = "单位意见：同意自评结果"
SIGN = "单位负责人（签字）：  年 月 日"


def faults(folder: Path, made: Document, *sheets: PdfPage) -> list[tuple[str, int, object]]:
    found = torn_boxes(printed(saved(made, folder), *sheets))
    return [(fault.code, fault.page, fault.arguments["next"]) for fault in found]


def boxed() -> Document:
    made = document()
    table(made, Mm(150), OPINION).add_paragraph(SIGN)
    return made


def test_a_box_on_one_page_is_whole(tmp_path: Path) -> None:
    assert faults(tmp_path, boxed(), page(line(OPINION), line(SIGN, top=200))) == []


def test_a_box_whose_end_is_on_the_next_page_is_torn(tmp_path: Path) -> None:
    sheets = page(line(OPINION, top=700)), page(line(SIGN), number=2)
    assert faults(tmp_path, boxed(), *sheets) == [("PAGE-11", 1, 2)]


def test_an_opinion_longer_than_a_page_may_go_on(tmp_path: Path) -> None:
    sheets = page(line(OPINION, top=TOP + 10)), page(line(SIGN, top=300), number=2)
    assert faults(tmp_path, boxed(), *sheets) == []


def test_the_place_to_sign_itself_is_never_torn(tmp_path: Path) -> None:
    made = document()
    table(made, Mm(150), OPINION).add_paragraph("单位（盖章）")
    made.tables[0].cell(0, 0).add_paragraph("2021年6月30日")
    sheets = (
        page(line(OPINION, top=TOP), line("单位（盖章）", top=700)),
        page(line("2021年6月30日", top=400), number=2),
    )
    assert faults(tmp_path, made, *sheets) == [("PAGE-11", 1, 2)]


def test_a_signature_stays_with_its_date(tmp_path: Path) -> None:
    made = document()
    add(made, "某县卫生健康局")
    add(made, "2021年6月30日")
    together = page(line("某县卫生健康局"), line("2021年6月30日", top=200))
    apart = page(line("某县卫生健康局")), page(line("2021年6月30日"), number=2)
    assert faults(tmp_path, made, together) == []
    assert faults(tmp_path, made, *apart) == [("PAGE-11", 1, 2)]


def test_words_of_signing_in_a_text_make_no_box(tmp_path: Path) -> None:
    made = document()
    table(made, Mm(150), "规范公章管理，签字手续齐全，制度健全执行有力，内控到位")
    sheets = (
        page(line("规范公章管理，签字手续齐全，", top=700)),
        page(line("制度健全执行有力，内控到位"), number=2),
    )
    assert faults(tmp_path, made, *sheets) == []
