"""Local page values: on the page of official documents, and nowhere else."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt
from lxml import etree

from reportgen.loading.form_files import load_forms
from reportgen.model.errors import FormError
from reportgen.model.form import Form, FormManifest
from reportgen.model.profile import PageLayout, Profile
from reportgen.rendering.charts.facts import CHARTS
from reportgen.rendering.documents import Document, Printer
from reportgen.rendering.package import read_package
from reportgen.rendering.page_layout import DOCUMENT, laid_out
from tests.rendering.word import W, facts, package_parts, replace_in_part, word_file
from tests.structure import problems_of

LOCAL = {"上边距": "30", "下边距": "32", "左边距": "25", "右边距": "20", "行距": "28"}
REPORT = {"报告": {"日期": "2022-03-05", "章节": [{"标题": "概况", "正文": "内设机构7个。"}]}}
ENTRIES = {"征求意见": [{"收函单位": "某局"}], "整改": [{"情况": [{"问题": "甲"}]}]}
CLOSE = Mm(0.05)


def built(form: str, **page: str) -> bytes:
    profile = Profile.model_validate({"版面": page})
    known = {**facts(**REPORT, **ENTRIES), "意见": [], CHARTS: []}
    (document,) = Printer().print_form(load_forms()[form], known, "p", profile)
    assert isinstance(document, Document)
    return document.content


def opened(content: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(content))


def margins(document: WordDocument) -> tuple[int, ...]:
    section = document.sections[-1]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    return tuple(side or 0 for side in sides)


def test_a_local_page_is_set_in_the_document() -> None:
    document = opened(built("narrative-report", **LOCAL))
    assert margins(document) == pytest.approx((Mm(30), Mm(32), Mm(25), Mm(20)), abs=CLOSE)
    styles = {style.name: style for style in document.styles}
    for name in ("公文正文", "Heading 1", "落款日期"):
        assert styles[name].paragraph_format.line_spacing == Pt(28)


def test_without_local_values_the_page_is_the_standard_one() -> None:
    document = opened(built("narrative-report"))
    assert margins(document) == pytest.approx((Mm(37), Mm(35), Mm(28), Mm(26)), abs=CLOSE)
    styles = {style.name: style for style in document.styles}
    assert styles["公文正文"].paragraph_format.line_spacing == Pt(28.95)


def test_what_is_not_named_stays() -> None:
    document = opened(built("narrative-report", 行距="30"))
    assert margins(document) == margins(opened(built("narrative-report")))


def test_a_landscape_page_is_the_same_page_turned() -> None:
    document = opened(built("review-notes", **LOCAL))
    assert margins(document) == pytest.approx((Mm(25), Mm(20), Mm(32), Mm(30)), abs=CLOSE)


def test_the_page_number_keeps_its_distance_from_the_text() -> None:
    gaps = []
    for page in ({}, LOCAL):
        section = opened(built("narrative-report", **page)).sections[-1]
        gaps.append((section.bottom_margin or 0) - (section.footer_distance or 0))
    assert gaps[1] == pytest.approx(gaps[0], abs=CLOSE)


@pytest.mark.parametrize("form", ["feedback-letter", "rectification-form", "review-notes"])
def test_tables_fill_the_new_text_width(form: str) -> None:
    content = built(form, **LOCAL)
    document = opened(content)
    section = document.sections[-1]
    width = (section.page_width or 0) - sum(margins(document)[2:])
    (table, *_) = document.tables
    columns = [column.width or 0 for column in table.columns]
    assert sum(columns) == pytest.approx(width, abs=Mm(0.2))
    assert problems_of(content) == []


def test_the_signature_stays_over_the_date() -> None:
    def axis(**page: str) -> float:
        """How far from the right margin the middle of the signature's area is."""
        document = opened(built("narrative-report", **page))
        section = document.sections[-1]
        width = (section.page_width or 0) - sum(margins(document)[2:])
        indent = {style.name: style for style in document.styles}["落款署名"]
        return (width - (indent.paragraph_format.left_indent or 0)) / 2

    assert axis(**LOCAL) == pytest.approx(axis(), abs=CLOSE)


def test_forms_that_are_no_official_documents_keep_their_page() -> None:
    profile = Profile.model_validate({"版面": LOCAL})
    form = load_forms()["self-evaluation-table"]
    known = {**facts(指标=[{"名称": "甲"}]), "意见": [], CHARTS: []}
    pages = [
        next(iter(Printer().print_form(form, known, "p", scheme)))
        for scheme in (profile, Profile())
    ]
    assert isinstance(pages[0], Document)
    assert isinstance(pages[1], Document)
    assert pages[0].content == pages[1].content


