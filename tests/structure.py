"""What is wrong with a built .docx: what Word refuses or repairs, and traces of the template.

`problems_of` returns sentences, each with the part it is about; an empty list is a sound file.
Source: ECMA-376-1 17 (WordprocessingML) and ECMA-376-2 (packages); what Word repairs without a
rule in the schema (spans, merges, last paragraphs) was found by planting it.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tests.structure_story import W, order_problems, story_problems

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
STORIES = ("document", "hdr", "ftr", "footnotes", "endnotes")
STYLES = "word/styles.xml"
CONTENT_TYPES = "[Content_Types].xml"
TWIPS_OF_GRACE = 20
"""A table may be wider than its column by a millimetre's third: rounded column widths."""


@dataclass(frozen=True)
class Docx:
    """A package: its parts, the XML ones parsed, and the relationships by source part."""

    names: list[str]
    roots: dict[str, etree._Element]
    relationships: dict[str, dict[str, etree._Element]]

    def stories(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield the parts Word shows text of: document, headers, footers, notes."""
        for name, root in self.roots.items():
            if root.tag in {f"{W}{kind}" for kind in STORIES}:
                yield name, root


def problems_of(content: bytes) -> list[str]:
    """Return everything that is wrong with the .docx, in a stable order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    roots: dict[str, etree._Element] = {}
    broken: list[str] = []
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                roots[name] = etree.fromstring(part, etree.XMLParser(resolve_entities=False))
            except etree.XMLSyntaxError as error:
                broken.append(f"{name}: not well formed: {error}")
    roots.setdefault(STYLES, etree.Element(f"{W}styles"))
    package = Docx(names, roots, _relationships(roots))
    return [
        *broken,
        *_content_types(package),
        *_targets(package),
        *_references(package),
        *(problem for name, root in package.stories() for problem in story_problems(name, root)),
        *(f"{STYLES}: {each}" for each in order_problems(package.roots[STYLES])),
        *_unique_ids(package),
        *_too_wide(package),
    ]


def _relationships(roots: dict[str, etree._Element]) -> dict[str, dict[str, etree._Element]]:
    found: dict[str, dict[str, etree._Element]] = {}
    for name, root in roots.items():
        if name.endswith(".rels"):
            folder, file = posixpath.split(name)
            source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            found[source] = {str(each.get("Id")): each for each in root}
    return found


def _content_types(package: Docx) -> Iterator[str]:
    for name, count in Counter(name.lower() for name in package.names).items():
        if count > 1:
            yield f"{name}: twice in the package"
    types = package.roots.get(CONTENT_TYPES)
    if types is None:
        yield f"{CONTENT_TYPES}: missing"
        return
    endings = {str(each.get("Extension")).lower() for each in types.iter(f"{TYPES}Default")}
    overrides = {str(each.get("PartName"))[1:] for each in types.iter(f"{TYPES}Override")}
    for name in package.names:
        ending = name.rpartition(".")[2].lower()
        if name != CONTENT_TYPES and name not in overrides and ending not in endings:
            yield f"{name}: has no content type"
    for name in sorted(overrides.difference(package.names)):
        yield f"{CONTENT_TYPES}: names {name}, which is missing"


def _targets(package: Docx) -> Iterator[str]:
    for source, relationships in package.relationships.items():
        for identifier, each in relationships.items():
            if each.get("TargetMode") == "External":
                continue
            target = posixpath.join("/", posixpath.dirname(source), str(each.get("Target")))
            if posixpath.normpath(target)[1:] not in package.names:
                yield f"{source}: relationship {identifier} leads to {target}, which is missing"


def _references(package: Docx) -> Iterator[str]:
    styles = _defined(package, STYLES, "style", "styleId")
    numberings = _defined(package, "word/numbering.xml", "num", "numId") | {"0"}
    kinds = dict.fromkeys(("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"), styles)
    for name, root in package.roots.items():
        known = package.relationships.get(name, {})
        for element in root.iter(etree.Element):
            kind = etree.QName(element).localname
            for key, value in element.attrib.items():
                if str(key).startswith(R) and value not in known:
                    yield f"{name}: {kind} refers to {value}, which is no relationship"
            allowed = {**kinds, "numId": numberings}.get(kind)
            if allowed is not None and element.tag == f"{W}{kind}":
                value = str(element.get(f"{W}val"))
                if value not in allowed:
                    yield f"{name}: {kind} {value} is not defined"


def _defined(package: Docx, part: str, kind: str, key: str) -> set[str]:
    root = package.roots.get(part)
    found = () if root is None else root.iter(f"{W}{kind}")
    return {str(each.get(f"{W}{key}")) for each in found}


def _unique_ids(package: Docx) -> Iterator[str]:
    for what, tag, key in (
        ("drawing id", f"{WP}docPr", "id"),
        ("bookmark id", f"{W}bookmarkStart", f"{W}id"),
        ("bookmark name", f"{W}bookmarkStart", f"{W}name"),
    ):
        stories = (root for _, root in package.stories())
        counts = Counter(str(each.get(key)) for root in stories for each in root.iter(tag))
        for value, count in counts.items():
            if count > 1:
                yield f"{what} {value} is used {count} times"


def _too_wide(package: Docx) -> Iterator[str]:
    document = package.roots.get("word/document.xml")
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        return
    sections = list(body.iter(f"{W}sectPr"))
    for number, table in enumerate(body.findall(f"{W}tbl"), 1):
        section = next((each for each in sections if _stands_before(table, each, body)), None)
        if section is None:
            yield "word/document.xml: a table in no section"
            continue
        room = _text_width(section)
        indent = table.find(f"{W}tblPr/{W}tblInd")
        width = _table_width(table) + (0 if indent is None else int(indent.get(f"{W}w", "0")))
        if width > room + TWIPS_OF_GRACE:
            yield f"word/document.xml: table {number} is {width} wide, the text area {room}"


def _stands_before(table: etree._Element, section: etree._Element, body: etree._Element) -> bool:
    """Whether the section properties, which end their section, come after the table."""
    block = section
    while (parent := block.getparent()) is not None and parent is not body:
        block = parent
    return body.index(block) > body.index(table)


def _text_width(section: etree._Element) -> int:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margins is not None
    sides = sum(int(margins.get(f"{W}{side}", "0")) for side in ("left", "right", "gutter"))
    return int(size.get(f"{W}w", "0")) - sides


def _table_width(table: etree._Element) -> int:
    columns = table.findall(f"{W}tblGrid/{W}gridCol")
    grid = sum(int(column.get(f"{W}w", "0")) for column in columns)
    stated = table.find(f"{W}tblPr/{W}tblW")
    fixed = stated is not None and stated.get(f"{W}type") == "dxa"
    return max(grid, int(stated.get(f"{W}w", "0")) if stated is not None and fixed else 0)
