"""File names that Windows takes, short and still readable."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST: Final = 60


def safe_name(text: str) -> str:
    """Return `text` as a file or folder name: forbidden characters full-width or gone, 60 at most.

    Source: Windows file naming rules; a whole path must stay under 260 characters there.
    """
    name = _FORBIDDEN.sub(_stand_in, unicodedata.normalize("NFC", text))
    name = re.sub(r"\s+", " ", name)[:_LONGEST].strip(" .")
    if not name or _RESERVED.fullmatch(name):
        return f"_{name}"
    return name


def _stand_in(match: re.Match[str]) -> str:
    character = match[0]
    return chr(ord(character) + 0xFEE0) if "!" <= character <= "~" else " "
