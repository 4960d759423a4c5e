"""Word documents made by a test: set as GB/T 9704 asks, or wrong in one thing."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

TEXT = "坚持以人民健康为中心统筹推进基本公共卫生服务" * 70
SONG, FANG, KAI, HEI = "FZXiaoBiaoSong-B05S", "FangSong_GB2312", "KaiTi_GB2312", "SimHei"


def document(*, number: str = "— PAGE —", titled: bool = True) -> Document:
    """A page set as GB/T 9704 says, its number in the footers, a title if wished."""
    made = docx.Document()
    made.settings.odd_and_even_pages_header_footer = True
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Pt(70)
    for foot, is_odd in ((section.footer, True), (section.even_page_footer, False)):
        paragraph = foot.paragraphs[0]
        style = paragraph.paragraph_format
        style.alignment = 2 if is_odd else 0
        style.right_indent, style.left_indent = Pt(14 * is_odd), Pt(14 * (not is_odd))
        _number(paragraph, number)
    if titled:
        add(made, "某县卫生健康局绩效自评报告", SONG, 22, indent=0, squeeze=0)
    return made


def add(
    made: Document | _Cell,
    text: str,
    face: str = FANG,
    size: float = 16,
    *,
    pitch: float | None = 28.95,
    squeeze: float = -0.25,
    indent: float = 2,
    latin: str = "Times New Roman",
) -> Paragraph:
    """Add a paragraph; `indent` is in characters, all else in points."""
    paragraph = made.add_paragraph()
    layout = paragraph.paragraph_format
    layout.space_after, layout.space_before = Pt(0), Pt(0)
    layout.line_spacing = None if pitch is None else Pt(pitch)
    layout.first_line_indent = Pt(indent * size)
    layout.widow_control = False
    run = paragraph.add_run(text)
    run.font.size, run.font.name = Pt(size), latin
    run._r.rPr.rFonts.set(qn("w:eastAsia"), face)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(round(squeeze * 20)))
    run._r.rPr.insert_element_before(spacing, "w:sz")
    return paragraph


def table(
    made: Document, width: Length, text: str = "", height: Length | None = None, size: float = 16
) -> _Cell:
    """Add a row of two cells, the first of this width and with this text; return it."""
    grid = made.add_table(1, 2, style="Table Grid")
    grid.autofit = False
    for cell, column, wide in zip(grid.row_cells(0), grid.columns, (width, Mm(20)), strict=True):
        cell.width, column.width = wide, wide
    if height:
        grid.rows[0].height, grid.rows[0].height_rule = height, WD_ROW_HEIGHT_RULE.EXACTLY
    first: _Cell = grid.cell(0, 0)
    first.paragraphs[0].add_run(text).font.size = Pt(size)
    return first


def saved(made: Document, folder: Path, name: str = "某文书") -> Path:
    path = folder / f"{name}.docx"
    made.save(str(path))
    return path


def _number(paragraph: Paragraph, number: str) -> None:
    before, field, after = number.partition("PAGE")
    pieces = [before, *(("begin", field, "end") if field else ()), after]
    for piece in pieces:
        run = paragraph.add_run()
        run.font.size, run.font.name = Pt(14), "SimSun"
        run._r.rPr.rFonts.set(qn("w:eastAsia"), "SimSun")
        if piece in {"begin", "end"}:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), piece)
            run._r.append(element)
        elif piece == "PAGE":
            instruction = OxmlElement("w:instrText")
            instruction.text = piece
            run._r.append(instruction)
        else:
            run.text = piece
