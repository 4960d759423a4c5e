"""Trees and lists turned into what a Word table loops over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from jinja2 import pass_context
from jinja2.runtime import Context

from reportgen.figures.facts import FactList, Facts, blank_facts
from reportgen.figures.remembered import remembered
from reportgen.model.indicators import Indicator
from reportgen.rendering.charts.facts import CHARTS
from reportgen.wording.numerals import heading_number
from reportgen.wording.sameness import means_nothing

LEVELS: Final = ("一级", "二级", "三级", "四级")
SHARED: Final = ("目标", "分值", "评分标准")
NO_LEVEL: Final = blank_facts(Indicator)
"""Stands for a level that a row does not reach; never changed, merges with nothing."""
_NO_LEVELS: Final = (NO_LEVEL,) * len(LEVELS)
_DEEPEST: Final = 4


class Row(Facts):
    """A row of a table. `owners` are the branches that state a value for all their children."""

    __slots__ = ("owners",)
    owners: Mapping[str, Facts]


@remembered
def indicator_rows(indicators: FactList) -> list[Row]:
    """把指标树变成表格的行，一个末级指标一行：{%tr for 行 in 指标|展开 %}。

    An indicator tree as table rows, one a leaf, each with its levels and shared values.
    """
    rows: list[Row] = []
    _add_rows(rows, indicators, levels=(), shared={})
    return rows


def _add_rows(
    rows: list[Row], nodes: Iterable[Facts], levels: tuple[Facts, ...], shared: dict[str, Facts]
) -> None:
    number = 0
    for node in nodes:
        children = node["下级"]
        path = levels if children and not node["名称"] else (*levels, node)
        if children:
            stated = {key: node for key in SHARED if node[key] is not None}
            inherited = shared | stated
            if node["名称"] and "分值" in stated:
                del inherited["分值"]  # a named branch's weight is a total, not a shared one
            _add_rows(rows, children, path, inherited)
        else:
            number += 1
            rows.append(_row(node, path, shared, number))


def _row(leaf: Facts, path: tuple[Facts, ...], shared: dict[str, Facts], number: int) -> Row:
    path = _within_levels(path)
    owners = {key: shared[key] for key in shared if leaf[key] is None} if shared else shared
    first, second, third, fourth = (*path, *_NO_LEVELS)[: len(LEVELS)]
    row = Row(
        {
            "指标": leaf,
            "序号": number,
            "层数": len(path),
            "一级": first,
            "二级": second,
            "三级": third,
            "四级": fourth,
            "目标": leaf["目标"],
            "分值": leaf["分值"],
            "评分标准": leaf["评分标准"],
            "共用目标": "目标" in owners,
        }
    )
    for key, owner in owners.items():
        row[key] = owner[key]
    row.owners = owners
    return row


def _within_levels(path: tuple[Facts, ...]) -> tuple[Facts, ...]:
    """Return at most four levels: the fourth takes the names of all below it, none is lost."""
    if len(path) <= len(LEVELS):
        return path
    kept, deeper = path[: len(LEVELS) - 1], path[len(LEVELS) - 1 :]
    names = "：".join(str(level["名称"]) for level in deeper if level["名称"])
    return (*kept, Facts({**deeper[-1], "名称": names}))


def at_least(items: list[Any], count: int = 1) -> list[Any]:
    """不足几行时补空行：{%tr for 行 in 资金.来源|至少(3) %}。

    The list, padded to so many entries with blank ones.
    """
    blank = items.blank() if isinstance(items, FactList) else None
    missing = max(0, count - len(items))
    return [*items, *([blank] * missing)]


def numbered(items: list[Any]) -> list[Facts]:
    """给几段文字编上 1. 2. 3.，只有一个“无”时不编：{%p for 行 in 报告.问题|编号段 %}。

    Texts with their numbers 1. 2. 3.; a lone 无 wears none.
    """
    if len(items) == 1 and means_nothing(str(items[0])):
        return [Facts({"序号": "", "文字": items[0]})]
    return [Facts({"序号": f"{i}.", "文字": item}) for i, item in enumerate(items, 1)]


@pass_context
def section_paragraphs(context: Context, sections: FactList) -> list[Facts]:
    """把报告的章节变成一段一段，标题自动编号：{%p for 段 in 报告.章节|展开章节 %}。

    Nested sections as paragraphs with 级 (0 for body), 序号, 文字 and 图. A section that lists 问题
    or 措施 takes them from the 报告 of the same form; one that has a chart, from its 图表. A typed
    序号 is printed as typed.
    """
    report = context["报告"]
    charts: dict[str, list[Facts]] = {}
    for chart in context.get(CHARTS) or ():
        charts.setdefault(chart["种类"], []).append(chart)
    lists = {key: report[key] for key in ("问题", "措施")}
    return list(_paragraphs(sections, 1, lists, charts))


def _paragraphs(
    sections: Iterable[Facts], level: int, lists: dict[str, Any], charts: dict[str, list[Facts]]
) -> Iterator[Facts]:
    """Yield the paragraphs of sections; charts are taken out of `charts` when printed."""
    position = 0
    for section in sections:
        if section["标题"]:
            position += 1
            number = section["序号"] or heading_number(level, position)
            yield _paragraph(level, number, section["标题"])
        for text in section["正文"]:
            yield _paragraph(0, "", text)
        for item in numbered(lists.get(section["列出"], [])):
            yield _paragraph(0, item["序号"], item["文字"])
        yield from _paragraphs(section["章节"], min(level + 1, _DEEPEST), lists, charts)
        for chart in charts.pop(section["图"], ()):
            yield _paragraph(0, "", None, chart)


def _paragraph(level: int, number: str, text: Any, chart: Facts | None = None) -> Facts:
    return Facts({"级": level, "序号": number, "文字": text, "图": chart})
