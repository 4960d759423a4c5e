"""What was most likely meant as a citation: full-width braces, one brace, braces apart."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from reportgen.figures.paths import is_path

_BRACED: Final = re.compile(
    r"(?P<open>[{｛](?:\s*[{｛])?)(?P<named>[^{}｛｝\n]{1,80})(?P<close>[}｝](?:\s*[}｝])?)"
)
_WIDE: Final = ("｛｛", "｝｝", "{｛", "｛{", "}｝", "｝}")
_FIRST_STEP: Final = re.compile(r"\w+")


class Meant(NamedTuple):
    """Words between braces as typed, and the fact they name."""

    typed: str
    named: str


def find_meant(text: str, known: Collection[str]) -> Meant | None:
    """Return the first braces of `text` that would be printed and were meant to cite.

    `text` holds no citation any more; `known` are the names a path may begin with. A single brace
    around anything else is text.
    """
    for match in _BRACED.finditer(text):
        named = match["named"].strip()
        wide = match["open"] in _WIDE or match["close"] in _WIDE
        if wide or (is_path(named) and _begins_with(named, known)):
            return Meant(match[0], named)
    return None


def _begins_with(path: str, known: Collection[str]) -> bool:
    first = _FIRST_STEP.match(path)
    return first is not None and first[0] in known
