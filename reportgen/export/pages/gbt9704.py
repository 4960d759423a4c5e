"""Paper, faces, sizes, line pitch and indents as GB/T 9704-2012 asks for them, from the .docx.

Source: 5.1 and 5.2.1 paper, 5.2.2 size 3, 5.2.3 lines of a page, 7.3.1 the title, 7.3.3 the
indent of two characters and the four levels of headings, 7.3.4 the number of an annex.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from reportgen.export.faces import FACES, Face
from reportgen.export.pages.cascade import Cascade, Look
from reportgen.export.pages.headings import level_by_number
from reportgen.export.pages.printed import Fault, Printed, excerpt
from reportgen.export.pages.printed_faces import is_called
from reportgen.export.pages.standards import (
    BODY_SIZE,
    CHARACTERS,
    GBT_9704,
    HIGHEST_PITCH,
    LOWEST_PITCH,
    NARROWEST,
    TITLE_SIZE,
    WIDEST,
    measures_of,
)
from reportgen.export.pages.word_file import W, plain_text
from reportgen.wording.language import Wording

_XIAO_BIAO_SONG, _FANG_SONG, _KAI_TI, _HEI_TI, _ = FACES
_MM: Final = 1.0
_INDENT: Final = 2
_SOME: Final = 0.2
_SPACED_AS_WISHED: Final = 0.01
_ANNEX: Final = re.compile(r"附件\d*")


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of paragraph: its name, face and size in points, and what holds of its lines."""

    name: Wording
    face: Face
    size: float = BODY_SIZE
    is_running: bool = False


_TITLE: Final = Part(Wording("标题", "the title"), _XIAO_BIAO_SONG, TITLE_SIZE)
_ANNEX_NUMBER: Final = Part(Wording("附件序号", "the number of the annex"), _HEI_TI)
_HEADINGS: Final = (
    Part(Wording("一级标题", "headings of level 1"), _HEI_TI),
    Part(Wording("二级标题", "headings of level 2"), _KAI_TI),
    Part(Wording("三、四级标题", "headings of levels 3 and 4"), _FANG_SONG),
)
_LINE: Final = Part(Wording("正文", "the text"), _FANG_SONG)
_TEXT: Final = Part(_LINE.name, _FANG_SONG, is_running=True)


def against_standard(printed: Printed) -> Iterator[Fault]:
    """Yield what in a document is not as the standard asks, if its form follows it.

    It says nothing of tables. One fault tells of all paragraphs of a kind with the same value.
    """
    if printed.expected.standard != GBT_9704:
        return
    yield from _paper(printed)
    found: dict[tuple[str, Wording, str], list[tuple[Part, str]]] = defaultdict(list)
    for part, look, text in _looks(printed):
        for code, shown in _wrong(part, look):
            found[code, part.name, shown].append((part, text))
    for (code, name, shown), places in found.items():
        part, text = places[0]
        about = {"part": name, "count": len(places), "shown": shown}
        wanted = {"face": part.face.name, "size": f"{part.size:g}"}
        page = printed.stream.page_of(text)
        yield Fault(code, page, excerpt(text), arguments=about | wanted)


def _paper(printed: Printed) -> Iterator[Fault]:
    for area in printed.word.areas:
        for name, stated, wanted in measures_of(area):
            if abs(stated - wanted) > _MM:
                lengths = {"shown": f"{stated:.1f}", "wanted": f"{wanted:g}"}
                yield Fault("PAGE-16", 0, arguments={"name": name, **lengths})


def _looks(printed: Printed) -> Iterator[tuple[Part, Look, str]]:
    """Yield how each paragraph outside tables is set, once for each look of its Chinese text."""
    cascade = Cascade(printed.word)
    is_titled = False
    for paragraph in printed.word.body.iterchildren(f"{W}p"):
        text = plain_text(paragraph)
        if not text:
            continue
        part = _part_of(cascade, paragraph, text, is_titled=is_titled)
        is_titled = is_titled or part is _TITLE
        runs = (run for run in paragraph.iter(f"{W}r") if _is_chinese(plain_text(run)))
        for look in dict.fromkeys(cascade.look(paragraph, run) for run in runs):
            yield part, look, text


def _part_of(cascade: Cascade, paragraph: etree._Element, text: str, *, is_titled: bool) -> Part:
    if _ANNEX.fullmatch(text):
        return _ANNEX_NUMBER
    if not is_titled or {"title", "标题"} & set(cascade.style_names(paragraph)):
        return _TITLE
    level = cascade.level(paragraph)
    level = level_by_number(text) if level is None else level
    if level is not None:
        return _HEADINGS[min(level, len(_HEADINGS) - 1)]
    return _TEXT if len(text) > CHARACTERS else _LINE


def _wrong(part: Part, look: Look) -> Iterator[tuple[str, str]]:
    """Yield the code of each thing that is wrong, and what stands there instead."""
    if not is_called(part.face, look.face):
        yield "PAGE-17", look.face or "?"
    if abs(look.size - part.size) > _SPACED_AS_WISHED:
        yield "PAGE-18", f"{look.size:g}"
    if part is _TITLE:
        return
    if look.pitch is None or not LOWEST_PITCH < look.pitch <= HIGHEST_PITCH:
        yield "PAGE-19", "—" if look.pitch is None else f"{look.pitch:g}"
    if part.is_running:
        taken = look.size + look.spacing
        if look.size == part.size and not NARROWEST < taken <= WIDEST:
            yield "PAGE-20", f"{look.spacing:g}"
        if abs(look.indent - _INDENT * look.size) > _SOME * look.size:
            yield "PAGE-21", f"{look.indent / look.size:.1f}"


def _is_chinese(text: str) -> bool:
    return any(unicodedata.east_asian_width(sign) == "W" for sign in text)
