"""What rules on sums of money share: how a sum is judged, and how its owner is named."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from reportgen.figures.rounding import ZERO, listed, plain, written
from reportgen.figures.tolerance import money_gap
from reportgen.model.finding import DataPath, Severity
from reportgen.model.funds import FundRow, UnitAccounts
from reportgen.rules.registry import Hit
from reportgen.wording.language import Wording

MONEY_COLUMNS: Final = (
    ("年初预算数", "initial_budget"),
    ("预算数", "budget"),
    ("执行数", "executed"),
    ("上级转移支付", "transfers"),
)
UNIT_TABLES: Final = (
    ("收入", "income"),
    ("支出", "expenditure"),
    ("三公经费", "three_public"),
    ("固定资产", "fixed_assets"),
)
CHECK_SUM: Final = Wording(
    "分项为{addends}；请逐项核对，改正合计或分项",
    "The items are {addends}; check each, then correct the total or the items",
)


def adds_up(stated: Decimal | None, addends: Sequence[Decimal | None]) -> bool:
    """Whether a stated sum is that of what is filled of its addends; a blank claims nothing."""
    if stated is None:
        return True
    filled = [addend for addend in addends if addend is not None]
    return not filled or sum(filled, start=ZERO) == stated


def identity(
    path: DataPath,
    stated: Decimal | None,
    addends: Iterable[Decimal | None],
    *,
    other: DataPath | None = None,
    **words: object,
) -> Iterator[Hit]:
    """Yield a hit at `path` when a stated sum is not the sum of what is filled of its addends."""
    if stated is None:
        return
    filled = [addend for addend in addends if addend is not None]
    computed = sum(filled, start=ZERO)
    if filled and computed != stated:
        gap = money_gap(stated, computed, len(filled))
        yield Hit(
            path,
            stated=written(stated),
            computed=written(computed),
            arguments={
                "difference": plain(abs(stated - computed)),
                "addends": listed(map(written, filled)),
                **words,
            },
            other=other,
            severity=Severity.WARNING if gap == "rounding" else None,
        )


class PlacedFigure(NamedTuple):
    """A figure, or a blank, and where it stands."""

    path: DataPath
    value: Decimal | None


def column(rows: Iterable[FundRow], attribute: str) -> list[Decimal | None]:
    """Return one column of a funds table, blanks included."""
    return [getattr(row, attribute) for row in rows]


def owner(path: DataPath, unit: UnitAccounts | FundRow) -> str:
    """Return how a sentence names the row of a unit: its name, else 汇总 or its number."""
    last = path[-1]
    return unit.name or (f"单位{last + 1}" if isinstance(last, int) else last)


def owned(path: DataPath, unit: UnitAccounts) -> Wording:
    """Return the words that open a sentence about one unit: `局机关：`."""
    return _opening(owner(path, unit))


@functools.lru_cache(maxsize=256)
def _opening(name: str) -> Wording:
    name = name.replace("{", "{{").replace("}", "}}")
    return Wording(f"{name}：", f"{name}: ")


NO_OWNER: Final = Wording("", "")
"""Opens a sentence about the department itself."""
