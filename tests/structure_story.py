"""What is wrong with one story of a Word document: a body, a header, a footer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TRACES = ("{{", "}}", "{%", "%}", "None")

ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline "
        "shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position "
        "sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
        "specVanish oMath rPrChange"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark headers cellIns cellDel cellMerge tcPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription tblPrChange"
    ),
    "sectPr": (
        "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid printerSettings sectPrChange"
    ),
}
FIRST = {"p": ("pPr",), "r": ("rPr",), "tc": ("tcPr",), "tr": ("tblPrEx", "trPr")}


def story_problems(name: str, root: etree._Element) -> Iterator[str]:
    """Yield what is wrong, each with the part and the table it is in."""
    checks = (order_problems, _nesting, _cells, _rows, _fields, _texts)
    for check in checks:
        for problem in check(root):
            yield f"{name}: {problem}"
    for number, table in enumerate(root.iter(f"{W}tbl"), 1):
        for problem in (*_grid(table), *_header_rows(table)):
            yield f"{name}: table {number}: {problem}"


def order_problems(root: etree._Element) -> Iterator[str]:
    """Yield the groups of properties whose children are unknown, doubled or out of order."""
    for kind, order in ORDERS.items():
        ranks = {
            f"{W}{tag}": rank for rank, tags in enumerate(order.split()) for tag in tags.split("|")
        }
        for element in root.iter(f"{W}{kind}"):
            tags = [str(child.tag) for child in element]
            unknown = [tag for tag in tags if tag not in ranks]
            known = [ranks[tag] for tag in tags if tag in ranks]
            if unknown:
                yield f"{kind} holds {etree.QName(unknown[0]).localname}"
            if known != sorted(known):
                yield f"{kind} in wrong order: {[etree.QName(tag).localname for tag in tags]}"
            twice = [tag for tag, count in Counter(tags).items() if count > 1]
            if twice and kind != "sectPr":
                yield f"{kind} holds {etree.QName(twice[0]).localname} twice"


def _nesting(root: etree._Element) -> Iterator[str]:
    for kind, first in FIRST.items():
        for element in root.iter(f"{W}{kind}"):
            late = False
            for child in element:
                name = etree.QName(child).localname
                if name in first and late:
                    yield f"{kind}: {name} does not stand first"
                late = late or name not in first
    for paragraph in root.iter(f"{W}p"):
        parent = paragraph.getparent()
        if parent is not None and parent.tag in {f"{W}{each}" for each in ("p", "r", "t", "tr")}:
            yield f"a paragraph inside {etree.QName(parent).localname}"


def _cells(root: etree._Element) -> Iterator[str]:
    if root.tag in (f"{W}hdr", f"{W}ftr") and root.find(f"{W}p") is None:
        yield "a header or footer without a paragraph"
    for cell in root.iter(f"{W}tc"):
        blocks = [child.tag for child in cell if child.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")]
        if not blocks:
            yield "a cell without a paragraph"
        elif blocks[-1] == f"{W}tbl":
            yield "a cell that does not end with a paragraph"


def _rows(root: etree._Element) -> Iterator[str]:
    for row in root.iter(f"{W}tr"):
        if next(row.iter(f"{W}tc"), None) is None:
            yield "a row without cells"
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tr") is None:
            yield "a table without rows"
        if table.find(f"{W}tblGrid") is None:
            yield "a table without a tblGrid"


def _fields(root: etree._Element) -> Iterator[str]:
    depth = 0
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        depth += (kind == "begin") - (kind == "end")
        if depth < 0 or (kind == "separate" and depth == 0):
            yield f"a field {kind} without its begin"
            depth = max(depth, 0)
    if depth:
        yield "a field that does not end"


def _texts(root: etree._Element) -> Iterator[str]:
    for text in root.iter(f"{W}t"):
        words = text.text or ""
        if words.strip(" \t\n\r") != words and text.get(XML_SPACE) != "preserve":
            yield f"outer blanks that Word drops: {words!r}"
    for paragraph in root.iter(f"{W}p"):
        words = "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        for trace in TRACES:
            if trace in words:
                yield f"trace of a template: {words[:60]!r}"


def _grid(table: etree._Element) -> Iterator[str]:
    width = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    open_above: set[tuple[int, int]] = set()
    for number, row in enumerate(table.findall(f"{W}tr"), 1):
        properties = row.find(f"{W}trPr")
        column = _number(properties, "gridBefore", 0)
        open_here: set[tuple[int, int]] = set()
        for cell in row.findall(f"{W}tc"):
            settings = cell.find(f"{W}tcPr")
            span = _number(settings, "gridSpan", 1)
            merge = None if settings is None else settings.find(f"{W}vMerge")
            if merge is not None:
                continues = merge.get(f"{W}val", "continue") == "continue"
                if continues and (column, span) not in open_above:
                    yield f"row {number}, column {column + 1} continues no merged cell"
                open_here.add((column, span))
            column += span
        column += _number(properties, "gridAfter", 0)
        if column != width:
            yield f"row {number} fills {column} of {width} columns"
        open_above = open_here


def _header_rows(table: etree._Element) -> Iterator[str]:
    body_seen = False
    for number, row in enumerate(table.findall(f"{W}tr"), 1):
        mark = row.find(f"{W}trPr/{W}tblHeader")
        is_header = mark is not None and mark.get(f"{W}val", "true") not in ("false", "0", "off")
        if is_header and body_seen:
            yield f"row {number} repeats as a header and does not stand at the top"
        body_seen = body_seen or not is_header


def _number(properties: etree._Element | None, name: str, otherwise: int) -> int:
    found = None if properties is None else properties.find(f"{W}{name}")
    return otherwise if found is None else int(found.get(f"{W}val", otherwise))
