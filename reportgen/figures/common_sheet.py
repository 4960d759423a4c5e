"""The arithmetic of the common index sheet: rates, deductions per percentage point, bands.

Rates in percent, money in 万元, scores in 分. Source: the score sheet of Yueyang (附件3-1, 2021),
built on 财预〔2013〕53号. `每超过一个百分点` leaves open whether part of a point counts: the scheme
says `continuous` or `floor`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reportgen.figures.rounding import HUNDRED, ZERO, decimals, round_half_up
from reportgen.figures.tolerance import agrees
from reportgen.model.profile import PerPoint

UNLIMITED: Final = Decimal("Infinity")
"""The rate of something to a base of 0."""
Bands = tuple[tuple[Decimal, Decimal], ...]
"""(bound, score) pairs, the best first."""
_WITHIN_CARRY_OVER: Final = Decimal(2)


def rate_to_limit(part: Decimal, base: Decimal) -> Decimal:
    """Return part/base in percent, for rates that must stay low; UNLIMITED over a base of 0."""
    if base == 0:
        return UNLIMITED if part > 0 else ZERO
    return part / base * HUNDRED


def share(part: Decimal, base: Decimal) -> Decimal | None:
    """Return part/base in percent, for rates that must be high; None without a base."""
    return part / base * HUNDRED if base else None


def change_rate(now: Decimal, prior: Decimal) -> Decimal:
    """Return (now - prior)/prior in percent: 三公经费变动率."""
    return rate_to_limit(now - prior, prior)


def adjustment_rate(adjustment: Decimal, initial: Decimal) -> Decimal:
    """Return |adjustment|/initial budget in percent: 预算调整率, up or down alike."""
    return rate_to_limit(abs(adjustment), initial)


def deducted(full: Decimal, points_off: Decimal, step: Decimal, per_point: PerPoint) -> Decimal:
    """Return `full` less `step` for each percentage point off, never below 0."""
    whole = per_point == "floor" and points_off < UNLIMITED
    counted = points_off // 1 if whole else points_off
    return max(ZERO, full - step * counted)


def at_least(rate: Decimal, bands: Bands, full: Decimal) -> Decimal:
    """Return the score of the best band whose lower bound (inclusive) the rate reaches."""
    return _best([score for bound, score in bands if rate >= bound], bands, full)


def at_most(rate: Decimal, bands: Bands, full: Decimal) -> Decimal:
    """Return the score of the best band whose upper bound (inclusive) holds the rate."""
    return _best([score for bound, score in bands if rate <= bound], bands, full)


def balance_score(balance: Decimal, carried_over: Decimal | None, full: Decimal) -> Decimal | None:
    """Return the score of 资金结余: none, within last year's carry-over, or more; None: unknown."""
    if balance <= 0:
        return full
    if carried_over is None:
        return None
    return min(_WITHIN_CARRY_OVER, full) if balance <= carried_over else ZERO


def score_agrees(stated: Decimal, computed: Decimal) -> bool:
    """Whether a self-score is the computed one. The sheet deducts in tenths, so 5 means 5.0."""
    exact = stated if decimals(stated) else round_half_up(stated, 1)
    return agrees(exact, computed)


def _best(reached: Sequence[Decimal], bands: Bands, full: Decimal) -> Decimal:
    """Return the best score reached; the top band is worth the row's full points."""
    best = max(reached, default=ZERO)
    return full if best == bands[0][1] else min(best, full)
