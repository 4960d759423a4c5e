"""Pictures and sub-documents that a form brings in: what their filters give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple


class Picture(NamedTuple):
    """A picture by the name of its file; its width in millimetres, None for its own."""

    file: str
    width: Decimal | None


class SubDocument(NamedTuple):
    """A Word document by the name of its file, printed whole."""

    file: str


def picture(file: object, width: int | Decimal | None = None) -> Picture:
    """印“附带”里的一张图片，宽度按毫米，不写用原来的大小，太大的缩小：{{ "公章.png"|图片(40) }}。

    A picture named under 附带, its width in millimetres; its own, or what fits, when left out.
    """
    return Picture(str(file), None if width is None else Decimal(width))


def sub_document(file: object) -> SubDocument:
    """把“附带”里的一个 Word 文件整个印进来，单独占一段：{{p "填表说明.docx"|子文档 }}。

    Another Word document, whole, in place of the paragraph; 附带 in the manifest names the file.
    """
    return SubDocument(str(file))


ATTACHING: Final[Mapping[str, Callable[..., object]]] = {"图片": picture, "子文档": sub_document}
"""The filters that bring files in."""
