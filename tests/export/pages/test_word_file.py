"""A .docx as the page checks read it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm

from reportgen.export.pages.word_file import W, WordFile, plain_text, twips
from tests.export.pages.drawn import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH
from tests.export.pages.written import document, saved, table
from tests.packages import damaged, encrypted
from tests.rendering.word import replace_in_part


def test_what_is_no_word_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 no document")
    with pytest.raises(ValueError, match=r"a\.docx"):
        WordFile(tmp_path / "a.docx")


@pytest.mark.parametrize("spoil", [damaged, encrypted])
def test_so_is_what_is_damaged_or_encrypted(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    path = saved(document(), tmp_path)
    spoil(path)
    with pytest.raises(ValueError, match=path.name):
        WordFile(path)


def test_so_is_a_document_with_styles_that_are_no_xml(tmp_path: Path) -> None:
    path = saved(document(), tmp_path)
    replace_in_part(path, "word/styles.xml", "</w:styles>", "")
    with pytest.raises(ValueError, match=path.name):
        WordFile(path)


def test_the_text_area_of_a_page(tmp_path: Path) -> None:
    word = WordFile(saved(document(), tmp_path))
    area = word.area_of(WIDTH, HEIGHT)
    shown = (area.left, area.top, area.right, area.bottom)
    assert shown == pytest.approx((LEFT, TOP, RIGHT, BOTTOM), abs=0.2)
    other = word.area_of(842, 595)
    assert (other.left, other.right) == (0, 842)


def test_a_page_may_be_stated_with_units(tmp_path: Path) -> None:
    made = document()
    size, edges = (made.sections[0]._sectPr.find(qn(tag)) for tag in ("w:pgSz", "w:pgMar"))
    for element, name, stated in ((size, "w", "595.3pt"), (edges, "left", "28mm")):
        element.set(qn(f"w:{name}"), stated)
    (area,) = WordFile(saved(made, tmp_path)).areas
    assert (area.width, area.left) == pytest.approx((595.3, LEFT), abs=0.2)


def test_of_sections_with_pages_of_a_size_the_widest_counts(tmp_path: Path) -> None:
    made = document()
    section = made.add_section()
    section.left_margin, section.right_margin = Mm(20), Mm(30)
    area = WordFile(saved(made, tmp_path)).area_of(WIDTH, HEIGHT)
    assert (area.left, area.right) == pytest.approx((20 * 72 / 25.4, RIGHT), abs=0.2)


def test_hidden_text_is_not_printed(tmp_path: Path) -> None:
    made = document(titled=False)
    paragraph = made.add_paragraph("看得见 ")
    paragraph.add_run("看不见").font.hidden = True
    word = WordFile(saved(made, tmp_path))
    assert word.texts == ("看得见",)
    assert plain_text(word.body) == "看得见"


def test_cells_tell_where_they_stand(tmp_path: Path) -> None:
    made = document(titled=False)
    table(made, Mm(40), "意见").add_paragraph("（盖章）")
    grid = made.add_table(2, 2)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "一、概况"
    turned = OxmlElement("w:textDirection")
    turned.set(qn("w:val"), "tbRlV")
    grid.cell(1, 1).text = "年度目标"
    grid.cell(1, 1)._tc.get_or_add_tcPr().append(turned)
    cells = WordFile(saved(made, tmp_path)).cells
    assert [(each.table, each.row, each.column, each.text) for each in cells] == [
        (1, 1, 1, "意见(盖章)"),
        (2, 1, 1, "一、概况"),
        (2, 2, 2, "年度目标"),
    ]
    assert [each.is_row for each in cells] == [False, True, False]
    assert [each.is_turned for each in cells] == [False, False, True]


def test_stretches_end_at_line_breaks_and_leave_turned_cells_out(tmp_path: Path) -> None:
    made = document(titled=False)
    run = made.add_paragraph().add_run("资金")
    run.add_break(WD_BREAK.LINE)
    run.add_text("情况")
    turned = OxmlElement("w:textDirection")
    turned.set(qn("w:val"), "tbRlV")
    table(made, Mm(40), "年度目标")._tc.get_or_add_tcPr().append(turned)
    stretches = WordFile(saved(made, tmp_path)).stretches
    assert {"资金", "情况"} <= set(stretches)
    assert "年度目标" not in stretches


def test_parts_are_found_by_name_and_kind(tmp_path: Path) -> None:
    word = WordFile(saved(document(), tmp_path))
    assert word.has_part("word/styles.xml")
    assert not word.has_part("word/nothing.xml")
    assert len(word.parts_named("footer")) == 2
    assert len(word.parts()) > 4
    assert twips(word.body.find(f".//{W}pgMar"), "left") == pytest.approx(LEFT, abs=0.2)
    assert twips(None, "left") == 0
