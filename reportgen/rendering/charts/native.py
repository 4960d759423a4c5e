"""A chart as Word keeps it: chart XML and the workbook behind it, written by python-pptx's writer.

Greyscale, the faces of the text, every value beside its bar; "edit data" opens the workbook.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Final

from lxml import etree
from pptx.chart.chart import Chart as NativeChart
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt
from xlsxwriter import Workbook

from reportgen.figures.charts import Chart

_GREYS: Final = (RGBColor(0x59, 0x59, 0x59), RGBColor(0xBF, 0xBF, 0xBF))
_BLACK: Final = RGBColor(0, 0, 0)
_LATIN: Final = "Times New Roman"
_CHINESE: Final = "FangSong_GB2312"
_SIZE: Final = Pt(12)
_LINE: Final = Pt(0.5)
_GAP: Final = 60
_EPOCH: Final = datetime(1980, 1, 1, tzinfo=UTC)
_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
WORKBOOK_LINK: Final = "rId1"


def chart_xml(chart: Chart) -> bytes:
    """Return the chart part; it refers to its workbook as `WORKBOOK_LINK`."""
    lying = len(chart.series) == 1
    kind = XL_CHART_TYPE.BAR_CLUSTERED if lying else XL_CHART_TYPE.COLUMN_CLUSTERED
    written = ChartXmlWriter(kind, _chart_data(chart)).xml
    space = parse_xml(written.encode())
    native = NativeChart(space, None)  # no part: it only styles the XML
    _lay_out(native, lying=lying)
    if all(value >= 0 for series in chart.series for value in series.values):
        native.value_axis.minimum_scale = 0  # or bars are no longer in proportion
    _shade(native)
    _plain_frame(space)
    _keep_names_level(space)
    _set_faces(space)
    _make_axes_positive(space)
    external = etree.SubElement(space, qn("c:externalData"), {qn("r:id"): WORKBOOK_LINK})
    etree.SubElement(external, qn("c:autoUpdate"), val="0")
    return etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)


def _chart_data(chart: Chart) -> CategoryChartData:
    data = CategoryChartData(number_format=_number_format(chart))
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    return data


def _number_format(chart: Chart) -> str:
    return '0.00"%"' if chart.is_percent else "General"


def _lay_out(native: NativeChart, *, lying: bool) -> None:
    native.has_title = False
    native.has_legend = not lying
    if native.legend is not None:
        native.legend.position = XL_LEGEND_POSITION.BOTTOM
        native.legend.include_in_layout = False
    native.font.size = _SIZE
    native.value_axis.has_major_gridlines = False
    native.value_axis.visible = not lying
    native.category_axis.reverse_order = lying  # the first row of the table on top
    native.category_axis.tick_label_position = (
        XL_TICK_LABEL_POSITION.LOW
    )  # beside negative bars too
    native.category_axis.tick_labels.font.size = _SIZE
    plot = native.plots[0]
    plot.gap_width = _GAP
    plot.vary_by_categories = False
    plot.has_data_labels = True
    plot.data_labels.show_value = True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END


def _shade(native: NativeChart) -> None:
    for series, grey in zip(native.plots[0].series, _GREYS, strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = grey
        series.format.line.color.rgb = _BLACK
        series.format.line.width = _LINE


def _plain_frame(space: etree._Element) -> None:
    """Say what Word would assume otherwise: square corners, no frame round the chart."""
    dates, drawn = (next(space.iter(qn(tag))) for tag in ("c:date1904", "c:chart"))
    dates.addnext(etree.Element(qn("c:roundedCorners"), val="0"))
    frame = etree.Element(qn("c:spPr"))
    etree.SubElement(frame, qn("a:noFill"))
    etree.SubElement(etree.SubElement(frame, qn("a:ln")), qn("a:noFill"))
    drawn.addnext(frame)


def _keep_names_level(space: etree._Element) -> None:
    """Let long names of categories wrap, where Word and LibreOffice would turn them."""
    for properties in space.iterfind(f".//{qn('c:catAx')}/{qn('c:txPr')}/{qn('a:bodyPr')}"):
        properties.attrib.update({"rot": "0", "vert": "horz"})


def _set_faces(space: etree._Element) -> None:
    for properties in space.iter(qn("a:defRPr")):
        for tag, face in (("a:latin", _LATIN), ("a:ea", _CHINESE)):
            etree.SubElement(properties, qn(tag), typeface=face)


def _make_axes_positive(space: etree._Element) -> None:
    """Axis numbers are unsigned in the schema; the writer's are not."""
    for axis in space.iter(qn("c:axId"), qn("c:crossAx")):
        axis.set("val", str(abs(int(axis.get("val", "0")))))


def workbook(chart: Chart) -> bytes:
    """Return the .xlsx behind a chart, laid out as its XML refers to it: the same bytes always.

    Its parts are stored, not deflated, so that no version of a library can change them.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(buffer, options) as book:
        book.set_properties({"created": _EPOCH})
        sheet = book.add_worksheet("Sheet1")
        figures = book.add_format({"num_format": _number_format(chart)})
        sheet.write_column(1, 0, chart.categories)
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(0, column, series.name)
            sheet.write_column(1, column, series.values, figures)
    return _stored(buffer)


def _stored(deflated: io.BytesIO) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(deflated) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _ZIP_EPOCH)
            info.create_system = 0
            target.writestr(info, source.read(name))
    return buffer.getvalue()
