"""Rules on single scores: their range, and what a measured or a tiered indicator should score."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Final

from reportgen.figures.attainment import Direction, exceeds
from reportgen.figures.rounding import ZERO, plain, round_half_up
from reportgen.figures.score_totals import total_earned
from reportgen.figures.scores import indicator_score, tier_band
from reportgen.figures.tolerance import agrees
from reportgen.figures.weights import EXECUTION
from reportgen.model.finding import DataPath, Severity
from reportgen.model.indicators import Indicator
from reportgen.rules.readings.scorecards import (
    BASIS,
    all_leaves,
    measured,
    named,
    scorecards,
    scored_fund_rows,
)
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_TIER_TOLERANCE: Final = Decimal("0.005")
_RECOMPUTE: Final = Wording(
    "请按计分规则重算得分，或核对目标值、完成值",
    "Score it again by the rule, or check target and actual",
)
_REVERSE: Final = {
    "ratio": Wording("目标/完成", "target / actual"),
    "linear": Wording("按超出比例扣分", "less the share above the target"),
}


@rule(
    "SCR-01",
    Severity.ERROR,
    message=Wording(
        "“{name}”得分{stated}超出0—{most}", 'Score {stated} of "{name}" outside 0–{most}'
    ),
    hint=Wording(
        "得分不能为负，也不能超过分值，请改正", "A score is neither negative nor above its weight"
    ),
    answerable=False,
    basis=BASIS,
)
def score_lies_within_weight(subject: Subject) -> Iterator[Hit]:
    """得分不小于 0，不大于分值。

    为什么：得分不得突破权重总额。只有上级设分值的，各下级得分之和不超过上级的分值。
    错：分值 5，得分 6。
    对：分值 5，得分 5。
    """
    full = subject.profile.full_score
    for path, row in scored_fund_rows(subject):
        most = full if row.weight is None else row.weight
        if row.score is not None and not ZERO <= row.score <= most:
            yield _outside((*path, "得分"), row.name or EXECUTION, row.score, most)
    for card in scorecards(subject):
        total, most = card.verdict.score, card.verdict.weight or full
        if total is not None and not ZERO <= total <= most:
            yield _outside((*card.verdict_path, "得分"), "总分", total, most)
        if card.is_scored:
            sharing = {path for path, node in card.wholes if node.children and node.score is None}
            yield from _tree_outside(card.tree_path, card.tree, full, sharing)


def _tree_outside(
    path: DataPath, tree: tuple[Indicator, ...], above: Decimal, sharing: Collection[DataPath]
) -> Iterator[Hit]:
    """Check a tree; a row without points of its own is bounded by those of the nearest branch.

    `sharing` are the branches without a score whose points nothing below divides.
    """
    for index, node in enumerate(tree):
        score, most = node.score, above if node.weight is None else node.weight
        if score is not None and not ZERO <= score <= most:
            yield _outside((*path, index, "得分"), named(node), score, most)
        if not node.children:
            continue
        here = (*path, index)
        shared = total_earned(node.children) if here in sharing else None
        if shared is not None and not ZERO <= shared <= most:
            yield _outside(here, named(node), shared, most)
        yield from _tree_outside((*here, "下级"), node.children, most, sharing)


def _outside(path: DataPath, name: str, score: Decimal, most: Decimal) -> Hit:
    return Hit(path, stated=plain(score), arguments={"name": name, "most": plain(most)})


def _misscored(subject: Subject, direction: Direction) -> Iterator[Hit]:
    """Yield the indicators of one direction whose score is not what the rule gives."""
    profile = subject.profile
    if profile.indicator_policy == "manual":
        return
    for path, node, target, figures in measured(subject):
        if figures is None or figures.direction != direction:
            continue
        if node.weight is None or node.score is None:
            continue
        if node.reason and exceeds(figures, profile.over_achievement_note):
            continue
        computed = indicator_score(node.weight, figures, profile.reverse_policy)
        if computed is not None and not agrees(node.score, computed):
            yield Hit(
                (*path, "得分"),
                stated=node.score,
                computed=plain(round_half_up(computed, 2)),
                arguments={
                    "name": named(node),
                    "actual": node.actual,
                    "target": target,
                    "policy": _REVERSE[profile.reverse_policy],
                },
            )


@rule(
    "SCR-04",
    Severity.ERROR,
    message=Wording(
        "“{name}”完成{actual}/目标{target}，应得{computed}分，表填{stated}分",
        '"{name}": {actual} of {target} should score {computed}, form says {stated}',
    ),
    hint=_RECOMPUTE,
    basis=BASIS,
)
def positive_indicator_scores_by_rule(subject: Subject) -> Iterator[Hit]:
    """正向定量指标（≥）完成目标得满分，未完成按完成值与目标值之比得分。

    为什么：定量指标的得分由数字算出，不由人定；口径为自行评定的不查，超额较多而说明扣分的也不查。
    错：目标 ≥80%，完成 60%，分值 4，得分 4。
    对：目标 ≥80%，完成 60%，分值 4，得分 3。
    """
    yield from _misscored(subject, "positive")


@rule(
    "SCR-05",
    Severity.ERROR,
    message=Wording(
        "“{name}”完成{actual}/目标{target}，应得{computed}分，表填{stated}分（反向指标，规则{policy}）",
        '"{name}": {actual} of {target} should score {computed}, form says {stated}'
        " (lower is better, policy {policy})",
    ),
    hint=_RECOMPUTE,
    basis=BASIS,
)
def negative_indicator_scores_by_rule(subject: Subject) -> Iterator[Hit]:
    """反向定量指标（≤）不超目标得满分，超过目标按口径的反向规则扣分。

    为什么：各地反向指标有两种算法，用哪一种由口径定，定了就要照算。
    错：目标 ≤10天，完成 20天，分值 4，规则为目标/完成，得分 4。
    对：目标 ≤10天，完成 20天，分值 4，得分 2。
    """
    yield from _misscored(subject, "negative")


@rule(
    "SCR-06",
    Severity.ERROR,
    message=Wording(
        "“{name}”完成{actual}/目标{target}，应得{computed}分，表填{stated}分（等值指标）",
        '"{name}": {actual} of {target} should score {computed}, form says {stated}'
        " (equality target)",
    ),
    hint=_RECOMPUTE,
    basis=BASIS,
)
def equality_indicator_scores_by_rule(subject: Subject) -> Iterator[Hit]:
    """等值指标（=）等于目标得满分，低于目标按比例得分；目标为 0 的，只有完成 0 得分。

    为什么：写了“=”就要正好完成。高于目标的怎么扣，各地不一，不查。
    错：目标 =18家，完成 9家，分值 4，得分 4。
    对：目标 =18家，完成 18家，分值 4，得分 4。
    """
    yield from _misscored(subject, "equality")


@rule(
    "SCR-07",
    Severity.ERROR,
    message=Wording(
        "“{name}”评定为“{tier}”，得分应在{lowest}—{highest}，表填{stated}",
        '"{name}" is "{tier}": score must be {lowest}–{highest}, form says {stated}',
    ),
    hint=Wording("请改得分，或改评定的档次", "Change the score, or the tier"),
    basis=BASIS,
)
def qualitative_score_lies_in_its_tier(subject: Subject) -> Iterator[Hit]:
    """定性指标的得分落在所评档次的区间里。

    为什么：达成、部分达成、未达成各有得分区间，上一档的下限不属于下一档。
    错：分值 5，评定为部分达成（60%—80%），得分 5。
    对：分值 5，评定为部分达成，得分 3.5。
    """
    for path, node in all_leaves(subject):
        if node.tier is None or node.weight is None or node.score is None:
            continue
        band = tier_band(node.weight, node.tier, subject.profile.tiers)
        if band is None:
            continue
        low = node.score < band.lowest - _TIER_TOLERANCE
        high = node.score > band.highest if band.is_best else node.score >= band.highest
        if low or high:
            yield Hit(
                (*path, "得分"),
                stated=node.score,
                arguments={
                    "name": named(node),
                    "tier": node.tier,
                    "lowest": plain(band.lowest),
                    "highest": plain(band.highest),
                },
            )
