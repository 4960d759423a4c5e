"""The document properties of a built document, set here: through Jinja they are escaped twice."""

from __future__ import annotations

from typing import Final

from lxml import etree

PART: Final = "docProps/core.xml"
_CP: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC: Final = "http://purl.org/dc/elements/1.1/"


def core_properties(title: str, author: str) -> bytes:
    """Return docProps/core.xml with a title and an author, and no time: bytes stay the same."""
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC})
    for name, text in (("title", title), ("creator", author)):
        etree.SubElement(root, f"{{{_DC}}}{name}").text = text
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
