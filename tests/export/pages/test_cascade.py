"""How Word comes to the look of a text, layer by layer."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from reportgen.export.pages.cascade import Cascade, Look
from reportgen.export.pages.word_file import W, WordFile
from tests.export.pages.written import saved


@pytest.fixture
def made() -> Document:
    """A document that knows nothing of faces but in its defaults."""
    blank = docx.Document()
    defaults = blank.styles.element.find(qn("w:docDefaults"))
    for child in list(defaults):
        defaults.remove(child)
    plain = f"<w:rPr {nsdecls('w')}><w:rFonts w:eastAsia='仿宋'/><w:sz w:val='30'/></w:rPr>"
    outer = OxmlElement("w:rPrDefault")
    outer.append(parse_xml(plain))
    defaults.append(outer)
    return blank


def look(made: Document, folder: Path) -> Look:
    """Return how the last run of the last paragraph looks."""
    word = WordFile(saved(made, folder))
    paragraph = word.paragraphs[-1]
    return Cascade(word).look(paragraph, list(paragraph.iter(f"{W}r"))[-1])


def style(made: Document, name: str, based_on: str | None = None) -> None:
    new = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    new.base_style = made.styles[based_on] if based_on else None


def east_asian(made: Document, name: str, face: str) -> None:
    made.styles[name].element.get_or_add_rPr().append(
        parse_xml(f"<w:rFonts {nsdecls('w')} w:eastAsia='{face}'/>")
    )


def listed(made: Document, paragraph: Paragraph | None, style_name: str | None = None) -> None:
    """Ask for a list whose level is indented by 50 points, in a paragraph or a style."""
    numbering = made.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f"<w:abstractNum {nsdecls('w')} w:abstractNumId='77'><w:lvl w:ilvl='0'>"
            "<w:pPr><w:ind w:firstLine='1000'/></w:pPr></w:lvl></w:abstractNum>"
        ),
    )
    numbering.append(
        parse_xml(f"<w:num {nsdecls('w')} w:numId='77'><w:abstractNumId w:val='77'/></w:num>")
    )
    asked = parse_xml(f"<w:numPr {nsdecls('w')}><w:numId w:val='77'/></w:numPr>")
    owner = paragraph._p if paragraph is not None else made.styles[style_name or ""].element
    owner.get_or_add_pPr().append(asked)


def test_the_defaults_hold_where_nothing_else_speaks(made: Document, tmp_path: Path) -> None:
    made.add_paragraph("甲")
    assert look(made, tmp_path) == Look("仿宋", 15, 0, None, 0)


def test_a_style_goes_before_what_it_is_based_on(made: Document, tmp_path: Path) -> None:
    style(made, "底")
    style(made, "上", "底")
    east_asian(made, "底", "楷体")
    made.styles["底"].font.size = Pt(20)
    made.styles["上"].font.size = Pt(18)
    made.add_paragraph("甲", style="上")
    found = look(made, tmp_path)
    assert (found.face, found.size) == ("楷体", 18)


def test_what_is_set_directly_goes_before_the_styles(made: Document, tmp_path: Path) -> None:
    style(made, "底")
    east_asian(made, "底", "楷体")
    run = made.add_paragraph(style="底").add_run("甲")
    run.font.size = Pt(16)
    run._r.get_or_add_rPr().insert(0, parse_xml(f"<w:rFonts {nsdecls('w')} w:eastAsia='SimHei'/>"))
    found = look(made, tmp_path)
    assert (found.face, found.size) == ("SimHei", 16)


def test_a_character_style_stands_between(made: Document, tmp_path: Path) -> None:
    made.styles.add_style("字", WD_STYLE_TYPE.CHARACTER).font.size = Pt(12)
    style(made, "底")
    made.styles["底"].font.size = Pt(20)
    made.add_paragraph(style="底").add_run("甲", style="字")
    assert look(made, tmp_path).size == 12


def test_a_circle_of_styles_ends(made: Document, tmp_path: Path) -> None:
    style(made, "甲式")
    style(made, "乙式", "甲式")
    made.styles["甲式"].base_style = made.styles["乙式"]
    made.add_paragraph("甲", style="甲式")
    assert look(made, tmp_path).face == "仿宋"


def test_the_face_of_a_theme(made: Document, tmp_path: Path) -> None:
    theme = (
        b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        b'<a:themeElements><a:fontScheme><a:minorFont><a:ea typeface=""/>'
        b'<a:font script="Hans" typeface="SimSun"/></a:minorFont></a:fontScheme>'
        b"</a:themeElements></a:theme>"
    )
    kind = "application/vnd.openxmlformats-officedocument.theme+xml"
    relations = made.part.rels.values()
    for each in [each for each in relations if each.reltype == RELATIONSHIP_TYPE.THEME]:
        made.part.drop_rel(each.rId)
        made.part.rels.pop(each.rId, None)
    part = Part(PackURI("/word/theme/theme1.xml"), kind, theme, made.part.package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.THEME)
    run = made.add_paragraph().add_run("甲")
    run._r.get_or_add_rPr().insert(
        0,
        parse_xml(f"<w:rFonts {nsdecls('w')} w:eastAsia='仿宋' w:eastAsiaTheme='minorEastAsia'/>"),
    )
    assert look(made, tmp_path).face == "SimSun"


def test_line_pitch_spacing_and_indent(made: Document, tmp_path: Path) -> None:
    paragraph = made.add_paragraph()
    paragraph.add_run("甲").font.size = Pt(16)
    layout = paragraph.paragraph_format
    layout.line_spacing, layout.first_line_indent = Pt(28.95), Pt(32)
    assert look(made, tmp_path) == Look("仿宋", 16, 0, 28.95, 32)
    layout.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    assert look(made, tmp_path).pitch is None
    paragraph._p.pPr.find(qn("w:ind")).set(qn("w:firstLineChars"), "300")
    assert look(made, tmp_path).indent == 48


def test_a_list_goes_before_the_style_but_not_before_the_paragraph(
    made: Document, tmp_path: Path
) -> None:
    style(made, "底")
    made.styles["底"].paragraph_format.first_line_indent = Pt(10)
    paragraph = made.add_paragraph("甲", style="底")
    listed(made, paragraph)
    assert look(made, tmp_path).indent == 50
    paragraph.paragraph_format.first_line_indent = Pt(20)
    assert look(made, tmp_path).indent == 20


def test_the_indent_of_a_style_goes_before_the_list_that_it_asks_for(
    made: Document, tmp_path: Path
) -> None:
    style(made, "底")
    style(made, "表", "底")
    made.styles["底"].paragraph_format.first_line_indent = Pt(10)
    listed(made, None, "表")
    made.add_paragraph("甲", style="表")
    assert look(made, tmp_path).indent == 50
    made.styles["表"].paragraph_format.first_line_indent = Pt(30)
    assert look(made, tmp_path).indent == 30


def test_outline_levels_and_names_come_from_styles(made: Document, tmp_path: Path) -> None:
    made.add_heading("二级", 2)
    made.add_paragraph("正文")
    word = WordFile(saved(made, tmp_path))
    cascade = Cascade(word)
    assert [cascade.level(each) for each in word.paragraphs] == [1, None]
    assert cascade.style_names(word.paragraphs[0]) == ("heading 2", "normal")


def test_sizes_and_pitches_may_be_stated_with_units(made: Document, tmp_path: Path) -> None:
    paragraph = made.add_paragraph("文")
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f"<w:spacing {nsdecls('w')} w:line='28.95pt' w:lineRule='exact'/>")
    )
    paragraph.runs[0]._r.get_or_add_rPr().append(parse_xml(f"<w:sz {nsdecls('w')} w:val='16pt'/>"))
    seen = look(made, tmp_path)
    assert (seen.size, seen.pitch) == (16, 28.95)
