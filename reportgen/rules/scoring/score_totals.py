"""Rules on totals of scores: what the rows come to, and what a perfect total hides."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reportgen.figures.remembered import remembered
from reportgen.figures.rounding import ZERO, plain
from reportgen.figures.score_totals import (
    earned,
    every_row_scored,
    execution_earned,
    is_fully_scored,
    total_earned,
)
from reportgen.figures.tolerance import agrees
from reportgen.figures.weights import EXECUTION, filled
from reportgen.model.finding import DataPath, Severity
from reportgen.model.indicators import Indicator
from reportgen.rules.readings.scorecards import (
    Scorecard,
    addends,
    named,
    scorecards,
)
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording


class _Sum(NamedTuple):
    """A stated score and the other one its rows come to; `is_open` while a row has no score."""

    path: DataPath
    name: str
    stated: Decimal
    computed: Decimal
    is_open: bool
    rows: tuple[Indicator, ...]
    execution: Decimal | None = None

    @property
    def addends(self) -> str:
        rows = ((named(node), earned(node)) for node in filled(self.rows))
        return addends([(EXECUTION, self.execution), *rows])

    @property
    def is_wrong(self) -> bool:
        # A row that waits for its score can only add to the sum.
        if self.is_open and self.stated > self.computed:
            return False
        return not agrees(self.stated, self.computed)

    @property
    def is_rounded(self) -> bool:
        return not self.is_open and not self.is_wrong


@remembered
def _totals(subject: Subject) -> tuple[_Sum, ...]:
    """Return the totals that are not to the digit what their rows come to."""
    found = []
    for card in scorecards(subject):
        stated = card.verdict.score
        computed = None if stated is None else card.earned
        if stated is not None and computed is not None and stated != computed:
            is_open = not is_fully_scored(card.tree, card.funds)
            path: DataPath = (*card.verdict_path, "得分")
            execution = execution_earned(card.funds)
            found.append(_Sum(path, "总分", stated, computed, is_open, card.tree, execution))
    return tuple(found)


@remembered
def _subtotals(subject: Subject) -> tuple[_Sum, ...]:
    """Return the subtotals that are not to the digit what their rows come to."""
    found = []
    for card in scorecards(subject):
        for path, node in card.nodes if card.is_scored else ():
            if node.score is None or not node.children:
                continue
            computed = total_earned(node.children)
            if computed is not None and node.score != computed:
                is_open = not every_row_scored(node.children)
                here: DataPath = (*path, "得分")
                found.append(_Sum(here, named(node), node.score, computed, is_open, node.children))
    return tuple(found)


@rule(
    "SCR-02",
    Severity.ERROR,
    message=Wording(
        "总分{stated}≠各项得分之和{computed}", "Total {stated} ≠ sum of scores {computed}"
    ),
    hint=Wording(
        "各项为{addends}；请核对，改正总分或分项",
        "The items are {addends}; check them, then mend the total or the items",
    ),
    answerable=False,
)
def total_is_sum_of_scores(subject: Subject) -> Iterator[Hit]:
    """总分等于各项得分之和，含预算执行率的得分。

    为什么：总分定等次，各项加不出总分，两处必有一处错。还有行没打分的，总分可以大于已打分之和。
    错：各项得分合计 86.45，总分 88.45。
    对：各项得分合计 86.45，总分 86.45。
    """
    for each in _totals(subject):
        if each.is_wrong:
            words = {"addends": each.addends}
            yield Hit(each.path, stated=each.stated, computed=plain(each.computed), arguments=words)


@rule(
    "SCR-03",
    Severity.ERROR,
    message=Wording(
        "“{name}”小计{stated}≠{computed}", 'Subtotal of "{name}" {stated} ≠ {computed}'
    ),
    hint=Wording(
        "下级为{addends}；请核对，改正小计或分项",
        "The children are {addends}; check them, then mend the subtotal or the items",
    ),
    answerable=False,
)
def subtotal_is_sum_of_scores(subject: Subject) -> Iterator[Hit]:
    """一级、二级的小计等于下级得分之和。

    为什么：小计是下级得分加出来的，加不出来就有一处错。
    错：产出指标小计 46，下级得分合计 45。
    对：产出指标小计 46，下级得分合计 46。
    """
    for each in _subtotals(subject):
        if each.is_wrong:
            yield Hit(
                each.path,
                stated=each.stated,
                computed=plain(each.computed),
                arguments={"name": each.name, "addends": each.addends},
            )


@rule(
    "SCR-10",
    Severity.INFO,
    message=Wording(
        "得分取整后与合计对不上（{computed}→{stated}）",
        "Rounded score no longer adds up ({computed}→{stated})",
    ),
    hint=Wording(
        "总分和小计请与分项保留同样的小数位", "Give the total as many decimals as its items have"
    ),
)
def total_is_not_rounded(subject: Subject) -> Iterator[Hit]:
    """总分和小计不取整，与分项保留同样的小数位。

    为什么：取整后的总分加不回各项得分，89.6 写成 90 还会跨过等次线。
    错：各项得分合计 86.45，总分 86。
    对：各项得分合计 86.45，总分 86.45。
    """
    for each in (*_totals(subject), *_subtotals(subject)):
        if each.is_rounded:
            yield Hit(each.path, stated=each.stated, computed=plain(each.computed))


@rule(
    "SCR-12",
    Severity.WARNING,
    message=Wording(
        "自评{computed}分且无偏差说明，请复核",
        "Self-score of {computed} with no deviation noted; review",
    ),
    hint=Wording(
        "请逐项核对完成值和佐证；确属满分的，在“说明”中写明依据",
        "Check each actual and its evidence; if all is so, give the ground under 说明",
    ),
)
def perfect_score_is_explained(subject: Subject) -> Iterator[Hit]:
    """自评不是处处满分而一句偏差说明也没有。

    为什么：全部满分、毫无偏差的自评极少见，多是没有据实打分。
    错：总分 100，各项都是满分，原因栏全部空白。
    对：总分 100，超额完成的指标写明原因。
    """
    for card in scorecards(subject):
        computed = card.earned
        if computed is not None and computed == subject.profile.full_score and _is_perfect(card):
            yield Hit(
                card.place_of_total("得分"), stated=card.verdict.score, computed=plain(computed)
            )


def _is_perfect(card: Scorecard) -> bool:
    explained = card.funds.total.note or any(node.reason for _, node in card.nodes)
    return (
        not explained
        and bool(card.wholes)
        and all((earned(node) or ZERO) == node.weight for _, node in card.wholes)
    )
