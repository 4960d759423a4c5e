"""What an execution rate scores. Rates in percent, scores in points.

Sources: 得分 = 分值 x 执行率, and no score above its weight (published provincial forms); the
symmetric rule is what Wangcheng's system of 2023 computes: 10 points at 175.52% score 2.45.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from reportgen.figures.rounding import HUNDRED, ZERO
from reportgen.model.profile import ExecutionPolicy
from reportgen.wording.language import Wording

MISCLASSIFIED_ABOVE: Final = Decimal(200)
MISCLASSIFIED_BELOW: Final = Decimal(50)
"""Percent: one nature above and another below suggest that spending was classified otherwise."""

POLICY_WORDS: Final[Mapping[ExecutionPolicy, Wording]] = {
    "linear_capped": Wording("分值×执行率，最高得满分", "weight x rate, at most the weight"),
    "linear_symmetric": Wording(
        "按偏离100%的幅度扣分", "the weight less the distance of the rate from 100%"
    ),
    "banded": Wording("分档计分", "by bands"),
    "manual": Wording("由填报人评定", "as stated"),
}


def execution_score(policy: ExecutionPolicy, weight: Decimal, percent: Decimal) -> Decimal | None:
    """Return what a rate scores under `policy`; None where the score is stated, not computed."""
    share = _SHARES.get(policy)
    return None if share is None else weight * share(percent) / HUNDRED


def _capped(percent: Decimal) -> Decimal:
    return max(ZERO, min(percent, HUNDRED))


def _symmetric(percent: Decimal) -> Decimal:
    return max(ZERO, HUNDRED - abs(percent - HUNDRED))


_SHARES: Final[Mapping[ExecutionPolicy, Callable[[Decimal], Decimal]]] = {
    "linear_capped": _capped,
    "linear_symmetric": _symmetric,
}
