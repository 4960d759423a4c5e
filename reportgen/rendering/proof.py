"""Proof that a document shows what its tags printed: nothing vanished between tag and file.

The template check lets a tag stand only where Word shows text, so what Jinja renders shows
everything; whatever changes a rendered part afterwards is compared with it here.
"""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, NamedTuple, cast

from reportgen.rendering.environment import PartEnvironment
from reportgen.rendering.failures import UNCOMPUTABLE
from reportgen.rendering.merging import STARTS_ROW
from reportgen.rendering.shown_text import END, MARKED, OPENED, start, typed_text
from reportgen.rendering.tag_places import TagPlace
from reportgen.rendering.template_problem import NOWHERE

_PRINT: Final = re.compile(r"\{#.*?#\}|\{\{(.*?)\}\}", re.DOTALL)


class Lost(NamedTuple):
    """A text that a tag printed and the document does not show."""

    text: str
    tag: TagPlace


def first_lost(
    environment: PartEnvironment,
    source: str,
    tags: Sequence[TagPlace],
    scope: dict[str, Any],
    finish: Callable[[bytes], bytes],
) -> Lost:
    """Return what `finish` lost first: the part is rendered again with marks round each tag."""
    places = [place for place in tags if place.tag.startswith("{{")]
    rendered = environment.compiled(_marked(source))(scope)
    before, after = (_printed(part) for part in (rendered, finish(rendered)))
    for printed, left in itertools.zip_longest(before, after):
        if printed is not None and printed != left:
            number, text = printed
            return Lost(text, places[number])
    return Lost("", NOWHERE)


def failing_tag(
    environment: PartEnvironment,
    source: str,
    tags: Sequence[TagPlace],
    scope: Mapping[str, Any],
) -> TagPlace | None:
    """Return the tag that rendering a part fails at; None when it is not one that prints."""
    places = [place for place in tags if place.tag.startswith("{{")]
    template = environment.from_string(_marked(source))
    rendered = bytearray()
    with contextlib.suppress(*UNCOMPUTABLE):
        for piece in template.root_render_func(template.new_context(dict(scope))):
            rendered += cast("bytes", piece)
    opened = OPENED.search(rendered)
    return None if opened is None else places[int(opened[1])]


def _printed(part: bytes) -> list[tuple[int, str]]:
    """Return the number of each tag that printed, and what it printed, as it was typed."""
    return [(int(mark[1]), typed_text(mark[2]).strip()) for mark in MARKED.finditer(part)]


def _marked(source: str) -> str:
    """Return a Jinja source with a numbered mark round each tag that prints."""
    numbers = itertools.count()

    def mark(match: re.Match[str]) -> str:
        if match[1] is None or STARTS_ROW in match[1]:
            return match[0]
        return f"{start(next(numbers))}{match[0]}{END}"

    return _PRINT.sub(mark, source)
