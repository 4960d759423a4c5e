"""The parts that charts add to a package, and what refers to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Final

from lxml import etree

from reportgen.rendering.charts.drawing import relationship
from reportgen.rendering.charts.facts import Drawing
from reportgen.rendering.charts.native import WORKBOOK_LINK, chart_xml, workbook
from reportgen.rendering.package import CONTENT_TYPES

_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NO_LINKS: Final = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()


def attached(
    drawings: Sequence[Drawing], rendered: Mapping[str, bytes], referring: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the parts that charts add to a document or change in it; none for charts not drawn.

    `rendered` are the parts that tags stood in; `referring` those parts of the template that
    refer to others.
    """
    parts: dict[str, bytes] = {}
    types = etree.fromstring(referring[CONTENT_TYPES])
    for owner, content in rendered.items():
        drawn = [each for each in drawings if relationship(each.number).encode() in content]
        if not drawn:
            continue
        links = etree.fromstring(referring.get(_links_of(owner), _NO_LINKS))
        for each in drawn:
            _link(links, relationship(each.number), "chart", f"charts/{_name(each)}.xml")
            parts |= _chart_parts(each, types)
        parts[_links_of(owner)] = _xml(links)
    return {**parts, CONTENT_TYPES: _xml(types)} if parts else {}


def _chart_parts(drawing: Drawing, types: etree._Element) -> dict[str, bytes]:
    """Return a chart, its workbook and the link between them, their content types declared."""
    name = _name(drawing)
    chart, book = f"word/charts/{name}.xml", f"word/embeddings/{name}.xlsx"
    for part, content_type in ((chart, _CHART_TYPE), (book, _BOOK_TYPE)):
        declared = {"PartName": f"/{part}", "ContentType": content_type}
        etree.SubElement(types, f"{{{_TYPES}}}Override", declared)
    links = etree.fromstring(_NO_LINKS)
    _link(links, WORKBOOK_LINK, "package", f"../embeddings/{name}.xlsx")
    return {
        chart: chart_xml(drawing.chart),
        book: workbook(drawing.chart),
        _links_of(chart): _xml(links),
    }


def _name(drawing: Drawing) -> str:
    return f"reportgen{drawing.number}"  # like no name that Word gives to a template's own charts


def _links_of(part: str) -> str:
    path = PurePosixPath(part)
    return str(path.parent / "_rels" / f"{path.name}.rels")


def _link(links: etree._Element, name: str, kind: str, target: str) -> None:
    link = {"Id": name, "Type": f"{_OFFICE}/{kind}", "Target": target}
    etree.SubElement(links, f"{{{_RELATIONSHIPS}}}Relationship", link)


def _xml(element: etree._Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
