"""Word packages spoiled by a test."""

from __future__ import annotations

import zipfile
from pathlib import Path

MAIN = "word/document.xml"
_IS_ENCRYPTED = 1
_FLAGS_OF_ENTRY, _FLAGS_IN_DIRECTORY = 6, 8


def damaged(path: Path, part: str = MAIN) -> None:
    """Spoil the compressed bytes of a part, and leave the directory of the file whole."""
    raw = bytearray(path.read_bytes())
    offset = _offset(path, part) + 30 + len(part)
    raw[offset : offset + 30] = b"\xff" * 30
    path.write_bytes(bytes(raw))


def encrypted(path: Path, part: str = MAIN) -> None:
    """Mark a part as one that only a password opens."""
    raw = bytearray(path.read_bytes())
    raw[_offset(path, part) + _FLAGS_OF_ENTRY] |= _IS_ENCRYPTED
    name = raw.rindex(part.encode())
    entry = raw.rindex(b"PK\x01\x02", 0, name)
    raw[entry + _FLAGS_IN_DIRECTORY] |= _IS_ENCRYPTED
    path.write_bytes(bytes(raw))


def _offset(path: Path, part: str) -> int:
    with zipfile.ZipFile(path) as archive:
        return archive.getinfo(part).header_offset
