"""Proof that a document shows what its tags printed: nothing vanished between tag and file."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.merging import STARTS_ROW
from reportgen.rendering.tag_places import TagPlace
from reportgen.rendering.template_problem import NOWHERE

_PRINT: Final = re.compile(r"\{#.*?#\}|\{\{(.*?)\}\}", re.DOTALL)
_MARKUP: Final = re.compile(r"<[^>]*>")
_REACHED: Final = "_reached"


def first_lost(printed: Sequence[str], part: bytes) -> int | None:
    """Return the number of the first printed text that a part does not show; None when all are.

    Texts are looked for in the order they were printed, each after the one before it, in the text
    of the part and never inside its markup.
    """
    position = 0
    for number, text in enumerate("\0".join(printed).encode().split(b"\0")):
        found = part.find(text, position)
        while found >= 0 and part.rfind(b"<", position, found) > part.rfind(b">", position, found):
            position = part.find(b">", found)
            found = part.find(text, position)
        if found < 0:
            return number
        position = found + len(text)
    return None


def tag_that_printed(
    number: int,
    environment: FormEnvironment,
    source: str,
    tags: Sequence[TagPlace],
    scope: Mapping[str, Any],
) -> TagPlace:
    """Return the tag that prints text `number`: the part is rendered again, each tag reporting."""
    places = [place for place in tags if place.tag.startswith("{{")]
    reached: list[TagPlace] = []
    environment.printed.clear()

    def reach(position: int) -> str:
        if len(environment.printed) <= number:
            reached[:] = places[position : position + 1]
        return ""

    environment.from_string(_reporting(source)).render({**scope, _REACHED: reach})
    return reached[0] if reached else NOWHERE


def plain_text(printed: str) -> str:
    """Return a printed text as it was before it became XML."""
    return html.unescape(_MARKUP.sub(" ", printed)).strip()


def _reporting(source: str) -> str:
    """Return a Jinja source in which every tag says that it is about to print."""
    count = -1

    def report(match: re.Match[str]) -> str:
        nonlocal count
        if match[1] is None or STARTS_ROW in match[1]:
            return match[0]
        count += 1
        return f"{{{{ {_REACHED}({count}) }}}}{match[0]}"

    return _PRINT.sub(report, source)
