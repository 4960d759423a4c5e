"""What docxtpl does for us; the only module that knows it.

It turns Word XML into a Jinja source. Templates that bring in pictures or sub-documents it renders
itself, document by document.
"""

from __future__ import annotations

import html
import io
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from docx.shared import Length
from docxtpl import DocxTemplate, InlineImage
from lxml import etree
from markupsafe import Markup

from reportgen.model.errors import FormError
from reportgen.model.word_package import read_parts
from reportgen.rendering.attached_files import attached_file, unusable, width_to_print
from reportgen.rendering.attachments import Picture, SubDocument
from reportgen.rendering.emptied import marked, mended, unmarked
from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.merging import compile_merges, with_merges
from reportgen.rendering.shown_text import END, MARKED, start, typed_text, without_marks
from reportgen.wording.language import Wording

_DYNAMIC: Final = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_COMMENT: Final = re.compile(r"\{#.*?#\}", re.DOTALL)
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_NEEDS_COMPOSER: Final = Wording(
    "印子文档需要 docxcompose，这里没有安装", "Sub-documents need docxcompose"
)
_INSTALL: Final = Wording(
    '请在 reportgen 的源码文件夹里运行：pip install ".[subdocuments]"',
    'In the folder of its source run: pip install ".[subdocuments]"',
)
# docxtpl takes {_{ for braces of its own, also across two values; typed ones are told apart.
_BRACES: Final = {"{": "&#123;", "}": "&#125;"}
_TO_ENTITIES: Final = str.maketrans(_BRACES)


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


def for_jinja(source: str) -> str:
    """Return a patched part as Jinja is to read it: merges compiled, what may be emptied marked."""
    return compile_merges(marked(source))


def tags_of(source: str) -> list[str]:
    """Return the tags of a patched part as text, comments left out."""
    return [html.unescape(tag) for tag in _TAG.findall(_COMMENT.sub("", source))]


def rendered_by_docxtpl(
    path: Path, context: Mapping[str, Any], attached: Mapping[str, Path]
) -> tuple[dict[str, bytes], str | None]:
    """Return the parts that docxtpl makes of a template, and the first text that they lost, if any.

    `attached` are the files it may bring in. Raises FormError for one that cannot be used, and
    what Jinja raises for a tag.
    """
    template = _WholeTemplate(path)
    environment = _WholeEnvironment(template, attached)
    template.render(context, environment, autoescape=True)
    saved = io.BytesIO()
    template.save(saved)
    parts = read_parts(saved)
    sent = Counter(map(typed_text, environment.sent))
    for name in filter(may_hold_tags, parts):
        sent -= Counter(typed_text(mark[2]) for mark in MARKED.finditer(parts[name]))
        parts[name] = without_marks(parts[name])
    return parts, next(iter(sent), None)


class _WholeTemplate(DocxTemplate):  # type: ignore[misc]
    """Patches, merges and mends as the engine does."""

    def patch_xml(self, src_xml: str) -> str:
        return for_jinja(patched(src_xml.encode()))

    def render_xml_part(
        self, src_xml: str, part: Any, context: Mapping[str, Any], jinja_env: Any = None
    ) -> str:
        rendered: str = super().render_xml_part(src_xml, part, with_merges(context), jinja_env)
        with_marks = rendered.encode()
        return mended(unmarked(with_marks), with_marks).decode()


class _WholeEnvironment(FormEnvironment):
    """Prints pictures and sub-documents too; `sent` are the texts it printed."""

    def __init__(self, template: DocxTemplate, attached: Mapping[str, Path]) -> None:
        self._template = template
        self._attached = attached
        self.sent: list[bytes] = []
        super().__init__()

    def printed(self, value: Any) -> str:
        if isinstance(value, Picture | SubDocument):
            return Markup(self._brought_in(value))  # noqa: S704 - docxtpl's own XML
        text = str(super().printed(value)).translate(_TO_ENTITIES)
        if not text:
            return ""
        self.sent.append(text.encode())
        return Markup(f"{start(len(self.sent))}{text}{END}")  # noqa: S704 - escaped above

    def _brought_in(self, value: Picture | SubDocument) -> str:
        path = attached_file(value.file, self._attached)
        try:
            if isinstance(value, SubDocument):
                return str(self._template.new_subdoc(str(path)))
            return str(InlineImage(self._template, str(path), self._width(value, path)))
        except FormError:
            raise
        except ImportError as error:
            raise FormError(_NEEDS_COMPOSER, _INSTALL) from error
        except Exception as error:  # a broken file may raise anything
            raise unusable(value.file) from error

    def _width(self, value: Picture, path: Path) -> Length:
        section = self._template.docx.sections[-1]
        across = section.page_width - section.left_margin - section.right_margin
        down = section.page_height - section.top_margin - section.bottom_margin
        return width_to_print(value, path, Length(across), Length(down))
