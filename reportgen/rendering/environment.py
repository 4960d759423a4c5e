"""The one Jinja environment of the forms: sandboxed, autoescaping, strict."""

from __future__ import annotations

import re
from typing import Any, Final

from markupsafe import Markup, escape

from reportgen.figures.expressions import FactEnvironment
from reportgen.figures.printing import printable
from reportgen.rendering.filters import FILTERS

_BREAK: Final = re.compile(r"[\n\r\t]")
_LINE_END: Final = re.compile(r"\r\n?")
_BREAKS: Final = (
    ("\n", '</w:t><w:br/><w:t xml:space="preserve">'),
    ("\t", '</w:t><w:tab/><w:t xml:space="preserve">'),
)


def form_environment() -> FactEnvironment:
    """Return a new environment: everything printed is escaped, blank prints nothing."""
    return FactEnvironment(FILTERS, autoescape=True, finalize=_printed)


def _printed(value: Any) -> Any:
    """Return what a tag puts into `<w:t>`: escaped text, its line breaks as Word's."""
    if isinstance(value, Markup | bool):
        return value
    text = str(printable(value))
    if _BREAK.search(text) is None:
        return text
    escaped = str(escape(_LINE_END.sub("\n", text)))
    for typed, word in _BREAKS:
        escaped = escaped.replace(typed, word)
    return Markup(escaped)  # noqa: S704 - escaped two lines above
