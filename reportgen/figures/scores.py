"""What an indicator should score by rule. Weights and scores in points (分), not yet rounded.

Source: 财预〔2020〕10号 as published forms and provincial software restate it. A target met is
worth the full weight and never more; one not met is worth its share; an actual below 0 counts as
0. Two reverse rules are in use, so the scheme says which: 目标/完成, or a line down to 0 at twice
the target. Tiers are shares of the weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportgen.figures.attainment import Comparison
from reportgen.figures.rounding import HUNDRED, ZERO
from reportgen.model.profile import ReversePolicy, TierBand


@dataclass(frozen=True, slots=True)
class ScoreBand:
    """The scores a tier allows; `highest` itself belongs to it only in the best tier."""

    lowest: Decimal
    highest: Decimal
    is_best: bool


def indicator_score(weight: Decimal, figures: Comparison, reverse: ReversePolicy) -> Decimal | None:
    """Return what a measured indicator should score; None where no rule says.

    None also for the bound that a > or a < shuts out: missed, yet its share is the whole weight.
    """
    if figures.is_at_strict_bound:
        return None
    if figures.direction == "positive":
        return positive_score(weight, figures.target, figures.actual)
    if figures.direction == "negative":
        return negative_score(weight, figures.target, figures.actual, reverse)
    return equality_score(weight, figures.target, figures.actual)


def positive_score(weight: Decimal, target: Decimal, actual: Decimal) -> Decimal:
    """Return the score of a ≥ target: the weight when met, else weight x actual / target."""
    reached = max(actual, ZERO)
    return weight if reached >= target else weight * reached / target


def negative_score(
    weight: Decimal, target: Decimal, actual: Decimal, policy: ReversePolicy
) -> Decimal:
    """Return the score of a ≤ target: the weight when met, else by the reverse policy.

    ratio: weight x target / actual; linear: weight x (1 - (actual - target) / target), floor 0.
    """
    if actual <= target:
        return weight
    if target == 0:
        return ZERO
    if policy == "ratio":
        return weight * target / actual
    return max(ZERO, weight * (1 - (actual - target) / target))


def equality_score(weight: Decimal, target: Decimal, actual: Decimal) -> Decimal | None:
    """Return the score of an = target: below it by share; of a target of 0, all or nothing.

    What lies above the target no source scores alike: None.
    """
    reached = max(actual, ZERO)
    if target == 0:
        return weight if reached == 0 else ZERO
    if reached > target:
        return None
    return weight * reached / target


def tier_band(weight: Decimal, tier: str, tiers: Sequence[TierBand]) -> ScoreBand | None:
    """Return the scores that `tier` allows; None when the scheme has no such tier."""
    ordered = sorted(tiers, key=lambda band: band.lowest, reverse=True)
    highest = HUNDRED
    for position, band in enumerate(ordered):
        if band.tier == tier:
            lowest, top = (weight * share / HUNDRED for share in (band.lowest, highest))
            return ScoreBand(lowest, top, is_best=position == 0)
        highest = band.lowest
    return None
