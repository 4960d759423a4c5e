"""What Word shows of a part, and marks in it that nobody can type."""

from __future__ import annotations

import html
import re
from typing import Final

_MARKUP: Final = re.compile(rb"<[^>]*>")
END: Final = "<?end?>"
"""Ends what `start` begins. Both are processing instructions: a typed < is always escaped."""


def start(number: int) -> str:
    """Return the mark before what tag `number` prints."""
    return f"<?start {number}?>"


START: Final = re.compile(rb"<\?start ([0-9]+)\?>")
MARKED: Final = re.compile(START.pattern + rb"(.*?)" + re.escape(END.encode()), re.DOTALL)
"""A mark with its number, and what stands between it and its end."""
OPENED: Final = re.compile(START.pattern + rb"(?!.*" + re.escape(END.encode()) + rb")", re.DOTALL)
"""The mark that has no end, if there is one."""


def without_markup(xml: bytes) -> bytes:
    """Return the text of a part, still escaped."""
    return _MARKUP.sub(b"", xml)


def shows_the_same(rendered: bytes, finished: bytes) -> bool:
    """Whether two versions of a part show the same text, markup aside."""
    return without_markup(rendered) == without_markup(finished)


def typed_text(xml: bytes) -> str:
    """Return a printed value as it was before it became XML; its line ends and tabs are gone."""
    return html.unescape(without_markup(xml).decode())


def without_marks(xml: bytes) -> bytes:
    """Return a part without the marks."""
    return START.sub(b"", xml).replace(END.encode(), b"")
