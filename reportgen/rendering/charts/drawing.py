"""The place of a chart in the text: a drawing in line, as wide as the text area allows."""

from __future__ import annotations

import html
from typing import Final

from reportgen.figures.charts import Chart
from reportgen.rendering.charts.facts import Drawing

_EMU_PER_CM: Final = 360_000
_WIDTH_CM: Final = 15.0
_COLUMNS_CM: Final = 7.5
_LEAST_CM: Final = 4.0
_MOST_CM: Final = 18.0
_CM_PER_BAR: Final = 0.85
_CM_AROUND_BARS: Final = 1.5
# Far from the numbers that Word itself gives to drawings of a template.
_FIRST_ID: Final = 7_000_000

_DRAWING: Final = (
    '</w:t><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{id}" name="{name}" descr="{title}"/>'
    '<wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
    'main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{link}"/>'
    '</a:graphicData></a:graphic></wp:inline></w:drawing><w:t xml:space="preserve">'
)


def relationship(number: int) -> str:
    """Return the name under which a document refers to its chart `number`."""
    return f"rIdChart{number}"


def drawing_xml(drawing: Drawing) -> str:
    """Return what is printed inside `<w:t>` to draw a chart."""
    number = drawing.number
    return _DRAWING.format(
        width=round(_WIDTH_CM * _EMU_PER_CM),
        height=round(_height(drawing.chart) * _EMU_PER_CM),
        id=_FIRST_ID + number,
        name=f"图表{number}",
        title=html.escape(drawing.chart.title),
        link=relationship(number),
    )


def _height(chart: Chart) -> float:
    """Return the height in centimetres; bars that lie grow with their number."""
    if len(chart.series) > 1:
        return _COLUMNS_CM
    bars = _CM_AROUND_BARS + _CM_PER_BAR * len(chart.categories)
    return min(max(bars, _LEAST_CM), _MOST_CM)
