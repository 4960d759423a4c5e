"""Weights of an indicator tree, in points (分).

A branch may state a weight or leave it to its children; a branch without a name only groups
children that share what it states. Nothing is invented: where neither a node nor anything below
it states a weight, it has none. Source: the published forms, where Liuyang's weighs families and
Yunxi's lets three indicators share 15 points.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from reportgen.figures.totals import total
from reportgen.model.funds import Funds
from reportgen.model.indicators import Indicator

EXECUTION: Final = "预算执行率"
"""What schemes call the points of the funds table among the weights of level 1."""
_BLANK: Final = Indicator().__dict__


def is_blank(node: Indicator) -> bool:
    """Whether nothing of a row is filled; published tables do have such rows."""
    return node.name is None and node.__dict__ == _BLANK


def filled(nodes: Iterable[Indicator]) -> list[Indicator]:
    """Return the nodes that are not blank rows."""
    return [node for node in nodes if not is_blank(node)]


def weight_of(node: Indicator) -> Decimal | None:
    """Return the points of a node: stated, else the sum of its children; None when neither is."""
    if node.weight is not None or not node.children:
        return node.weight
    return total_weight(node.children)


def total_weight(nodes: Iterable[Indicator]) -> Decimal | None:
    """Return the sum of the weights of `nodes`; None when none has one."""
    return total(map(weight_of, nodes))


def children_weight(node: Indicator) -> Decimal | None:
    """Return the sum of the weights of all children; None when one of them has none."""
    weights = [weight_of(child) for child in filled(node.children)]
    # `in` would compare, and to compare a figure with None is slow.
    return None if any(weight is None for weight in weights) else total(weights)


def is_scored_whole(node: Indicator) -> bool:
    """Whether a node carries points that nothing below it divides: a row, or rows that share."""
    if node.weight is None or not node.children:
        return node.weight is not None
    return total_weight(node.children) is None


def execution_weight(funds: Funds) -> Decimal | None:
    """Return the points the funds table carries: of its total, else of its sources."""
    if funds.total.weight is not None:
        return funds.total.weight
    return total(row.weight for row in funds.sources)
