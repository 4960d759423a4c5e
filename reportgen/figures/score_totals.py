"""What the rows of a tree scored together, in points (分). Blanks are skipped, never 0."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from reportgen.figures.totals import total
from reportgen.figures.weights import execution_weight, is_blank
from reportgen.model.funds import Funds
from reportgen.model.indicators import Indicator


def earned(node: Indicator) -> Decimal | None:
    """Return the score of a node: the sum of what is scored below it, else its own."""
    below = total_earned(node.children) if node.children else None
    return node.score if below is None else below


def total_earned(nodes: Iterable[Indicator]) -> Decimal | None:
    """Return what `nodes` scored together; None when none of them is scored."""
    return total(map(earned, nodes))


def every_row_scored(nodes: Iterable[Indicator]) -> bool:
    """Whether no row waits for its score. Blank rows and rows of 0 points have none to get."""
    return all(
        every_row_scored(node.children)
        if node.children
        else node.score is not None or node.weight == 0 or is_blank(node)
        for node in nodes
    )


def execution_earned(funds: Funds) -> Decimal | None:
    """Return what the funds table scored: its total row, else its sources."""
    if funds.total.score is not None:
        return funds.total.score
    return total(row.score for row in funds.sources)


def evaluation_score(nodes: Iterable[Indicator], funds: Funds) -> Decimal | None:
    """Return the total score: the indicators and the execution rate; None without indicators."""
    indicators = total_earned(nodes)
    return None if indicators is None else total((indicators, execution_earned(funds)))


def is_fully_scored(nodes: Iterable[Indicator], funds: Funds) -> bool:
    """Whether every row that carries points has its score, the execution rate among them."""
    funds_due = execution_weight(funds) is not None and execution_earned(funds) is None
    return not funds_due and every_row_scored(nodes)
