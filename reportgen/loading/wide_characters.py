"""Characters that look like YAML's own on a Chinese keyboard, and are text to it."""

from __future__ import annotations

import re
from typing import Final

from reportgen.wording.language import Wording

WIDE_BLANKS: Final = "\u3000\xa0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
"""What editors show as a blank; YAML knows only the ASCII one."""
WIDE_DIGITS: Final = "０-９"
"""The range of them, for a pattern."""
BRACKETS: Final = {"｛": "{", "｝": "}", "［": "[", "］": "]"}
"""Full-width brackets. 【】 and 〔〕 are left alone: reference numbers are written with them."""
_BULLETS: Final = "•·●○◆◇■□▪◦‣∙➢＊－﹣、"
_DASHES: Final = "–—―‐−"
FIRST_MARKS: Final = frozenset(_BULLETS + _DASHES + "｛［")
"""What a value begins with that may be no part of it."""


_WIDE: Final = Wording(zh="全角空格", en="a full-width blank")
_NO_BREAK: Final = Wording(zh="网页或 Word 的不断行空格", en="a no-break space")
_OTHER: Final = Wording(zh="排版用的空格", en="a typographic blank")
_BARE_DASH: Final = Wording(zh="后面没有空格的-", en="- without a blank")
# A dash begins a subtitle as well: ——以某县为例.
_BULLET: Final = re.compile(
    rf"(?:[{_BULLETS}]+|--(?!-)|[{_DASHES}*](?=[ \t{WIDE_BLANKS}]))[ \t{WIDE_BLANKS}]*(?=\S)"
)
# A dash alone may be a minus, a blank, or the fence of a document.
_DASH: Final = re.compile(rf"-(?![-\d.\s]|$)|-(?=[{WIDE_BLANKS}])")


def mark_name(mark: str) -> object:
    """Return what `mark`, found by `list_mark`, is called in a sentence."""
    return _BARE_DASH if mark == "-" else mark


def blank_name(blank: str) -> Wording:
    """Return what `blank`, one of WIDE_BLANKS, is called."""
    return {"\u3000": _WIDE, "\xa0": _NO_BREAK}.get(blank, _OTHER)


def list_mark(text: str, start: int = 0) -> re.Match[str] | None:
    """Return the mark at `start` that was meant to begin an item of a list, if one is there."""
    return _BULLET.match(text, start) or _DASH.match(text, start)
