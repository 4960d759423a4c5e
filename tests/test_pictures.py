"""The pictures of the README: there, of their size, and drawn from documents that are built."""

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.workspace import ROOT, script

pictures = script("docs/pictures.py")
GOLDEN = {path.stem for path in (ROOT / "tests/golden").glob("*.txt")}
MOST_BYTES = 400_000
READMES = ("README.md", "README.zh-CN.md")


def shown(readme: str) -> list[str]:
    text = (ROOT / readme).read_text("utf-8")
    return re.findall(r"(?<=\]\()[^)]+\.png(?=\))|(?<= src=\")[^\"]+(?=\")", text)


def page(width: int, height: int, colour: str) -> Image.Image:
    return Image.new("L", (width, height), colour)


def test_both_readmes_show_the_same_pictures() -> None:
    drawn = [path.relative_to(ROOT).as_posix() for path in (pictures.SHEET, pictures.PAGE)]
    assert [shown(readme) for readme in READMES] == [drawn, drawn]


@pytest.mark.parametrize(
    ("path", "width"),
    [(pictures.SHEET, pictures.WIDTH), (pictures.PAGE, pictures.PAGE_WIDTH)],
    ids=["sheet", "page"],
)
def test_a_picture_is_of_its_size_and_small(path: Path, width: int) -> None:
    assert path.stat().st_size < MOST_BYTES
    with Image.open(path) as picture:
        picture.load()
        assert (picture.format, picture.mode, picture.width) == ("PNG", "P", width)
        assert width // 2 < picture.height < width * 3 // 2
        darkest, lightest = picture.convert("L").getextrema()
    assert darkest < 128, "there is something on it"
    assert lightest > 240


def test_every_picture_of_the_docs_is_shown_somewhere() -> None:
    pages = [ROOT / readme for readme in READMES]
    pages += (ROOT / "docs").glob("*.md")
    text = "".join(page.read_text("utf-8") for page in pages)
    assert [p.name for p in (ROOT / "docs/pictures").iterdir() if p.name not in text] == []


def test_the_sheet_names_documents_that_are_built_from_the_data() -> None:
    documents = [each for row in pictures.ON_THE_SHEET for each in row]
    assert {each.replace("/", "_") for each in (*documents, pictures.NARRATIVE)} <= GOLDEN
    departments = {each.rpartition("/")[0] for each in documents}
    assert len(departments) == len(list((ROOT / "data").glob("*.yaml")))


def test_pages_of_a_row_are_equally_high_and_fill_the_sheet() -> None:
    rows = [[page(210, 297, "black"), page(297, 210, "black")], [page(210, 297, "black")]]
    sheet = pictures.contact_sheet(rows, 1000)
    assert sheet.width == 1000
    assert first_dark_stretch(sheet, 100) == first_dark_stretch(sheet, 900)
    assert sheet.getpixel((5, 5)) == 255, "a margin"


def first_dark_stretch(sheet: Image.Image, x: int) -> tuple[int, int]:
    """Return where the first dark stretch of a column of dots begins and ends."""
    dark = [y for y in range(sheet.height) if sheet.getpixel((x, y)) == 0]
    return dark[0], next(y for y in dark if y + 1 not in dark)


def test_a_first_page_has_a_number_only_where_there_are_more(tmp_path: Path) -> None:
    page(10, 10, "black").save(tmp_path / "一页.png")
    for number in (1, 2, 10):
        page(number, 10, "black").save(tmp_path / f"多页-第{number}页.png")
    assert pictures.first_page(tmp_path, "一页").size == (10, 10)
    assert pictures.first_page(tmp_path, "多页").size == (1, 10)
    with pytest.raises(StopIteration):
        pictures.first_page(tmp_path, "没有")
