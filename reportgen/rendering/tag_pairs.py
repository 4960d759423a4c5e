"""Whether what stands between the two tags of a pair is whole: rows, cells, paragraphs.

Repeating or leaving out half a row gives a file that Word cannot open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportgen.rendering import template_words as words
from reportgen.rendering.tag_places import TagPlace
from reportgen.rendering.tag_statements import statement
from reportgen.rendering.template_problem import NOWHERE, TemplateProblem

_TOKEN: Final = re.compile(
    r"\{#.*?#\}|(?P<tag>\{\{.*?\}\}|\{%.*?%\})|<(?P<end>/?)(?P<name>[\w:]+)[^>]*?(?P<empty>/?)>",
    re.DOTALL,
)
_HOLDERS: Final = frozenset(
    f"w:{name}"
    for name in ("body", "tbl", "tr", "tc", "hdr", "ftr", "txbxContent", "footnote", "endnote")
)


@dataclass(slots=True)
class _Open:
    """An open pair: the elements around its first tag, and how many of them never closed since."""

    around: tuple[str, ...]
    intact: int

    def is_whole(self, now: Sequence[str]) -> bool:
        """Whether the pair may be parted here: same elements around, none of the holders left."""
        holders = [n for n, name in enumerate(self.around, 1) if name in _HOLDERS]
        return tuple(now) == self.around and self.intact >= max(holders, default=0)


def torn_apart(tags: Sequence[TagPlace], source: str) -> Iterator[TemplateProblem]:
    """Yield the tags of a patched part that part a row, a cell or a paragraph from its rest.

    `tags` are those that the source holds, in their order, every pair complete.
    """
    places = iter(tags)
    place = NOWHERE
    around: list[str] = []
    pairs: list[_Open] = []
    for token in _TOKEN.finditer(source):
        if token["tag"]:
            place = next(places, NOWHERE)
            if not _follow(statement(place.tag), around, pairs):
                yield TemplateProblem("FORM-16", words.TORN, words.OWN_LINES, place)
        elif token["end"]:
            if not around or around.pop() != token["name"]:  # docxtpl itself tore the part
                yield TemplateProblem("FORM-16", words.TORN, words.OWN_LINES, place)
                return
            for pair in pairs:
                pair.intact = min(pair.intact, len(around))
        elif token["name"] and not token["empty"]:
            around.append(token["name"])


def _follow(word: str, around: Sequence[str], pairs: list[_Open]) -> bool:
    """Take one tag into account; False when it stands wrongly to the tag that opened its pair."""
    if word in ("for", "if"):
        pairs.append(_Open(tuple(around), len(around)))
        return True
    if word in ("elif", "else"):
        return pairs[-1].is_whole(around)
    return pairs.pop().is_whole(around) if word in ("endfor", "endif") else True
