"""A .docx as a package of parts: read once, written with the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reportgen.model.errors import FormError
from reportgen.wording.language import Wording

_TIMESTAMP: Final = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES: Final = "[Content_Types].xml"
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
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError):
        parts = {}
    if "word/document.xml" not in parts:
        raise unreadable(path)
    return parts


def unreadable(path: Path) -> FormError:
    """Return the error for a template that is no Word document."""
    return FormError(_UNREADABLE, _SAVE_AGAIN, file=path.as_posix())


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Return a .docx of these parts: fixed times and order, so equal parts give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name)):
            member = zipfile.ZipInfo(name, _TIMESTAMP)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, parts[name])
    return buffer.getvalue()


def content_hash(package: bytes) -> str:
    """Return a SHA-256 over the names and the uncompressed bytes of all parts, in their order."""
    digest = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in sorted(archive.namelist()):
            part = archive.read(name)
            digest.update(f"{name}\0{len(part)}\0".encode())
            digest.update(part)
    return digest.hexdigest()
