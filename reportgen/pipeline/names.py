"""File names that Windows takes, short and still readable."""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]')
_RESERVED: Final = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\..*)?", re.IGNORECASE
)
_INVISIBLE: Final = ("Cc", "Cf", "Cs")
_LONGEST: Final = 60
_MOST_BYTES: Final = 200
_TO_FULL_WIDTH: Final = 0xFEE0


@functools.lru_cache(maxsize=1024)
def safe_name(text: str) -> str:
    """Return `text` as a file or folder name: forbidden characters full-width or gone, 60 at most.

    Source: Windows file naming rules; a whole path must stay under 260 characters there, a name
    under 256 bytes elsewhere.
    """
    composed = unicodedata.normalize("NFC", text)
    spaced = composed if composed.isprintable() and "  " not in composed else _seen(composed)
    name = _FORBIDDEN.sub(lambda match: chr(ord(match[0]) + _TO_FULL_WIDTH), spaced)
    short = name.strip(" .")[:_LONGEST].encode()[:_MOST_BYTES].decode(errors="ignore").strip(" .")
    if not short or _RESERVED.fullmatch(short):
        return f"_{short}"
    return short


def _seen(text: str) -> str:
    """Return a text without what is not seen; white space is one space."""
    return re.sub(r"\s+", " ", "".join(c for c in text if c.isspace() or not _is_invisible(c)))


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE


def folder_of(year: str, name: str) -> PurePosixPath:
    """Return where the documents of a department's year go, below the output folder."""
    return PurePosixPath(year) / safe_name(name)
