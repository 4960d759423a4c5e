"""The indicators of a table as rules read them: each with its family and the target it shares."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from reportgen.figures.paired_measures import pairs
from reportgen.figures.remembered import remembered
from reportgen.figures.weights import is_blank
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath
from reportgen.model.indicators import Indicator
from reportgen.rules.readings.walks import Outline, Placed, outlines
from reportgen.wording.quantities import Measure, Quantity
from reportgen.wording.sameness import unclosed


class IndicatorRow(NamedTuple):
    """A row of a table: `family` is the nearest named branch, `target` its own or a shared one.

    `name` lacks the colon that some tables print after it; without a name it is the target.
    """

    path: DataPath
    node: Indicator
    family: str
    target: Quantity | None
    name: str

    @property
    def points(self) -> Decimal | None:
        """The points at stake: its weight, or its score where the table weighs families only."""
        return self.node.weight if self.node.weight is not None else self.node.score


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The indicators of the department or of one project: every node, and the rows not blank."""

    path: DataPath
    nodes: tuple[Placed, ...]
    rows: tuple[IndicatorRow, ...]

    @property
    def is_goal_table(self) -> bool:
        """Whether it only sets targets: no row reports anything yet."""
        return all(row.node.actual is None and row.node.score is None for row in self.rows)

    @property
    def has_targets(self) -> bool:
        """Whether it has a column of targets; without one the names are the goals."""
        return any(row.target is not None for row in self.rows)


@remembered
def indicator_tables(department_year: DepartmentYear) -> tuple[IndicatorTable, ...]:
    """Return the department's table, then each project's. The scoring sheet sets no targets."""
    return tuple(
        [
            _table(path, found)
            for path, found in outlines(department_year).items()
            if path[0] != "评分表"
        ]
    )


@remembered
def indicator_rows(department_year: DepartmentYear) -> tuple[IndicatorRow, ...]:
    """Return the rows of all tables."""
    return tuple([row for table in indicator_tables(department_year) for row in table.rows])


@remembered
def reported_rows(
    department_year: DepartmentYear,
) -> tuple[tuple[IndicatorRow, Quantity, Quantity], ...]:
    """Return every row that has both a target and an actual, with these two."""
    return tuple(
        [
            (row, row.target, actual)
            for row in indicator_rows(department_year)
            if row.target is not None and (actual := row.node.actual) is not None
        ]
    )


@remembered
def paired_rows(
    department_year: DepartmentYear,
) -> tuple[tuple[IndicatorRow, Measure, Measure], ...]:
    """Return every figure of a target beside the figure of its actual."""
    return tuple(
        [
            (row, wanted, reached)
            for row, target, actual in reported_rows(department_year)
            if target.measures and actual.measures
            for wanted, reached in pairs(target, actual)
        ]
    )


def _table(path: DataPath, found: Outline) -> IndicatorTable:
    rows = [
        IndicatorRow(
            here, node, family, target, unclosed(node.name or (target.text if target else ""))
        )
        for here, node, family, target in found.leaves
        if node.name or not is_blank(node)
    ]
    return IndicatorTable(path, tuple(found.nodes), tuple(rows))
