"""How strong a worded result is: 有所提高 is weaker than 逐步提高, and that than 显著提升."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_DEGREES: Final[Mapping[str, int]] = {
    "有所": 0, "略有": 0, "小幅": 0, "稍有": 0,
    "逐步": 1, "逐年": 1, "逐渐": 1, "不断": 1, "持续": 1, "稳步": 1, "进一步": 1,
    "明显": 2, "显著": 2, "大幅": 2, "大大": 2, "极大": 2,
}  # fmt: skip
"""Ours, from the wording of the published tables; no standard ranks these words."""
_OPENING: Final = re.compile(rf"\s*({'|'.join(_DEGREES)})")


def degree(text: str) -> int | None:
    """Return the strength of a phrase that opens with a word of degree; None for any other."""
    opening = _OPENING.match(text)
    return _DEGREES[opening[1]] if opening else None


def is_weaker(actual: str, target: str) -> bool:
    """Whether an actual says less than its target, both in words of degree."""
    reached, wanted = degree(actual), degree(target)
    return reached is not None and wanted is not None and reached < wanted
