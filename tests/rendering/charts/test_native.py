"""The chart as Word reads it, and the workbook a clerk opens from it."""

import io
import re
import zipfile

import pytest
from lxml import etree

from reportgen.figures.charts import Chart
from reportgen.rendering.charts.native import WORKBOOK_LINK, chart_xml, workbook
from tests.rendering.charts.samples import BARS, COLUMNS

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BOTH = pytest.mark.parametrize("chart", [COLUMNS, BARS], ids=["columns", "bars"])


def root(chart: Chart) -> etree._Element:
    return etree.fromstring(chart_xml(chart))


def texts(element: etree._Element, *path: str) -> list[str]:
    steps = "/".join(f"{C}{step}" for step in path)
    return [str(found.text) for found in element.iterfind(f".//{steps}")]


def cells(book: bytes) -> dict[str, str]:
    """What stands in the first sheet, by address; neither formula nor link is among it."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        words = etree.fromstring(archive.read("xl/sharedStrings.xml"))
    shared = ["".join(map(str, text.itertext())) for text in words.iter(f"{S}si")]
    assert not list(sheet.iter(f"{S}f", f"{S}hyperlink"))
    found = {}
    for cell in sheet.iter(f"{S}c"):
        value = str(cell.findtext(f"{S}v"))
        found[cell.get("r", "")] = shared[int(value)] if cell.get("t") == "s" else value
    return found


@BOTH
def test_every_figure_is_drawn_as_it_is(chart: Chart) -> None:
    xml = root(chart)
    series = list(xml.iter(f"{C}ser"))
    assert [texts(each, "tx", "strRef", "strCache", "pt", "v") for each in series] == [
        [each.name] for each in chart.series
    ]
    for drawn, each in zip(series, chart.series, strict=True):
        assert texts(drawn, "cat", "strRef", "strCache", "pt", "v") == list(chart.categories)
        assert texts(drawn, "val", "numRef", "numCache", "pt", "v") == list(map(str, each.values))


@BOTH
def test_the_workbook_holds_what_the_chart_refers_to(chart: Chart) -> None:
    held = cells(workbook(chart))
    last = len(chart.categories) + 1
    for column, each in zip("BC", chart.series, strict=False):
        assert held[f"{column}1"] == each.name
        shown = [float(held[f"{column}{row}"]) for row in range(2, last + 1)]
        assert shown == list(map(float, each.values))
    assert [held[f"A{row}"] for row in range(2, last + 1)] == list(chart.categories)
    formulas = {str(each.text) for each in root(chart).iter(f"{C}f")}
    assert {"Sheet1!$B$1", f"Sheet1!$A$2:$A${last}", f"Sheet1!$B$2:$B${last}"} <= formulas


@BOTH
def test_the_workbook_has_the_same_bytes_every_time(chart: Chart) -> None:
    first = workbook(chart)
    assert workbook(chart) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        stamps = re.findall(rb"\d{4}-\d\d-\d\dT", archive.read("docProps/core.xml"))
    assert set(stamps) == {b"1980-01-01T"}


def test_the_chart_is_linked_to_its_workbook() -> None:
    (external,) = root(COLUMNS).iter(f"{C}externalData")
    assert external.get(f"{R}id") == WORKBOOK_LINK


@BOTH
def test_nothing_but_grey(chart: Chart) -> None:
    colours = {str(each.get("val")) for each in root(chart).iter(f"{A}srgbClr")}
    assert colours
    assert all(colour[:2] == colour[2:4] == colour[4:] for colour in colours)


def test_two_series_differ_in_shade_and_have_a_legend() -> None:
    fills = [
        str(fill.get("val"))
        for series in root(COLUMNS).iter(f"{C}ser")
        for fill in series.iterfind(f"{C}spPr/{A}solidFill/{A}srgbClr")
    ]
    assert len(set(fills)) == 2
    assert list(root(COLUMNS).iter(f"{C}legend"))
    assert not list(root(BARS).iter(f"{C}legend"))


@BOTH
def test_the_faces_are_those_of_the_text(chart: Chart) -> None:
    faces = {str(each.get("typeface")) for each in root(chart).iter(f"{A}latin", f"{A}ea")}
    assert faces == {"Times New Roman", "FangSong_GB2312"}


@BOTH
def test_axis_numbers_are_unsigned(chart: Chart) -> None:
    numbers = [int(each.get("val", "")) for each in root(chart).iter(f"{C}axId", f"{C}crossAx")]
    assert len(numbers) == 6
    assert min(numbers) > 0


def test_percentages_wear_their_sign() -> None:
    assert set(texts(root(BARS), "numCache", "formatCode")) == {'0.00"%"'}


def test_bars_begin_at_nought_unless_one_is_below() -> None:
    lowest = [
        [each.get("val") for each in root(chart).iter(f"{C}min")] for chart in (COLUMNS, BARS)
    ]
    assert [list(map(float, map(str, each))) for each in lowest] == [[0], []]
