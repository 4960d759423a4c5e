"""Draws the pictures of the README from data/ with the program itself: `make pictures`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from reportgen.cli.main import main

HERE: Final = Path(__file__).parent
SHEET: Final = HERE / "pictures/first-pages.png"
PAGE: Final = HERE / "pictures/narrative-page.png"
WIDTH: Final = 1640
PAGE_WIDTH: Final = 1000
ON_THE_SHEET: Final = (
    (
        "2021/浏阳市卫生健康局/部门整体支出绩效自评表",
        "2021/岳阳市云溪区卫生健康局/部门整体支出绩效评价评分表",
        "2021/高阳县卫生健康局/绩效自评报告",
        "2024/沅江市卫生健康局/部门整体支出绩效目标表",
    ),
    (
        "2023/长沙市望城区卫生健康局/部门整体支出绩效自评表",
        "2021/岳阳市云溪区卫生健康局/校验意见",
    ),
)
NARRATIVE: Final = "2021/岳阳市云溪区卫生健康局/绩效自评报告"
_GAP: Final = 20
_WHITE: Final = 255
_LINE: Final = 160
_GREYS: Final = 16
_STEP: Final = _WHITE // (_GREYS - 1)


def contact_sheet(rows: Sequence[Sequence[Image.Image]], width: int) -> Image.Image:
    """Return a sheet of this width in dots, on which the pages of a row are equally high."""
    drawn = [_row(pages, width) for pages in rows]
    sheet = Image.new("L", (width, sum(row.height + _GAP for row in drawn) + _GAP), _WHITE)
    top = _GAP
    for row in drawn:
        sheet.paste(row, (0, top))
        top += row.height + _GAP
    return sheet


def _row(pages: Sequence[Image.Image], width: int) -> Image.Image:
    room = width - _GAP * (len(pages) + 1)
    height = int(room / sum(page.width / page.height for page in pages))
    row = Image.new("L", (width, height), _WHITE)
    left = _GAP
    for page in pages:
        small = framed(page, page.width * height // page.height)
        row.paste(small, (left, 0))
        left += small.width + _GAP
    return row


def framed(page: Image.Image, width: int) -> Image.Image:
    """Return a page of this width in dots, with a line around it."""
    size = (width - 2, page.height * width // page.width - 2)
    return ImageOps.expand(page.resize(size, Image.Resampling.LANCZOS), 1, _LINE)


def save(picture: Image.Image, path: Path) -> None:
    """Write a picture of a few greys: small, and the same whenever the pages are the same."""
    even = picture.point([round(grey / _STEP) * _STEP for grey in range(_WHITE + 1)])
    even.quantize(_GREYS, dither=Image.Dither.NONE).save(path, optimize=True)


def first_page(folder: Path, document: str) -> Image.Image:
    """Return a document's first page, in greys; the picture of a single page has no number."""
    names = (f"{document}-第1页.png", f"{document}.png")
    with Image.open(next(path for path in map(folder.joinpath, names) if path.is_file())) as page:
        return page.convert("L")


def draw() -> int:
    """Build the documents, draw their pages, and put them together. Returns the exit code."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        code = main(["build", "data", "-o", name, "--png"])
        if code == 0:
            rows = [[first_page(folder, each) for each in row] for row in ON_THE_SHEET]
            save(contact_sheet(rows, WIDTH), SHEET)
            save(framed(first_page(folder, NARRATIVE), PAGE_WIDTH), PAGE)
    return code


if __name__ == "__main__":
    sys.exit(draw())
