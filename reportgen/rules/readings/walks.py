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


@remembered
def funds_blocks(department_year: DepartmentYear) -> tuple[tuple[DataPath, Funds], ...]:
    """Return the department's funds, then each project's."""
    own = (("资金",), department_year.funds)
    projects = enumerate(department_year.projects)
    return (own, *[(("项目", index, "资金"), project.funds) for index, project in projects])


def fund_rows(path: DataPath, funds: Funds) -> list[tuple[DataPath, FundRow]]:
    """Return every row of a funds table: total, sources, structure and functions."""
    found: list[tuple[DataPath, FundRow]] = [((*path, "总额"), funds.total)]
    for key, rows in (
        ("来源", funds.sources),
        ("结构", funds.structure),
        ("功能分类", funds.functions),
    ):
        found += [((*path, key, index), row) for index, row in enumerate(rows)]
    return found


@remembered
def all_fund_rows(department_year: DepartmentYear) -> tuple[tuple[DataPath, FundRow], ...]:
    """Return every fund row of the department and of its projects."""
    blocks = funds_blocks(department_year)
    return tuple([placed for path, funds in blocks for placed in fund_rows(path, funds)])


@remembered
def unit_rows(department_year: DepartmentYear) -> tuple[tuple[DataPath, UnitAccounts], ...]:
    """Return the summary row, then each unit's."""
    whole = (("机构", "汇总"), department_year.institutions.summary)
    units = enumerate(department_year.institutions.units)
    return (whole, *[(("机构", "单位", index), unit) for index, unit in units])


def indicator_trees(
    department_year: DepartmentYear,
) -> Iterator[tuple[DataPath, tuple[Indicator, ...]]]:
    """Yield the department's indicators, its scoring sheet, and each project's indicators."""
    yield ("指标",), department_year.indicators
    yield ("评分表", "指标"), department_year.scoring_sheet.indicators
    for index, project in enumerate(department_year.projects):
        yield ("项目", index, "指标"), project.indicators


Inheriting = tuple[DataPath, Indicator, str, Quantity | None]
"""An indicator proper, the nearest named branch, and the target: its own or the nearest above."""


class Outline(NamedTuple):
    """A tree laid out: every node, a branch before its children; and the indicators proper."""

    nodes: list[Placed]
    leaves: list[Inheriting]


def outline(path: DataPath, tree: Iterable[Indicator]) -> Outline:
    """Return every node of a tree, and its indicators with what they take from the branches."""
    found = Outline([], [])
    _collect(path, tree, ("", None), found)
    return found


def _collect(
    path: DataPath,
    tree: Iterable[Indicator],
    above: tuple[str, Quantity | None],
    found: Outline,
) -> None:
    family, target = above
    nodes, leaves = found
    for index, node in enumerate(tree):
        here = (*path, index)
        nodes.append((here, node))
        shared = target if node.target is None else node.target
        if node.children:
            below = (*here, "下级")
            _collect(below, node.children, (node.name or family, shared), found)
        else:
            leaves.append((here, node, family, shared))


def nodes(path: DataPath, indicators: Iterable[Indicator]) -> list[Placed]:
    """Return every node of a tree, a branch before its children."""
    return outline(path, indicators).nodes


def leaves(path: DataPath, indicators: Iterable[Indicator]) -> list[Placed]:
    """Return the indicators proper: the nodes without children."""
    return [(here, node) for here, node, _, _ in outline(path, indicators).leaves]


@remembered
def outlines(department_year: DepartmentYear) -> Mapping[DataPath, Outline]:
    """Return the outline of every tree, by the path of the tree."""
    return {path: outline(path, tree) for path, tree in indicator_trees(department_year)}


@remembered
def tree_nodes(department_year: DepartmentYear) -> Mapping[DataPath, tuple[Placed, ...]]:
    """Return every node of every tree, as `nodes` tells them, by the path of the tree."""
    return {path: tuple(found.nodes) for path, found in outlines(department_year).items()}
