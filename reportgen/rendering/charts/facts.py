"""Charts as facts: what a form loops over to draw them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from reportgen.figures.charts import Chart
from reportgen.figures.facts import FactList, Facts

CHARTS: Final = "图表"
"""What a form calls the charts."""
KEYS: Final = ("序号", "种类", "标题", "图", "已放")
"""What an entry of 图表 holds."""


class Drawing:
    """Stands for a chart in a tag: printed alone it is drawn, joined to text it is its title.

    `number` counts the charts of a report from 1.
    """

    __slots__ = ("chart", "number")

    def __init__(self, chart: Chart, number: int) -> None:
        self.chart = chart
        self.number = number

    def __str__(self) -> str:
        return self.chart.title


def chart_facts(charts: Iterable[Chart]) -> FactList:
    """Return the entries of 图表."""
    return FactList(
        [
            Facts(zip(KEYS, _values(chart, number), strict=True))
            for number, chart in enumerate(charts, 1)
        ]
    )


def chart_parts(
    context: Mapping[str, Any], rendered: Mapping[str, bytes], referring: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the parts that the charts of these facts add or change; mostly there are none."""
    charts = context.get(CHARTS)
    if not charts:
        return {}
    # Only a report that draws charts waits for the library that writes them.
    from reportgen.rendering.charts.attaching import attached  # noqa: PLC0415

    return attached([chart["图"] for chart in charts], rendered, referring)


def _values(chart: Chart, number: int) -> tuple[object, ...]:
    return number, chart.kind, chart.title, Drawing(chart, number), chart.is_placed
