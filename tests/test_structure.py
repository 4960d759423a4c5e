"""The structural check finds every fault that is planted, and nothing in a sound document."""

import io
import re
import zipfile

import pytest

from tests.structure import problems_of

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NAMESPACES = f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:wp="{DRAWING}"'
DOCUMENT, TYPES = "word/document.xml", "[Content_Types].xml"

CELL = '<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/>{}</w:tcPr><w:p/></w:tc>'
BODY = f"""
<w:p><w:pPr><w:pStyle w:val="Head"/><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>
</w:numPr><w:jc w:val="center"/></w:pPr><w:bookmarkStart w:id="1" w:name="a"/>
<w:r><w:rPr><w:b/><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">甲 </w:t></w:r>
<w:bookmarkEnd w:id="1"/><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图"/></wp:inline>
</w:drawing></w:r></w:p>
<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="3000" w:type="dxa"/></w:tblPr>
<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>
<w:tr><w:trPr><w:tblHeader/></w:trPr>{CELL.format('<w:gridSpan w:val="2"/>')}
{CELL.format("")}</w:tr>
<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{CELL.format('<w:vMerge w:val="restart"/>')}
{CELL.format("")}</w:tr>
<w:tr>{CELL.format("")}{CELL.format("<w:vMerge/>")}{CELL.format("")}</w:tr></w:tbl>
<w:p><w:pPr><w:sectPr><w:pgSz w:w="12000" w:h="16000"/>
<w:pgMar w:left="1000" w:right="1000" w:top="0" w:bottom="0"/></w:sectPr></w:pPr></w:p>
<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>
<w:pgSz w:w="4000" w:h="16000"/><w:pgMar w:left="500" w:right="500" w:top="0" w:bottom="0"/>
</w:sectPr>"""
HEADER = """<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText>
</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"""
RELATIONSHIP = '<Relationship Id="{}" Type="x" Target="{}"/>'
PARTS = {
    TYPES: f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="x"/><Default Extension="rels" ContentType="x"/>'
    '<Override PartName="/word/document.xml" ContentType="x"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    + RELATIONSHIP.format("rId1", "/word/document.xml")
    + "</Relationships>",
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    + RELATIONSHIP.format("rId1", "styles.xml")
    + RELATIONSHIP.format("rId2", "../word/numbering.xml")
    + RELATIONSHIP.format("rId3", "header1.xml")
    + '<Relationship Id="rId4" Type="x" Target="mailto:a" TargetMode="External"/>'
    + "</Relationships>",
    DOCUMENT: f"<w:document {NAMESPACES}><w:body>{BODY}</w:body></w:document>",
    "word/header1.xml": f"<w:hdr {NAMESPACES}>{HEADER}</w:hdr>",
    "word/styles.xml": f'<w:styles {NAMESPACES}><w:style w:styleId="Head"><w:rPr><w:b/><w:sz/>'
    '</w:rPr></w:style><w:style w:styleId="Grid"/></w:styles>',
    "word/numbering.xml": f'<w:numbering {NAMESPACES}><w:num w:numId="1"/></w:numbering>',
}


