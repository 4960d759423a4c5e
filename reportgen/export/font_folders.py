"""Faces on macOS, told by the names of the files in its font folders and in Word's own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

MACOS_FOLDERS: Final = (
    Path("~/Library/Fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
    Path("/Applications/Microsoft Word.app/Contents/Resources/DFonts"),
)
_ENDINGS: Final = (".ttf", ".ttc", ".otf")


def fonts_in(folders: Iterable[Path]) -> frozenset[str]:
    """Return the names, without ending, of the font files in folders and below them."""
    return frozenset(
        path.stem
        for folder in folders
        for path in folder.expanduser().rglob("*")
        if path.suffix.lower() in _ENDINGS
    )
