"""The parts of a .docx, read with a limit: a small file may claim to hold gigabytes."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final

MOST_BYTES: Final = 100_000_000
"""Of the wanted parts unpacked, together."""
# Whatever a cut, damaged, encrypted or foreign package makes zipfile say.
_UNREADABLE: Final = (
    OSError,
    EOFError,
    RuntimeError,
    OverflowError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
)


def _every(_name: str) -> bool:
    return True


def read_parts(
    package: Path | IO[bytes], is_wanted: Callable[[str], bool] = _every
) -> dict[str, bytes]:
    """Return the wanted parts of a package by name, in the order they stand in.

    Raises ValueError for what is no package, is damaged or encrypted, or is larger than
    MOST_BYTES.
    """
    try:
        with zipfile.ZipFile(package) as archive:
            members = [each for each in archive.infolist() if is_wanted(each.filename)]
            if sum(each.file_size for each in members) > MOST_BYTES:
                raise zipfile.BadZipFile
            return {each.filename: _read(archive, each) for each in members}
    except _UNREADABLE as error:
        raise ValueError(str(package)) from error


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as part:
        # Not all of it at once: the size that a package states may be a lie.
        return part.read(member.file_size)
