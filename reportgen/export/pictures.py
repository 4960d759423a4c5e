"""The pages of a PDF as pictures. Needs the extra `pdf`."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pypdfium2
from PIL.Image import Image

from reportgen.export.unreadable import unreadable

DOTS_PER_INCH: Final = 150
_POINTS_PER_INCH: Final = 72
# PDFium must not be called by two threads at once, whichever documents they work on.
_pdfium = threading.Lock()


def page_pictures(pdf: Path) -> Iterator[bytes]:
    """Yield each page as a PNG of 150 dots per inch. Raises OutputError when it cannot be read."""
    try:
        yield from _pictures(pdf.read_bytes())
    except (OSError, pypdfium2.PdfiumError) as error:
        raise unreadable(pdf, error) from error


def _pictures(pdf: bytes) -> Iterator[bytes]:
    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        pages = len(document)
    try:
        for number in range(pages):
            with _pdfium:
                picture = _drawn(document, number)
            png = io.BytesIO()
            picture.save(png, "png", dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
            yield png.getvalue()
    finally:
        with _pdfium:
            document.close()


def _drawn(document: pypdfium2.PdfDocument, number: int) -> Image:
    page = document[number]
    bitmap = page.render(scale=DOTS_PER_INCH / _POINTS_PER_INCH)
    # A copy: what PDFium holds is given back here, and not by whichever thread collects garbage.
    picture: Image = bitmap.to_pil().copy()
    bitmap.close()
    page.close()
    return picture