def package(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def planted(part: str, old: str, new: str) -> list[str]:
    """The problems of the sound document after one change."""
    changed, count = re.subn(old, new, PARTS[part], count=1, flags=re.DOTALL)
    assert count == 1, f"{old} is not in {part}"
    return problems_of(package({**PARTS, part: changed}))


def test_a_sound_document_has_no_problems() -> None:
    assert problems_of(package(PARTS)) == []


@pytest.mark.parametrize(
    ("part", "old", "new", "problem"),
    [
        (DOCUMENT, "甲", "甲 & 乙", "not well formed"),
        (DOCUMENT, "甲", "\x0c", "not well formed"),
        (TYPES, '<Default Extension="xml" ContentType="x"/>', "", "has no content type"),
        (TYPES, "/word/document.xml", "/word/missing.xml", "names word/missing.xml"),
        ("word/_rels/document.xml.rels", "header1.xml", "header9.xml", "which is missing"),
        (DOCUMENT, 'r:id="rId3"', 'r:id="rId9"', "refers to rId9"),
        (DOCUMENT, 'pStyle w:val="Head"', 'pStyle w:val="Gone"', "pStyle Gone is not defined"),
        (DOCUMENT, 'tblStyle w:val="Grid"', 'tblStyle w:val="Gone"', "tblStyle Gone"),
        (DOCUMENT, 'numId w:val="1"', 'numId w:val="7"', "numId 7 is not defined"),
        (DOCUMENT, "</w:tcPr><w:p/></w:tc>", "</w:tcPr></w:tc>", "a cell without a paragraph"),
        (DOCUMENT, "</w:tcPr><w:p/>", "</w:tcPr><w:p/><w:tbl/>", "does not end with a paragraph"),
        (DOCUMENT, "<w:tr>(?=<w:tc>).*?</w:tr>", "<w:tr/>", "a row without cells"),
        (DOCUMENT, "<w:tr[ >].*</w:tr>", "", "a table without rows"),
        (DOCUMENT, "<w:tblGrid>.*</w:tblGrid>", "", "a table without a tblGrid"),
        (DOCUMENT, '<w:gridSpan w:val="2"/>', "", "row 1 fills 2 of 3 columns"),
        (DOCUMENT, '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>', "fills 4 of 3"),
        (DOCUMENT, '<w:gridBefore w:val="1"/>', "", "row 2 fills 2 of 3 columns"),
        (DOCUMENT, '<w:vMerge w:val="restart"/>', "", "row 3, column 2 continues no merged"),
        (
            DOCUMENT,
            "<w:tr>(<w:tc>.*?</w:tc>)(<w:tc>.*?</w:tc>)",
            r"<w:tr>\2\1",
            "row 3, column 1 continues no merged cell",
        ),
        (DOCUMENT, "(<w:drawing>.*</w:drawing>)", r"\1\1", "drawing id 1 is used 2 times"),
        (DOCUMENT, "(<w:bookmarkStart[^>]*>)", r"\1\1", "bookmark id 1 is used 2 times"),
        ("word/header1.xml", '"end"', '"separate"', "a field that does not end"),
        ("word/header1.xml", '"begin"', '"end"', "a field end without its begin"),
        ("word/header1.xml", "<w:p>.*</w:p>", "", "a header or footer without a paragraph"),
        (DOCUMENT, 'w:w="3000"', 'w:w="10021"', "is 10021 wide, the text area 10000"),
        (DOCUMENT, 'gridCol w:w="1000"', 'gridCol w:w="9000"', "is 11000 wide"),
        (DOCUMENT, "(<w:tblW[^>]*>)", r'\1<w:tblInd w:w="8000"/>', "is 11000 wide"),
        (DOCUMENT, "(<w:tblHeader/>)(.*<w:gridBefore[^>]*>)", r"\2\1", "row 2 repeats as a header"),
        (DOCUMENT, "<w:keepNext/>(.*?)</w:pPr>", r"\1<w:keepNext/></w:pPr>", "pPr in wrong order"),
        (DOCUMENT, '<w:b/>(<w:sz w:val="21"/>)', r"\1<w:b/>", "rPr in wrong order"),
        ("word/styles.xml", "<w:b/><w:sz/>", "<w:sz/><w:b/>", "rPr in wrong order"),
        (DOCUMENT, "(<w:tcW[^>]*>)(<w:gridSpan[^>]*>)", r"\2\1", "tcPr in wrong order"),
        (DOCUMENT, "(<w:tblStyle[^>]*>)(<w:tblW[^>]*>)", r"\2\1", "tblPr in wrong order"),
        (DOCUMENT, "<w:keepNext/>", "<w:keepNext/><w:keepNext/>", "pPr holds keepNext twice"),
        (DOCUMENT, "<w:keepNext/>", "<w:sz/>", "pPr holds sz"),
        (DOCUMENT, "(<w:tcPr>.*?</w:tcPr>)<w:p/>", r"<w:p/>\1<w:p/>", "tcPr does not stand first"),
        (DOCUMENT, "<w:tcPr>(.*?)<w:p/>", r"<w:tcPr>\1<w:p><w:p/></w:p>", "a paragraph inside p"),
        (DOCUMENT, ' xml:space="preserve"', "", "outer blanks"),
        (DOCUMENT, "甲", "{{ 部门", "trace of a template"),
        (DOCUMENT, "甲", "共None人", "trace of a template"),
        (DOCUMENT, "甲", "{% if 甲", "trace of a template"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(part: str, old: str, new: str, problem: str) -> None:
    assert any(problem in found for found in planted(part, old, new))


def test_a_missing_or_doubled_part_is_found() -> None:
    without = {name: text for name, text in PARTS.items() if name != "word/styles.xml"}
    assert any("styles.xml, which is missing" in each for each in problems_of(package(without)))
    doubled = problems_of(package({**PARTS, "word/Styles.xml": PARTS["word/styles.xml"]}))
    assert doubled == ["word/styles.xml: twice in the package"]
    assert problems_of(package({**PARTS, "word/a.png": ""})) == ["word/a.png: has no content type"]
    untyped = {name: text for name, text in PARTS.items() if name != TYPES}
    assert "[Content_Types].xml: missing" in problems_of(package(untyped))
