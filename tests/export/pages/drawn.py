"""Pages made by a test: glyphs and cells as a reader of PDF gives them, and a PDF itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.export.pages.pdf_pages import Box, Glyph, PageCell, PdfPage
from reportgen.export.pages.printed import Expected, Printed
from reportgen.export.pages.word_file import WordFile

WIDTH, HEIGHT = 595.3, 841.9
LEFT, TOP, RIGHT, BOTTOM = 79.35, 104.9, 521.6, 742.7
"""A4 and the text area of `written.document`, in points."""


def line(
    text: str,
    left: float = LEFT,
    top: float = TOP,
    size: float = 16,
    face: str = "FandolFang-Regular",
) -> list[Glyph]:
    """Return a line of characters as wide as high."""
    return [
        Glyph(sign, left + n * size, top, left + (n + 1) * size, top + size, size, face)
        for n, sign in enumerate(text)
    ]


def lines(text: str, characters: int, pitch: float = 28.95, size: float = 16) -> list[Glyph]:
    """Return a text set in lines of so many characters, which fill the width."""
    parts = [text[at : at + characters] for at in range(0, len(text), characters)]
    step = (RIGHT - LEFT) / characters
    return [
        Glyph(sign, LEFT + n * step, top, LEFT + n * step + size, top + size, size, "FandolFang")
        for row, part in enumerate(parts)
        for top in [TOP + row * pitch]
        for n, sign in enumerate(part)
    ]


def page(*parts: Sequence[Glyph], number: int = 1, cells: Sequence[PageCell] = ()) -> PdfPage:
    glyphs = [glyph for part in parts for glyph in part]
    held = [glyph for cell in cells for glyph in cell.glyphs]
    rules = tuple(cell.box for cell in cells)
    return PdfPage(number, WIDTH, HEIGHT, (*glyphs, *held), tuple(cells), rules)


def foot(text: str, *, left: float = 463.5, size: float = 14) -> list[Glyph]:
    return line(text, left, BOTTOM + 11.4, size)


def cell(
    texts: Sequence[str],
    box: tuple[float, float, float, float],
    *,
    row: int = 1,
    column: int = 1,
    size: float = 10.5,
    pitch: float = 14,
) -> PageCell:
    """Return a cell whose lines begin at its upper left corner."""
    left, top, _, _ = box
    held = [g for n, text in enumerate(texts) for g in line(text, left, top + n * pitch, size)]
    return PageCell(Box(*box), 1, row, column, tuple(held))


def printed(document: Path, *pages: PdfPage, expected: Expected | None = None) -> Printed:
    return Printed(WordFile(document), pages, expected or Expected())


def pdf(*pages: Sequence[tuple[float, float, str]]) -> bytes:
    """Return a PDF of A4 pages, each of texts at a place from its left and upper edge."""
    streams = [
        "".join(f"BT /F 12 Tf {x} {HEIGHT - y} Td ({text}) Tj ET\n" for x, y, text in texts)
        for texts in pages
    ]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    ]
    for n, stream in enumerate(streams):
        media = f"/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{media}/Contents {5 + 2 * n} 0 R>>")
        objects.append(f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream")
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R>>\n"
    return f"{body}{end}startxref\n{len(body)}\n%%EOF\n".encode("latin-1")
