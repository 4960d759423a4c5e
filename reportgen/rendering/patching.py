"""What docxtpl does for us; the only module that knows it.

It turns Word XML into a Jinja source. Templates that bring in pictures or sub-documents it renders
itself, document by document.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from docx.image.exceptions import UnrecognizedImageError
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from lxml import etree
from markupsafe import Markup

from reportgen.model.errors import FormError
from reportgen.rendering.attachments import Picture, SubDocument, attached_file
from reportgen.rendering.emptied import can_be_emptied, mended
from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.merging import compile_merges, with_merges
from reportgen.wording.language import Wording

_DYNAMIC: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_UNUSABLE: Final = Wording(
    "表单附带的“{name}”不是可用的图片或 Word 文档（.docx）",
    '"{name}", which the form brings in, is no usable picture or .docx',
)
_SAVE_AGAIN: Final = Wording(
    "图片请用 .png 或 .jpg，文档请另存为 .docx", "Use a .png or .jpg, or save it as .docx"
)
_NEEDS_COMPOSER: Final = Wording(
    "印子文档需要 docxcompose，这里没有安装", "Sub-documents need docxcompose"
)
_INSTALL: Final = Wording(
    'pip install "reportgen[subdocuments]"', 'pip install "reportgen[subdocuments]"'
)
# docxtpl turns what it takes for its own escapes into braces; what was typed must stay.
_ESCAPES: Final = (("{_", "{&#95;"), ("_}", "&#95;}"))
_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def may_hold_tags(part: str) -> bool:
    """Whether a part of the package is one that Word shows text of."""
    return _DYNAMIC.fullmatch(part) is not None


def patched(xml: bytes) -> str:
    """Return a part as docxtpl prepares it for Jinja: tags whole, {%tr %} and its kin unwrapped."""
    text = etree.tostring(_without_indentation(etree.fromstring(xml)), encoding="unicode")
    return str(DocxTemplate("").patch_xml(text))


def _without_indentation(root: etree._Element) -> etree._Element:
    """Drop blanks between elements, so that an emptied one is found by the tags that touch."""
    for element in root.iter(etree.Element):
        if element.text and element.text.isspace() and len(element):
            element.text = None
        if element.tail and element.tail.isspace():
            element.tail = None
    return root


def with_declaration(content: bytes) -> bytes:
    """Return a rendered part as the bytes of an XML file."""
    return _DECLARATION + content


def tags_of(source: str) -> list[str]:
    """Return the tags of a patched part as text, comments left out."""
    return [html.unescape(tag) for tag in _TAG.findall(_COMMENT.sub("", source))]


def rendered_by_docxtpl(
    path: Path, context: Mapping[str, Any], attached: Mapping[str, Path]
) -> bytes:
    """Return the .docx that docxtpl makes of a template; `attached` are the files it may bring in.

    Raises FormError for one that cannot be used, and what Jinja raises for a tag.
    """
    template = _WholeTemplate(path)
    template.render(context, _WholeEnvironment(template, attached), autoescape=True)
    saved = io.BytesIO()
    template.save(saved)
    return saved.getvalue()


class _WholeTemplate(DocxTemplate):  # type: ignore[misc]
    """Patches, merges and mends as the engine does."""

    def patch_xml(self, src_xml: str) -> str:
        return compile_merges(patched(src_xml.encode()))

    def render_xml_part(
        self, src_xml: str, part: Any, context: Mapping[str, Any], jinja_env: Any = None
    ) -> str:
        rendered: str = super().render_xml_part(src_xml, part, with_merges(context), jinja_env)
        return mended(rendered.encode(), can_be_emptied(src_xml)).decode()


class _WholeEnvironment(FormEnvironment):
    """Prints pictures and sub-documents too."""

    def __init__(self, template: DocxTemplate, attached: Mapping[str, Path]) -> None:
        self._template = template
        self._attached = attached
        super().__init__()

    def printed(self, value: Any) -> str:
        if isinstance(value, Picture | SubDocument):
            return Markup(self._brought_in(value))  # noqa: S704 - docxtpl's own XML
        text = str(super().printed(value))
        for typed, kept in _ESCAPES:
            text = text.replace(typed, kept)
        return Markup(text)  # noqa: S704 - escaped above

    def _brought_in(self, value: Picture | SubDocument) -> str:
        path = str(attached_file(value.file, self._attached))
        try:
            if isinstance(value, SubDocument):
                return str(self._template.new_subdoc(path))
            width = None if value.width is None else Mm(float(value.width))
            return str(InlineImage(self._template, path, width))
        except ImportError as error:
            raise FormError(_NEEDS_COMPOSER, _INSTALL) from error
        except (UnrecognizedImageError, PackageNotFoundError, KeyError, ValueError) as error:
            raise FormError(_UNUSABLE, _SAVE_AGAIN, name=value.file) from error
