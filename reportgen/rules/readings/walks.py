"""The parts of a department-year that rules walk over, each with its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from reportgen.figures.remembered import remembered
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath
from reportgen.model.funds import FundRow, Funds, UnitAccounts
from reportgen.model.indicators import Indicator
from reportgen.wording.quantities import Quantity

Placed = tuple[DataPath, Indicator]


def funds_blocks(department_year: DepartmentYear) -> Iterator[tuple[DataPath, Funds]]:
    """Yield the department's funds, then each project's."""
    yield ("资金",), department_year.funds
    for index, project in enumerate(department_year.projects):
        yield ("项目", index, "资金"), project.funds


def fund_rows(path: DataPath, funds: Funds) -> Iterator[tuple[DataPath, FundRow]]:
    """Yield every row of a funds table: total, sources, structure and functions."""
    yield (*path, "总额"), funds.total
    for key, rows in (
        ("来源", funds.sources),
        ("结构", funds.structure),
        ("功能分类", funds.functions),
    ):
        yield from (((*path, key, index), row) for index, row in enumerate(rows))


def all_fund_rows(department_year: DepartmentYear) -> Iterator[tuple[DataPath, FundRow]]:
    """Yield every fund row of the department and of its projects."""
    for path, funds in funds_blocks(department_year):
        yield from fund_rows(path, funds)


def unit_rows(department_year: DepartmentYear) -> Iterator[tuple[DataPath, UnitAccounts]]:
    """Yield the summary row, then each unit's."""
    yield ("机构", "汇总"), department_year.institutions.summary
    for index, unit in enumerate(department_year.institutions.units):
        yield ("机构", "单位", index), unit


def indicator_trees(
    department_year: DepartmentYear,
) -> Iterator[tuple[DataPath, tuple[Indicator, ...]]]:
    """Yield the department's indicators, its scoring sheet, and each project's indicators."""
    yield ("指标",), department_year.indicators
    yield ("评分表", "指标"), department_year.scoring_sheet.indicators
    for index, project in enumerate(department_year.projects):
        yield ("项目", index, "指标"), project.indicators


def nodes(path: DataPath, indicators: Iterable[Indicator]) -> list[Placed]:
    """Return every node of a tree, a branch before its children."""
    found: list[Placed] = []
    _collect_nodes(path, indicators, found)
    return found


def _collect_nodes(path: DataPath, indicators: Iterable[Indicator], found: list[Placed]) -> None:
    for index, node in enumerate(indicators):
        here = (*path, index)
        found.append((here, node))
        if node.children:
            _collect_nodes((*here, "下级"), node.children, found)


def leaves(path: DataPath, indicators: Iterable[Indicator]) -> list[Placed]:
    """Return the indicators proper: the nodes without children."""
    return [placed for placed in nodes(path, indicators) if not placed[1].children]


@remembered
def tree_nodes(department_year: DepartmentYear) -> Mapping[DataPath, tuple[Placed, ...]]:
    """Return every node of every tree, as `nodes` tells them, by the path of the tree."""
    return {path: tuple(nodes(path, tree)) for path, tree in indicator_trees(department_year)}


class Inheriting(NamedTuple):
    """An indicator with its own target or the nearest that a branch states for all below it.

    `family` is the nearest named branch.
    """

    path: DataPath
    node: Indicator
    family: str
    target: Quantity | None


def inheriting_leaves(path: DataPath, tree: Iterable[Indicator]) -> list[Inheriting]:
    """Return the indicators proper of a tree with what they take from the branches above."""
    found: list[Inheriting] = []
    _collect_leaves(path, tree, ("", None), found)
    return found


def _collect_leaves(
    path: DataPath,
    tree: Iterable[Indicator],
    above: tuple[str, Quantity | None],
    found: list[Inheriting],
) -> None:
    family, target = above
    for index, node in enumerate(tree):
        here = (*path, index)
        shared = target if node.target is None else node.target
        if node.children:
            below = (*here, "下级")
            _collect_leaves(below, node.children, (node.name or family, shared), found)
        else:
            found.append(Inheriting(here, node, family, shared))


@remembered
def outlines(department_year: DepartmentYear) -> Mapping[DataPath, tuple[Inheriting, ...]]:
    """Return the indicators proper of every tree, by the path of the tree."""
    return {
        path: tuple(inheriting_leaves(path, tree))
        for path, tree in indicator_trees(department_year)
    }
