"""Pictures and sub-documents that a form brings in: what their filters give, and where they lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import nodes

from reportgen.model.errors import FormError
from reportgen.wording.language import Wording

_NOT_ATTACHED: Final = Wording(
    "模板用到“{name}”，表单说明的“附带”里没有它",
    'The template uses "{name}", which 附带 does not name',
)
_NOT_THERE: Final = Wording(
    "表单附带的“{name}”不在模板旁边", 'There is no "{name}" beside the template'
)
_NAME_IT: Final = Wording(
    "把文件放在模板旁边，在同名的 .yaml 里写上 附带: [{name}]",
    "Put the file beside the template, and 附带: [{name}] into the .yaml of its name",
)


class Picture(NamedTuple):
    """A picture by the name of its file; its width in millimetres, None for its own."""

    file: str
    width: Decimal | None


class SubDocument(NamedTuple):
    """A Word document by the name of its file, printed whole."""

    file: str


def picture(file: object, width: int | Decimal | None = None) -> Picture:
    """印“附带”里的一张图片，宽度按毫米，不写用原来的大小：{{ "公章.png"|图片(40) }}。

    A picture, its width in millimetres, its own when left out; 附带 in the manifest names the file.
    """
    return Picture(str(file), None if width is None else Decimal(width))


def sub_document(file: object) -> SubDocument:
    """把“附带”里的一个 Word 文件整个印进来，单独占一段：{{p "填表说明.docx"|子文档 }}。

    Another Word document, whole, in place of the paragraph; 附带 in the manifest names the file.
    """
    return SubDocument(str(file))


ATTACHING: Final[Mapping[str, Callable[..., object]]] = {"图片": picture, "子文档": sub_document}
"""The filters that bring files in."""


def brings_in_files(tree: nodes.Template | None) -> bool:
    """Whether a part uses one of these filters."""
    return next(_uses(tree), None) is not None


def check_files(tree: nodes.Template | None, attached: Mapping[str, Path]) -> None:
    """Raise FormError for a file that is attached or named in a tag, and is not to be had."""
    named = (use.node.value for use in _uses(tree) if isinstance(use.node, nodes.Const))
    for name in (*attached, *named):
        attached_file(str(name), attached)


def attached_file(name: str, attached: Mapping[str, Path]) -> Path:
    """Return where the file called `name` lies. Raises FormError for one that is not there."""
    if name not in attached:
        raise FormError(_NOT_ATTACHED, _NAME_IT, name=name)
    if not attached[name].is_file():
        raise FormError(_NOT_THERE, _NAME_IT, name=name)
    return attached[name]


def _uses(tree: nodes.Template | None) -> Iterator[nodes.Filter]:
    filters = () if tree is None else tree.find_all(nodes.Filter)
    return (each for each in filters if each.name in ATTACHING)
