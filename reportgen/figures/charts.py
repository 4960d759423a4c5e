"""What a report may draw: figures the department stated, or that follow from them.

A category with a blank is left out and never drawn as 0; a chart that would show nothing, or
nothing but zeros, is not there at all. One of too many bars to read is drawn as several.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.figures.rounding import HUNDRED, round_half_up
from reportgen.figures.score_totals import earned, every_row_scored, execution_earned
from reportgen.figures.weights import EXECUTION, execution_weight, filled, weight_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.funds import UnitAccounts
from reportgen.model.indicators import Indicator
from reportgen.model.papers import ChartKind, Section
from reportgen.model.profile import Profile

_DECIMALS = 2
_MOST_BARS = 20
"""What fits on one page with names of two lines."""
_CONTINUED = "（续）"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars: its name, and a value for each category."""

    name: str
    values: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: what it shows, and its figures. The unit stands in the title.

    `is_placed` says that a section of the report has it.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    is_percent: bool = False
    is_placed: bool = False


def wants_charts(year: DepartmentYear, profile: Profile) -> bool:
    """Whether the report is to have charts: as 报告.图表 says, else as the scheme does."""
    return (year.report.charts or profile.charts) == "是"


def charts_of(year: DepartmentYear, profile: Profile) -> tuple[Chart, ...]:
    """Return the charts that a completed year has the figures for, in the order of its report.

    First those that sections have, as these follow one another, then the others.
    """
    found = (_execution_by_source(year), _points_lost(year, profile), _rate_by_unit(year))
    known = {chart.kind: _readable(chart) for chart in found if chart is not None}
    wanted = dict.fromkeys(_placed(year.report.sections))
    placed = [part for kind in wanted for part in known.pop(kind, ())]
    others = [part for parts in known.values() for part in parts]
    return (*(replace(part, is_placed=True) for part in placed), *others)


def _readable(chart: Chart) -> list[Chart]:
    """Return the charts of alike numbers of bars that show one of lying bars."""
    count = len(chart.categories)
    if len(chart.series) > 1 or count <= _MOST_BARS:
        return [chart]
    (series,) = chart.series
    size = math.ceil(count / math.ceil(count / _MOST_BARS))
    return [
        replace(
            chart,
            title=chart.title + _CONTINUED * (start > 0),
            categories=chart.categories[start : start + size],
            series=(replace(series, values=series.values[start : start + size]),),
        )
        for start in range(0, count, size)
    ]


def _placed(sections: Iterable[Section]) -> Iterator[ChartKind]:
    """Yield the charts that sections name, in the order in which they are printed."""
    for section in sections:
        yield from _placed(section.sections)
        if section.chart is not None:
            yield section.chart


def _execution_by_source(year: DepartmentYear) -> Chart | None:
    """Budget and expenditure of each source of funds that has either, in 万元."""
    rows = [
        (row.name, row.budget, row.executed)
        for row in year.funds.sources
        if row.name and row.budget is not None and row.executed is not None
        if row.budget or row.executed
    ]
    if not rows:
        return None
    names, budgets, executed = zip(*rows, strict=True)
    return Chart(
        "预算执行",
        f"{year.year}年度各来源资金预算与执行情况（万元）",
        names,
        (Series("预算数", budgets), Series("执行数", executed)),
    )


def _points_lost(year: DepartmentYear, profile: Profile) -> Chart | None:
    """Points each family of indicators lost: its weight less its score. None when none is lost.

    A family scored above its weight is left out: its figures contradict each other, as findings
    tell, and nothing follows from them.
    """
    lost = [
        (name, weight - score)
        for name, weight, score in _scored_families(year, profile)
        if weight is not None and score is not None and score <= weight
    ]
    if not any(points for _, points in lost):
        return None
    names, points_lost = zip(*lost, strict=True)
    return Chart(
        "指标失分",
        f"{year.year}年度各类指标失分情况（分）",
        names,
        (Series("失分", points_lost),),
    )


def _scored_families(
    year: DepartmentYear, profile: Profile
) -> Iterator[tuple[str, Decimal | None, Decimal | None]]:
    """Yield name, weight and score of each family of the tree that the scheme scores."""
    sheet = year.scoring_sheet.indicators
    if profile.common_sheet == "是" and sheet:
        nodes = families(sheet)
    else:
        nodes = families(year.indicators)
        if execution_weight(year.funds) is not None:
            yield EXECUTION, execution_weight(year.funds), execution_earned(year.funds)
    for node in nodes:
        if node.name:
            yield node.name, weight_of(node), earned(node) if every_row_scored([node]) else None


def families(nodes: Iterable[Indicator]) -> Iterator[Indicator]:
    """Yield the branches that hold indicators themselves, such as 数量指标, each row in just one.

    A branch of nothing but named branches is opened; a row without a branch is its own family.
    """
    for node in filled(nodes):
        below = filled(node.children)
        if below and all(child.name and child.children for child in below):
            yield from families(below)
        else:
            yield node


def _rate_by_unit(year: DepartmentYear) -> Chart | None:
    """Expenditure of each unit in percent of its income, to two decimals."""
    rows = [
        (unit.name, rate)
        for unit in year.institutions.units
        if unit.name and (rate := unit_rate(unit)) is not None
    ]
    if not any(rate for _, rate in rows):
        return None
    names, rates = zip(*rows, strict=True)
    return Chart(
        "单位执行率",
        f"{year.year}年度各单位执行率（支出合计÷收入合计）",
        names,
        (Series("执行率", rates),),
        is_percent=True,
    )


def unit_rate(unit: UnitAccounts) -> Decimal | None:
    """Return expenditure in percent of income, the year's carried-over funds included.

    None when either is blank, or no income is stated to divide by. The published table of a unit
    has no budget column: what it could spend is its income.
    """
    income, spent = unit.income.total, unit.expenditure.total
    if income is None or income <= 0 or spent is None:
        return None
    return round_half_up(spent / income * HUNDRED, _DECIMALS)
