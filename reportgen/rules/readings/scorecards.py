"""Trees that score: each with the funds that score beside it and the total it must come to."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from reportgen.figures.attainment import Attainment, Comparison, attainment, compare, judged
from reportgen.figures.remembered import remembered
from reportgen.figures.rounding import listed, plain
from reportgen.figures.score_totals import evaluation_score
from reportgen.figures.weights import filled, is_scored_whole
from reportgen.model.finding import DataPath
from reportgen.model.funds import FundRow, Funds
from reportgen.model.indicators import Indicator, SelfEvaluation
from reportgen.model.papers import Project
from reportgen.rules.readings.walks import Placed, all_fund_rows, outlines, tree_nodes
from reportgen.rules.registry import Subject
from reportgen.wording.quantities import Quantity
from reportgen.wording.sameness import unclosed

BASIS: Final = "财预〔2020〕10号（依公开表注转述）"
_NO_FUNDS: Final = Funds.model_construct()
_NO_VERDICT: Final = SelfEvaluation.model_construct()
_UNNAMED: Final = "（未命名）"


@dataclass(frozen=True)
class Scorecard:
    """A tree of indicators, its funds and its 自评, each with its path, and the tree's nodes."""

    tree_path: DataPath
    tree: tuple[Indicator, ...]
    nodes: tuple[Placed, ...]
    funds_path: DataPath
    funds: Funds
    verdict_path: DataPath
    verdict: SelfEvaluation

    @functools.cached_property
    def wholes(self) -> tuple[Placed, ...]:
        """The nodes whose points nothing below divides: indicators, and those that share."""
        return tuple(
            [
                placed
                for placed in self.nodes
                if placed[1].weight is not None and is_scored_whole(placed[1])
            ]
        )

    @functools.cached_property
    def earned(self) -> Decimal | None:
        """What the rows and the execution rate scored together."""
        return evaluation_score(self.tree, self.funds)

    @property
    def is_scored(self) -> bool:
        """Whether any row has a score."""
        return self.earned is not None

    def place_of_total(self, key: str) -> DataPath:
        """Return where the total of `key` (得分, 分值) stands: in 自评, else the tree itself."""
        stated = self.verdict.score if key == "得分" else self.verdict.weight
        return self.tree_path if stated is None else (*self.verdict_path, key)


@remembered
def scorecards(subject: Subject) -> tuple[Scorecard, ...]:
    """Return the department's indicators, its scoring sheet, and each project's indicators.

    The department states one total. It is the sheet's where only the sheet is scored, or where
    both are and the scheme scores the common sheet.
    """
    year = subject.department_year
    placed = tree_nodes(year)
    own, sheet_path = ("指标",), ("评分表", "指标")
    table, sheet = year.indicators, year.scoring_sheet.indicators
    common = subject.profile.common_sheet == "是"
    of_sheet = is_scored(sheet) and (common or not is_scored(table))
    stated = year.self_evaluation
    return (
        Scorecard(
            own, table, placed[own],
            ("资金",), year.funds,
            ("自评",), _NO_VERDICT if of_sheet else stated,
        ),
        Scorecard(
            sheet_path, sheet, placed[sheet_path],
            (), _NO_FUNDS,
            ("自评",), stated if of_sheet else _NO_VERDICT,
        ),
        *(_of_project(placed, index, project) for index, project in enumerate(year.projects)),
    )  # fmt: skip


def _of_project(
    placed: Mapping[DataPath, tuple[Placed, ...]], index: int, project: Project
) -> Scorecard:
    here = ("项目", index)
    return Scorecard(
        (*here, "指标"), project.indicators, placed[*here, "指标"],
        (*here, "资金"), project.funds,
        (*here, "自评"), project.self_evaluation,
    )  # fmt: skip


def is_scored(tree: Iterable[Indicator]) -> bool:
    """Whether any row of a tree has a score."""
    for node in tree:
        if node.score is not None or (node.children and is_scored(node.children)):
            return True
    return False


@remembered
def all_nodes(subject: Subject) -> tuple[Placed, ...]:
    """Return every node of every tree."""
    return tuple([placed for card in scorecards(subject) for placed in card.nodes])


@remembered
def all_wholes(subject: Subject) -> tuple[Placed, ...]:
    """Return the nodes of every tree whose points nothing below divides."""
    return tuple([placed for card in scorecards(subject) for placed in card.wholes])


@remembered
def all_leaves(subject: Subject) -> tuple[Placed, ...]:
    """Return every indicator proper of every tree."""
    return tuple([placed for placed in all_nodes(subject) if not placed[1].children])


class Measured(NamedTuple):
    """An indicator and its target: its own, else the nearest that a branch states.

    `figures` are target and actual where these can be compared.
    """

    path: DataPath
    node: Indicator
    target: Quantity | None
    figures: Comparison | None

    @property
    def attainment(self) -> Attainment:
        """Whether the target was met."""
        if self.figures is not None:
            return judged(self.figures)
        return attainment(self.target, self.node.actual)


@remembered
def measured(subject: Subject) -> tuple[Measured, ...]:
    """Return every indicator of the trees that are scored, with its target."""
    found = outlines(subject.department_year)
    return tuple(
        [
            Measured(path, node, target, compare(target, node.actual) if target else None)
            for card in scorecards(subject)
            if card.is_scored
            for path, node, _, target in found[card.tree_path].leaves
        ]
    )


@remembered
def scored_fund_rows(subject: Subject) -> tuple[tuple[DataPath, FundRow], ...]:
    """Return the fund rows that have a score."""
    rows = all_fund_rows(subject.department_year)
    return tuple([placed for placed in rows if placed[1].score is not None])


def named(node: Indicator) -> str:
    """Return what to call a node: its name, else the names of those it groups."""
    name = node.name or node.project
    if name:
        return unclosed(name)
    return "、".join(named(child) for child in filled(node.children)) or _UNNAMED


def addends(items: Iterable[tuple[str, Decimal | None]]) -> str:
    """Return what is filled of named figures as a sum."""
    return listed(f"{name}{plain(value)}" for name, value in items if value is not None)
