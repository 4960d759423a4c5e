"""Each check of the pages has a document that makes it fail."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, Twips

from tests.pages.layout import page_problems
from tests.pages.office import invalid, to_pdf

TEXT = "坚持以人民健康为中心统筹推进基本公共卫生服务" * 40


def page(*, number: str = "— PAGE —") -> Document:
    """A page set as GB/T 9704 says, its number in the footer."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    foot = section.footer.paragraphs[0]
    before, field, after = number.partition("PAGE")
    foot.add_run(before)
    for kind in ("begin", "end") if field else ():
        element = OxmlElement("w:fldChar")
        element.set(qn("w:fldCharType"), kind)
        run = foot.add_run()
        run._r.append(element)
        if kind == "begin":
            instruction = OxmlElement("w:instrText")
            instruction.text = field
            foot.add_run()._r.append(instruction)
    foot.add_run(after)
    return document


def running(document: Document, *, pitch: float = 28.95, squeeze: float = -0.25) -> Document:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(pitch)
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(TEXT)
    run.font.size = Pt(16)
    run.font.name = "FangSong_GB2312"
    run._r.rPr.rFonts.set(qn("w:eastAsia"), "FangSong_GB2312")
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(int(squeeze * 20)))
    run._r.rPr.insert_element_before(spacing, "w:sz")
    return document


def table(document: Document, width: Any, text: str, height: Any = None) -> Document:
    made = document.add_table(1, 2, style="Table Grid")
    made.autofit = False
    for cell, wide, words in ((made.cell(0, 0), width, text), (made.cell(0, 1), Mm(20), "甲")):
        cell.width, cell.text = wide, words
    for column, wide in zip(made.columns, (width, Mm(20)), strict=True):
        column.width = wide
    if height:
        made.rows[0].height, made.rows[0].height_rule = height, WD_ROW_HEIGHT_RULE.EXACTLY
    return document


def small(document: Document) -> Document:
    document = running(document)
    document.paragraphs[-1].runs[0].font.size = Pt(15)
    return document


def indented(document: Document) -> Document:
    document.add_paragraph(TEXT).paragraph_format.left_indent = Mm(-20)
    return document


def then_blank(document: Document) -> Document:
    document.add_paragraph("甲")
    document.add_paragraph().paragraph_format.page_break_before = True
    return document


SAMPLES: dict[str, tuple[Callable[[], Document], str]] = {
    "sound": (lambda: running(page()), ""),
    "blank page": (lambda: then_blank(page()), "page 2: no text"),
    "no number": (lambda: running(page(number="")), "page number is ''"),
    "plain number": (lambda: running(page(number="PAGE")), "page number is '1'"),
    "other number": (lambda: running(page(number="— 7 —")), "page number is '—7—'"),
    "squeezed": (lambda: table(page(), Twips(500), "指标目标完成情况"), "lines of one character"),
    "clipped": (lambda: table(page(), Mm(20), TEXT, Mm(10)), "characters on no page"),
    "wide table": (lambda: table(page(), Mm(180), "甲"), "rules outside the margins"),
    "in the margin": (lambda: indented(page()), "characters outside the margins"),
    "29 points": (lambda: running(page(), pitch=29.5), "21 lines on a full page"),
    "no spacing": (lambda: running(page(), squeeze=0), "27 characters in a full line"),
    "small type": (lambda: small(page()), "[15] points"),
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The problems of each sample."""
    folder = tmp_path_factory.mktemp("samples")
    documents = {name: folder / f"{name}.docx" for name in SAMPLES}
    for name, (make, _) in SAMPLES.items():
        make().save(str(documents[name]))
    pdfs = to_pdf(list(documents.values()), tmp_path_factory.mktemp("pdf"))
    return {
        name: page_problems(path, pdfs[path], running_text=True) for name, path in documents.items()
    }


@pytest.mark.parametrize("name", [name for name, (_, problem) in SAMPLES.items() if problem])
def test_a_fault_on_a_page_is_found(name: str, found: dict[str, list[str]]) -> None:
    problem = SAMPLES[name][1]
    assert any(problem in each for each in found[name]), found[name]


def test_a_sound_page_has_no_problems(found: dict[str, list[str]]) -> None:
    assert found["sound"] == []


def test_a_document_that_gives_no_pdf_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no document")
    with pytest.raises(AssertionError, match="made no PDF"):
        to_pdf([broken], tmp_path)


def test_the_sdk_tells_of_a_wrong_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph()._p.append(OxmlElement("w:tbl"))
    document.save(str(tmp_path / "wrong.docx"))
    assert any("tbl" in problem for problem in invalid([tmp_path / "wrong.docx"]))
