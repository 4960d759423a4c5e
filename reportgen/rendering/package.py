"""A .docx as a package of parts: read once, written with the same bytes every time."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from isal import isal_zlib

from reportgen.model.errors import FormError
from reportgen.model.word_package import read_parts
from reportgen.wording.language import Wording

_LEVEL: Final = 1
_RAW: Final = -15
_LOCAL: Final = b"PK\x03\x04"
_CENTRAL: Final = b"PK\x01\x02" + struct.pack("<H", 20)
_END_MARK: Final = b"PK\x05\x06"
# Version 2.0, UTF-8 names, deflated, 1980-01-01 00:00:00: the same in every package.
_VERSION_FLAGS_METHOD_TIME: Final = struct.pack("<HHHHH", 20, 0x800, 8, 0, 0x21)
_SIZES_AND_LENGTHS: Final = struct.Struct("<LLLHH")
_NO_ATTRIBUTES: Final = struct.pack("<HHHL", 0, 0, 0, 0)
_OFFSET: Final = struct.Struct("<L")
_END: Final = struct.Struct("<HHHHLLH")
CONTENT_TYPES: Final = "[Content_Types].xml"
_UNREADABLE: Final = Wording(
    "模板“{file}”不是可用的 Word 文档（.docx）", 'Template "{file}" is not a usable .docx'
)
_SAVE_AGAIN: Final = Wording(
    "请用 Word 或 WPS 打开它，另存为 .docx；加密的要先取消密码",
    "Open it in Word or WPS and save it as .docx, without a password",
)


def read_package(path: Path) -> dict[str, bytes]:
    """Return the parts of a .docx by name, in the order they stand in.

    Raises FormError when the file cannot be read as a Word package.
    """
    try:
        parts = read_parts(path)
    except ValueError:
        parts = {}
    if "word/document.xml" not in parts:
        raise unreadable(path)
    return parts


def refers_to_parts(name: str) -> bool:
    """Whether a part says which parts there are, or which of them another one refers to."""
    return name == CONTENT_TYPES or name.endswith(".rels")


def unreadable(path: Path) -> FormError:
    """Return the error for a template that is no Word document."""
    return FormError(_UNREADABLE, _SAVE_AGAIN, file=path.as_posix())


class StoredPart(NamedTuple):
    """A part deflated once: may be written into any number of packages.

    `hashed` is its name and the SHA-256 of its uncompressed bytes; where its record begins goes
    between the two pieces of its directory entry.
    """

    name: str
    hashed: bytes
    record: bytes
    entry_head: bytes
    entry_tail: bytes


def store(name: str, content: bytes) -> StoredPart:
    """Deflate a part, with fixed time and attributes. Source: ZIP APPNOTE 4.3.7 and 4.3.12."""
    deflated = isal_zlib.compress(content, _LEVEL, _RAW)
    encoded = name.encode()
    checked = isal_zlib.crc32(content), len(deflated), len(content), len(encoded), 0
    head = _VERSION_FLAGS_METHOD_TIME + _SIZES_AND_LENGTHS.pack(*checked)
    return StoredPart(
        name,
        f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode(),
        b"".join((_LOCAL, head, encoded, deflated)),
        _CENTRAL + head + _NO_ATTRIBUTES,
        encoded,
    )


class Package(NamedTuple):
    """A finished .docx. `content_hash` knows its parts and not how they were compressed."""

    content: bytes
    content_hash: str


def assemble(parts: Sequence[StoredPart]) -> Package:
    """Return a .docx of these parts, in an order of their names: equal parts give equal bytes."""
    records: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in sorted(parts, key=_order):
        records.append(part.record)
        directory += (part.entry_head, _OFFSET.pack(offset), part.entry_tail)
        offset += len(part.record)
    listing = b"".join(directory)
    end = _END.pack(0, 0, len(records), len(records), len(listing), offset, 0)
    content = b"".join((*records, listing, _END_MARK, end))
    return Package(content, content_hash(parts))


def content_hash(parts: Iterable[StoredPart]) -> str:
    """Return a SHA-256 over the names and digests of all parts: it knows no compression."""
    lines = sorted(part.hashed for part in parts)
    return hashlib.sha256(b"".join(lines)).hexdigest()


def _order(part: StoredPart) -> tuple[bool, str]:
    return part.name != CONTENT_TYPES, part.name
