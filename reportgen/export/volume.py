"""Several PDF bound into one, with bookmarks. Needs the extra `pdf`."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfWriter

from reportgen.export.unreadable import unreadable


def bound(title: str, pdfs: Sequence[tuple[str, Path]]) -> bytes:
    """Return one PDF of several, each with its name as the one bookmark at its first page.

    Raises OutputError when one cannot be read.
    """
    writer = PdfWriter()
    for name, pdf in pdfs:
        try:
            writer.append(pdf, outline_item=name, import_outline=False)
        except Exception as error:  # a damaged PDF makes pypdf raise almost anything
            raise unreadable(pdf, error) from error
    writer.add_metadata({"/Title": title})
    writer.page_mode = "/UseOutlines"
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()
