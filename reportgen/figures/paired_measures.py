"""The figures of a target beside those of its actual: `全人群建档率≥80%` beside `…98.01%`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportgen.wording.quantities import Measure, Quantity

ALIKE: Final = (
    frozenset("人名位"),
    frozenset("个家所处座间项件条台套辆份张本栋"),
    frozenset(("次", "场", "期", "批", "场次", "批次")),
    frozenset(("天", "日")),
    frozenset(("月", "个月")),
    frozenset(("工作日", "个工作日")),
)
"""Measure words that count one thing; published tables use them side by side."""
_PERSON_TIMES: Final = "人次"
_A_YEAR: Final = "/年"


def pairs(target: Quantity | None, actual: Quantity | None) -> Iterator[tuple[Measure, Measure]]:
    """Yield (target, actual) figure by figure; nothing when they do not correspond."""
    if target is None or actual is None or len(target.measures) != len(actual.measures):
        return
    for wanted, reached in zip(target.measures, actual.measures, strict=True):
        if len(target.measures) == 1 or wanted.label == reached.label:
            yield wanted, reached


def count_alike(one: str, other: str) -> bool:
    """Whether two units are the same, or measure words that count one thing: 个 and 家."""
    return one == other or any(one in same and other in same for same in ALIKE)


def units_differ(one: str, other: str) -> bool:
    """Whether two stated units count different things: 人 and 人次 do, 人 and 名 do not.

    A unit left out, or one that only says more (`套` and `套设备`), is no difference; nor
    is `/年`, since a table covers one year.
    """
    if one == other:
        return False
    one, other = one.removesuffix(_A_YEAR), other.removesuffix(_A_YEAR)
    if not one or not other or _PERSON_TIMES in (one, other):
        return bool(one and other) and one != other
    says_more = one.startswith(other) or other.startswith(one)
    return not says_more and not count_alike(one, other)
