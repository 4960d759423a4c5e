"""Rules on points lost and points kept: the reason for one, the ground for the other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from operator import itemgetter
from typing import Final, NamedTuple

from reportgen.figures.attainment import exceeds
from reportgen.figures.rounding import HUNDRED, plain, round_half_up
from reportgen.figures.score_totals import earned, every_row_scored
from reportgen.figures.weights import EXECUTION
from reportgen.model.finding import DataPath, Severity
from reportgen.model.indicators import Indicator
from reportgen.rules.readings.scorecards import (
    BASIS,
    measured,
    named,
    scorecards,
    scored_fund_rows,
)
from reportgen.rules.readings.walks import leaves
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_RATIO_GAP: Final = Decimal(5)
"""Percentage points of a score ratio (0.05) below which two ratios count as one."""


@rule(
    "SCR-08",
    Severity.ERROR,
    message=Wording(
        "“{name}”扣{lost}分，未填写原因及改进措施",
        '"{name}" lost {lost} points with no reason given',
    ),
    hint=Wording(
        "请在“{field}”中写明扣分原因和改进措施",
        "State the reason and the corrective measure under {field}",
    ),
    basis=BASIS,
)
def deduction_has_its_reason(subject: Subject) -> Iterator[Hit]:
    """扣了分的行写明原因。

    为什么：未完成或偏离目标的指标要分析原因、提出措施；资金扣分写在“说明”里。
    错：分值 5，得分 1，原因空着。
    对：分值 5，得分 1，原因：设备采购流标，已重新招标。
    """
    for each in _unexplained(subject):
        words = {"name": each.name, "lost": plain(each.weight - each.score), "field": each.field}
        yield Hit(each.path, stated=plain(each.score), arguments=words, other=each.shared)


class _Deduction(NamedTuple):
    """What lost points, where its reason belongs, and the points it shares when not its own."""

    path: DataPath
    name: str
    weight: Decimal
    score: Decimal
    field: str
    shared: DataPath | None = None


def _unexplained(subject: Subject) -> Iterator[_Deduction]:
    """Yield what lost points and gives no reason."""
    for path, row in scored_fund_rows(subject):
        weight, score = row.weight, row.score
        if weight is not None and score is not None and score < weight and not row.note:
            yield _Deduction((*path, "得分"), row.name or EXECUTION, weight, score, "说明")
    for card in scorecards(subject):
        for path, node in card.wholes if card.is_scored else ():
            weight, score = node.weight, earned(node) if node.children else node.score
            if weight is None or score is None or score >= weight:
                continue
            if _is_scored(node) and not _has_reason(node):
                here = _place_of_score(path, node)
                shared = None if here[:-1] == path else (*path, "分值")
                yield _Deduction(here, named(node), weight, score, "原因", shared)


def _place_of_score(path: DataPath, node: Indicator) -> DataPath:
    """Return where what was scored stands.

    That is the typed score; without one the points of a branch, or, of rows that share points
    under no name, the lowest of their scores.
    """
    if node.score is not None:
        return (*path, "得分")
    if node.name is not None:
        return (*path, "分值")
    rows = leaves((*path, "下级"), node.children)
    scores = [(leaf.score, here) for here, leaf in rows if leaf.score is not None]
    return (*min(scores, key=itemgetter(0))[1], "得分") if scores else path


def _has_reason(node: Indicator) -> bool:
    return bool(node.reason) or any(_has_reason(child) for child in node.children)


def _is_scored(node: Indicator) -> bool:
    """Whether a row, or every row that shares its points, has its score."""
    return node.score is not None or every_row_scored(node.children)


@rule(
    "SCR-09",
    Severity.WARNING,
    message=Wording(
        "“{name}”已达目标却扣{lost}分", '"{name}" met its target yet lost {lost} points'
    ),
    hint=Wording(
        "请核对得分；因目标偏低而扣的，请写明原因",
        "Check the score; if the target was too low, state so as the reason",
    ),
)
def met_target_scores_in_full(subject: Subject) -> Iterator[Hit]:
    """达到目标的指标得满分。

    为什么：完成值已达目标还扣分，不是得分填错，就是目标或完成值填错。超额较多并说明扣分的不查。
    错：目标 ≥90%，完成 95%，分值 5，得分 4。
    对：目标 ≥90%，完成 95%，分值 5，得分 5。
    """
    for each in measured(subject):
        path, node = each.path, each.node
        if node.weight is None or node.score is None or node.score >= node.weight:
            continue
        if node.reason and exceeds(each.figures, subject.profile.over_achievement_note):
            continue
        if each.attainment == "met":
            lost = plain(node.weight - node.score)
            yield Hit(
                (*path, "得分"),
                stated=node.score,
                computed=node.weight,
                arguments={"name": named(node), "lost": lost},
            )


@rule(
    "SCR-11",
    Severity.WARNING,
    message=Wording("“{name}”未达目标仍得满分", '"{name}" missed its target but scored full marks'),
    hint=Wording(
        "目标“{target}”，完成“{actual}”：请按完成情况扣分，或补填实际完成值",
        'Target "{target}", actual "{actual}": deduct for it, or enter what was measured',
    ),
)
def missed_target_does_not_score_in_full(subject: Subject) -> Iterator[Hit]:
    """没有达到目标的指标不得满分。

    为什么：数没到，或目标是数而完成只有空话，或程度比目标弱，都说明不了满分。
    错：目标 不低于80%，完成 逐步提高，分值 3，得分 3。
    对：目标 不低于80%，完成 82%，分值 3，得分 3。
    """
    for each in measured(subject):
        node = each.node
        if node.weight and node.score == node.weight and each.attainment == "missed":
            words = {"name": named(node), "target": each.target, "actual": node.actual}
            other = (*each.path, "完成")
            yield Hit((*each.path, "得分"), stated=node.score, arguments=words, other=other)


@rule(
    "SCR-13",
    Severity.WARNING,
    message=Wording(
        "同一情况“{text}”得分率不一（{first}%／{stated}%）",
        'Same finding "{text}" scored at different ratios ({first}%/{stated}%)',
    ),
    hint=Wording(
        "情况相同，得分率应当一致；确有不同的，请分别写清",
        "The same finding earns the same share; where they differ, say how",
    ),
)
def same_finding_scores_alike(subject: Subject) -> Iterator[Hit]:
    """完成情况写得一样的指标，得分率一样。

    为什么：同一件事没做完，一处得两成、一处得三成，说明打分没有尺度。已达目标的不比。
    错：“招采程序正在进行”一处 1/5，一处 1/3。
    对：两处都得两成。
    """
    seen: dict[str, tuple[DataPath, Decimal]] = {}
    for each in measured(subject):
        node = each.node
        if node.actual is None or node.actual.is_numeric or not node.weight:
            continue
        if node.score is None or each.attainment == "met":
            continue
        here = (*each.path, "得分")
        ratio = node.score / node.weight * HUNDRED
        other, first = seen.setdefault(node.actual.text.strip(), (here, ratio))
        if abs(ratio - first) > _RATIO_GAP:
            arguments = {"text": node.actual.text.strip(), "first": _percent(first)}
            yield Hit(here, stated=_percent(ratio), arguments=arguments, other=other)


def _percent(ratio: Decimal) -> str:
    return plain(round_half_up(ratio, 1))
