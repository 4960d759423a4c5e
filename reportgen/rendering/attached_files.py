"""The files that a form brings in: where they lie, and whether they can be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import docx
from docx.image.image import Image
from docx.shared import Emu, Length, Mm
from jinja2 import nodes

from reportgen.model.errors import FormError
from reportgen.rendering import template_words as words
from reportgen.rendering.attachments import ATTACHING, Picture
from reportgen.rendering.package import read_package
from reportgen.rendering.shown_text import without_markup

_DOCUMENT: Final = ".docx"
_BODY: Final = "word/document.xml"
_TAG: Final = re.compile(rb"\{\{|\{%")
_MOST_BYTES: Final = 50_000_000


def check_files(trees: Iterable[nodes.Template | None], attached: Mapping[str, Path]) -> bool:
    """Return whether any part brings in files.

    Raises FormError for one that is attached or named in a tag, and cannot be used.
    """
    uses = [use.node for tree in trees for use in _uses(tree)]
    named = (str(node.value) for node in uses if isinstance(node, nodes.Const))
    for name in dict.fromkeys((*attached, *named)):
        _check(name, attached_file(name, attached))
    return bool(uses)


def attached_file(name: str, attached: Mapping[str, Path]) -> Path:
    """Return where the file called `name` lies. Raises FormError for one that is not there."""
    if name not in attached:
        raise FormError(words.NOT_ATTACHED, words.NAME_IT, name=name)
    if not attached[name].is_file():
        raise FormError(words.NOT_BESIDE, words.NAME_IT, name=name)
    return attached[name]


def unusable(name: str) -> FormError:
    """Return the error for a file that is neither a picture nor a Word document."""
    return FormError(words.UNUSABLE_FILE, words.SAVE_AGAIN, name=name)


def width_to_print(picture: Picture, path: Path, most: Length, highest: Length) -> Length:
    """Return the width of a picture, its own shrunk to the text area of `most` by `highest`.

    Raises FormError for a width that was asked for and is none, or does not fit.
    """
    if picture.width is not None:
        if not 1 <= picture.width <= most.mm:
            raise FormError(
                words.PICTURE_SIZE,
                words.WITHIN_THE_TEXT,
                name=picture.file,
                width=picture.width,
                most=int(most.mm),
            )
        return Mm(float(picture.width))
    image = Image.from_file(str(path))
    return Emu(int(image.width * min(1, most / image.width, highest / image.height)))


def _check(name: str, path: Path) -> None:
    if path.stat().st_size > _MOST_BYTES:
        raise unusable(name)
    try:
        body = _body_of(path) if path.suffix.lower() == _DOCUMENT else b""
        if not body:
            Image.from_file(str(path))
    except Exception as error:  # a broken file may raise anything
        raise unusable(name) from error
    if _TAG.search(without_markup(body)):
        raise FormError(words.HAS_TAGS, words.NO_TAGS, name=name)


def _body_of(path: Path) -> bytes:
    docx.Document(str(path))
    return read_package(path)[_BODY]


def _uses(tree: nodes.Template | None) -> Iterator[nodes.Filter]:
    filters = () if tree is None else tree.find_all(nodes.Filter)
    return (each for each in filters if each.name in ATTACHING)