def test_one_printer_keeps_two_pages_apart(tmp_path: Path) -> None:
    manifest = FormManifest.model_validate({"公文": "是"})
    form = Form("a", word_file(tmp_path / "a.docx", "{{ 部门.名称 }}"), manifest)
    printer = Printer()
    tops = []
    for top in ("20", "40", "20"):
        profile = Profile.model_validate({"版面": {"上边距": top}})
        (document,) = printer.print_form(form, facts(), "p", profile)
        assert isinstance(document, Document)
        tops.append(margins(opened(document.content))[0])
    assert tops == pytest.approx((Mm(20), Mm(40), Mm(20)), abs=CLOSE)


@pytest.mark.parametrize("page", [{"行距": "20"}, {"左边距": "30", "行距": "20"}])
def test_a_template_without_our_styles_is_laid_out_too(
    tmp_path: Path, page: dict[str, Any]
) -> None:
    path = word_file(tmp_path / "a.docx", "文", [["甲", "乙"]])
    parts = laid_out(path, read_package(path), PageLayout.model_validate(page))
    assert package_parts(path.read_bytes()).keys() == parts.keys()
    texts = [str(text.text) for text in etree.fromstring(parts[DOCUMENT]).iter(f"{W}t")]
    assert texts == ["文", "甲", "乙"]
    bare = {DOCUMENT: parts[DOCUMENT]}
    assert laid_out(path, bare, PageLayout.model_validate(page)).keys() == bare.keys()


def laid(path: Path, **page: str) -> etree._Element:
    parts = laid_out(path, read_package(path), PageLayout.model_validate(page))
    return etree.fromstring(parts[DOCUMENT])


def values(root: etree._Element, tag: str, name: str) -> list[int]:
    return [int(each.get(f"{W}{name}", "")) for each in root.iter(f"{W}{tag}")]


def test_a_table_follows_the_section_it_stands_in(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_table(1, 1)
    made.add_section()
    made.add_table(1, 1)
    upright, turned = made.sections
    turned.orientation = WD_ORIENT.LANDSCAPE
    for section, width, height in ((upright, 210, 297), (turned, 297, 210)):
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = Mm(30)
        section.top_margin = section.bottom_margin = Mm(30)
    made.save(str(tmp_path / "a.docx"))
    before = values(docx.Document(str(tmp_path / "a.docx")).element, "gridCol", "w")
    after = values(laid(tmp_path / "a.docx", 左边距="20"), "gridCol", "w")
    # The binding edge of a landscape page is on top: its text is as wide as it was.
    assert after == [round(before[0] * 160 / 150), before[1]]


@pytest.mark.parametrize(
    ("stated", "with_units"),
    [
        ('w:w="12240"', 'w:w="612pt"'),
        ('w:left="1800"', 'w:left="1.25in"'),
        ('w:left="1800"', 'w:left="31.75mm"'),
        ('w:gridCol w:w="4320"', 'w:gridCol w:w="4320.4"'),
        ('w:gridCol w:w="4320"', 'w:gridCol w:w="18pc"'),
    ],
)
def test_lengths_may_have_units_and_fractions(tmp_path: Path, stated: str, with_units: str) -> None:
    path = word_file(tmp_path / "a.docx", "文", [["甲", "乙"]])
    plain = values(laid(path, 左边距="20"), "gridCol", "w")
    replace_in_part(path, DOCUMENT, stated, with_units)
    assert values(laid(path, 左边距="20"), "gridCol", "w") == pytest.approx(plain, abs=1)


def test_widths_in_percent_stay(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "文", [["甲", "乙"]])
    replace_in_part(path, DOCUMENT, 'w:tcW w:type="dxa" w:w="4320"', 'w:tcW w:w="50%"')
    cells = laid(path, 左边距="20").iter(f"{W}tcW")
    assert {cell.get(f"{W}w") for cell in cells} == {"50%"}


@pytest.mark.parametrize(
    ("stated", "other", "cause"),
    [
        ("w:sectPr", "w:rsid", "没有写明纸张"),
        ("w:pgSz", "w:rsid", "没有写明纸张"),
        ("w:pgMar", "w:rsid", "没有写明纸张"),
        ('w:w="12240"', 'w:w="wide"', "“wide”看不懂"),
        ('w:w="12240"', 'w:w="700"', "没有地方写字"),
    ],
)
def test_a_page_that_cannot_be_read_is_told_of_the_template(
    tmp_path: Path, stated: str, other: str, cause: str
) -> None:
    path = word_file(tmp_path / "甲表.docx", "文")
    replace_in_part(path, DOCUMENT, stated, other)
    with pytest.raises(FormError) as raised:
        laid(path, 左边距="20")
    told = raised.value.message.say("zh")
    assert "甲表.docx" in told
    assert cause in told
