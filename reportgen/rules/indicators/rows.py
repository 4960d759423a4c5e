"""Rules on the rows of an indicator table: named, not blank, not twice, no points for nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportgen.figures.rounding import plain
from reportgen.figures.weights import is_blank, total_weight
from reportgen.model.finding import DataPath, Severity
from reportgen.model.indicators import Indicator
from reportgen.rules.readings.indicator_rows import IndicatorTable, indicator_tables
from reportgen.rules.readings.scorecards import all_leaves
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording
from reportgen.wording.sameness import squeezed

_NO_SUCH_INDICATOR: Final = frozenset(("不适用", "无", "/", "／", "—", "——", "-"))
_NO_SUCH_TARGET: Final = _NO_SUCH_INDICATOR - {"无"}
_BARE_NUMBER: Final = re.compile(r"(?:指标)?[\s\d.、．()（）①-⑳]+[：:]?")
_INAPPLICABLE: Final = Wording("标注不适用", "marked not applicable")
_LEFT_BLANK: Final = Wording("为空白行", "blank")
_Idle = tuple[DataPath, str, Wording, Decimal]


def _idleness(node: Indicator) -> Wording | None:
    """Return how a row says that it measures nothing; None for a real indicator."""
    if node.name is not None and node.name.strip() in _NO_SUCH_INDICATOR:
        return _INAPPLICABLE
    if node.target is not None and node.target.text.strip() in _NO_SUCH_TARGET:
        return _INAPPLICABLE
    if node.name is not None or node.target is not None:
        return None
    return _LEFT_BLANK if node.actual is None and node.standard is None else None


def _idle_points(table: IndicatorTable) -> Iterator[_Idle]:
    """Yield each row, and each family that weighs its rows together, with points for nothing."""
    for row in table.rows:
        idleness = _idleness(row.node) if row.node.weight else None
        if idleness is not None and row.node.weight:
            yield row.path, row.family or row.name, idleness, row.node.weight
    for path, node in table.nodes:
        said = _idleness_below(node.children) if node.children and node.weight else None
        if said is not None and node.weight and total_weight(node.children) is None:
            yield path, node.name or "", said, node.weight


def _idleness_below(nodes: tuple[Indicator, ...]) -> Wording | None:
    """Return how all indicators of a branch say that they measure nothing; None for a real one."""
    said = _LEFT_BLANK
    for node in nodes:
        idleness = _idleness_below(node.children) if node.children else _idleness(node)
        if idleness is None:
            return None
        if idleness is _INAPPLICABLE:
            said = idleness
    return said


@rule(
    "IND-15",
    Severity.WARNING,
    message=Wording(
        "“{family}”{idleness}仍有{stated}分", '"{family}" is {idleness} but carries {stated} points'
    ),
    hint=Wording(
        "请把分值调到实际设置的指标上，或补设指标",
        "Move the points to indicators in use, or set one here",
    ),
)
def inapplicable_row_carries_no_points(subject: Subject) -> Iterator[Hit]:
    """标注不适用或空白的行没有分值。

    为什么：不考核的内容占着分，总分就不可比。
    错：生态效益指标标注“不适用”，分值5。
    对：生态效益指标标注“不适用”，不设分值。
    """
    for table in indicator_tables(subject.department_year):
        for path, family, idleness, weight in _idle_points(table):
            yield Hit(
                (*path, "分值"),
                stated=plain(weight),
                computed="0",
                arguments={"family": family, "idleness": idleness},
            )


@rule(
    "IND-16",
    Severity.INFO,
    message=Wording("存在空白指标行", "Blank indicator row"),
    hint=Wording("请删去这一行，或补填指标", "Delete the row, or fill it in"),
)
def indicator_row_is_filled(subject: Subject) -> Iterator[Hit]:
    """指标表没有空白行。

    为什么：空行可能是漏填，也会打印出来。
    错：生态效益指标下列一行，各栏全空。
    对：每一行都有名称。
    """
    for path, leaf in all_leaves(subject):
        if leaf.name is None and is_blank(leaf):
            yield Hit(path)


@rule(
    "IND-17",
    Severity.ERROR,
    message=Wording(
        "指标名称缺失或仅为数字“{stated}”", 'Indicator name missing or only a number "{stated}"'
    ),
    hint=Wording("请写指标的名称，如“适龄儿童接种率”", "Name what is measured"),
)
def indicator_is_named(subject: Subject) -> Iterator[Hit]:
    """指标有名称，且不只是序号。目标是文字的，目标本身可以代替名称。

    为什么：没有名称就不知道考核什么。
    错：名称空白，目标“≥95%”。
    对：名称“适龄儿童接种率”，目标“≥95%”。
    """
    for path, leaf in all_leaves(subject):
        name = (leaf.name or "").strip()
        if name and _BARE_NUMBER.fullmatch(name):
            yield Hit((*path, "名称"), stated=name)
        if name or is_blank(leaf):
            continue
        says_itself = leaf.target is not None and not leaf.target.is_numeric
        if not says_itself:
            yield Hit(path, stated=name)


@rule(
    "IND-19",
    Severity.INFO,
    message=Wording("指标重复：“{name}”", 'Duplicate indicator "{name}"'),
    hint=Wording("请合并，或写明两者的区别", "Merge them, or say how they differ"),
)
def indicators_differ(subject: Subject) -> Iterator[Hit]:
    """同一张表、同一项目中，没有名称和目标都相同的指标。

    为什么：同一件事计两次分。
    错：两行都是“疫苗接种率”，目标都是“≥90%”。
    对：一行“儿童疫苗接种率”，一行“老年人疫苗接种率”。
    """
    for table in indicator_tables(subject.department_year):
        named = [(squeezed(row.node.name), row) for row in table.rows if row.node.name]
        if len(dict(named)) == len(named):
            continue
        times = Counter([name for name, _ in named])
        repeated = {name for name in times if times[name] > 1}
        first: dict[tuple[str, str, str], DataPath] = {}
        for name, row in named:
            if name not in repeated or _idleness(row.node) is not None:
                continue
            key = name, squeezed(row.node.project or ""), squeezed(row.node.target or "")
            here = (*row.path, "名称")
            earlier = first.setdefault(key, here)
            if earlier != here:
                yield Hit(here, arguments={"name": row.name}, other=earlier)
