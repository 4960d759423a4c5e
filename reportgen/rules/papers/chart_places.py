"""Rules on where a report has its charts."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.figures.charts import wants_charts
from reportgen.model.finding import DataPath, Severity
from reportgen.model.papers import Section
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording


@rule(
    "DOC-17",
    Severity.WARNING,
    message=Wording(
        "“{stated}”的图前面的章节已经有了，这里不再画",
        'A section before has the chart "{stated}" already; it is not drawn again here',
    ),
    hint=Wording(
        "同一幅图只在一个章节里写“图”，另一处删去", "Name a chart under 图 of one section only"
    ),
)
def charts_are_drawn_once(subject: Subject) -> Iterator[Hit]:
    """一种图只在一个章节里写。

    为什么：一幅图在报告里只画一次，画在第一个写了它的章节之后；后面的章节写了也没有图。
    错：两个章节都写“图: 单位执行率”。
    对：只在讲各单位执行率的章节里写。
    """
    year = subject.department_year
    if not wants_charts(year, subject.profile):
        return
    drawn = set()
    for path, section in _as_printed(year.report.sections, ("报告", "章节")):
        if section.chart in drawn:
            yield Hit((*path, "图"), section.chart)
        elif section.chart is not None:
            drawn.add(section.chart)


def _as_printed(entries: tuple[Section, ...], path: DataPath) -> Iterator[tuple[DataPath, Section]]:
    """Yield sections as their charts are printed: those below a section before its own."""
    for index, section in enumerate(entries):
        here = (*path, index)
        yield from _as_printed(section.sections, (*here, "章节"))
        yield here, section
