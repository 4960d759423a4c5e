"""A form that brings in a picture and a Word document, and what comes of printing it."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from reportgen.model.errors import FormError, ReportgenError
from reportgen.model.form import Form, FormManifest
from reportgen.model.profile import Profile
from reportgen.rendering.documents import Document, Printer
from tests.rendering.word import Block, facts, word_file

SEAL = "公章.png"
NOTES = "填表说明.docx"


def png(path: Path, width: int = 20, height: int = 10) -> Path:
    """Save a grey picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    rows = (b"\0" + b"\x80" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))
    return path


def form(folder: Path, *blocks: Block, attached: tuple[str, ...] = (SEAL, NOTES)) -> Form:
    png(folder / SEAL)
    word_file(folder / NOTES, "一、按年度填写。", [["口径", "万元"]])
    template = word_file(folder / "form.docx", *blocks)
    return Form("form", template, FormManifest.model_validate({"附带": list(attached)}))


def printed(one: Form, **typed: object) -> Document:
    (made,) = Printer().print_form(one, facts(**typed), "p", Profile())
    assert isinstance(made, Document), made
    return made


def refused(one: Form, **typed: object) -> ReportgenError:
    try:
        (made,) = Printer().print_form(one, facts(**typed), "p", Profile())
    except FormError as error:
        return error
    assert isinstance(made, ReportgenError)
    return made
