"""Rules on an execution that cannot be as told: marks, structure, money not yet received."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from reportgen.figures.execution import MISCLASSIFIED_ABOVE, MISCLASSIFIED_BELOW
from reportgen.figures.rounding import HUNDRED, ZERO, plain, round_apart
from reportgen.figures.tolerance import money_gap
from reportgen.figures.totals import executed_total, planned_total, total
from reportgen.model.finding import DataPath, Severity
from reportgen.model.funds import Funds
from reportgen.model.indicators import Indicator
from reportgen.rules.readings.identities import PlacedFigure
from reportgen.rules.readings.rated_rows import RatedRow, department_rate, rated_rows
from reportgen.rules.readings.walks import funds_blocks, tree_nodes
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_ABOUT_EXECUTION: Final = re.compile("预算编审|预算编制|预算执行|结转结余")


@rule(
    "EXEC-06",
    Severity.WARNING,
    message=Wording(
        "执行率{computed}，“{name}”仍得满分（{stated}分）",
        '"{name}" full marks ({stated}) at execution rate {computed}',
    ),
    hint=Wording(
        "执行率超过100%或低于{threshold}%，请按评分办法扣分，或在该指标的 原因 中写明",
        "The rate is above 100% or below {threshold}%: deduct points, or say why under 原因",
    ),
)
def full_marks_need_good_execution(subject: Subject) -> Iterator[Hit]:
    """执行率超过 100% 或低于下限时，预算编审、预算执行、结转结余类指标不应得满分。

    为什么：同一张表，上面的执行率不正常，下面的编制和执行管理就不会是满分。
    错：执行率 131.12%，“预算执行管理”4 分得 4 分。
    对：“预算执行管理”按办法扣分，或写明原因。
    """
    threshold = subject.profile.execution_threshold
    blocks = {path[:-1]: (path, funds) for path, funds in funds_blocks(subject.department_year)}
    for tree_path, placed in tree_nodes(subject.department_year).items():
        full = [
            (here, node)
            for here, node in placed
            if node.score is not None and _full_marks(node) and not node.reason
        ]
        # The scoring sheet has no funds of its own.
        path, funds = blocks.get(tree_path[:-1], blocks[()])
        rate = department_rate(subject, funds) if full else None
        if rate is None or threshold <= rate <= HUNDRED:
            continue
        computed = f"{round_apart(rate, HUNDRED if rate > HUNDRED else threshold)}%"
        place = _rate_place(path, funds)
        for here, node in full:
            words = {"name": node.name, "threshold": threshold}
            yield Hit((*here, "得分"), node.score, computed, words, other=place)


def _rate_place(path: DataPath, funds: Funds) -> DataPath:
    """Return where the rate of a whole table stands: typed, else what it is computed from."""
    if funds.total.rate is not None:
        return (*path, "总额", "执行率")
    rated = (index for index, row in enumerate(funds.sources) if row.rate is not None)
    first = next(rated, None)
    if funds.total.executed is None and first is not None:
        return (*path, "来源", first, "执行率")
    return _total_place(path, funds, "执行数")


def _full_marks(node: Indicator) -> bool:
    """Whether an indicator on execution carries its whole weight."""
    if node.children or not node.weight or node.score != node.weight:
        return False
    return _ABOUT_EXECUTION.search(node.name or "") is not None


@rule(
    "EXEC-07",
    Severity.WARNING,
    message=Wording(
        "{high}执行率{computed}、{low}{lower}%，疑支出归类与预算口径不一致",
        "{high} {computed}, {low} {lower}%: expenditure probably classified differently"
        " from the budget",
    ),
    hint=Wording(
        "请按预算的口径重新归类基本支出和项目支出，或说明原因",
        "Classify the expenditure as the budget does, or explain",
    ),
)
def structure_is_classified_alike(subject: Subject) -> Iterator[Hit]:
    """基本支出与项目支出的执行率，不会一个超过 200% 而另一个低于 50%。

    为什么：一高一低说明预算列在项目、决算列在基本，两栏口径不同。
    错：基本支出执行率 902.84%，项目支出 29.09%，没有说明。
    对：按预算口径重新归类，或在该行说明。
    """
    tables: dict[DataPath, list[tuple[Decimal, RatedRow]]] = {}
    for each in rated_rows(subject):
        if each.rate is not None and each.path[-2] == "结构":
            tables.setdefault(each.path[:-1], []).append((each.rate, each))
    for rows in tables.values():
        lowest, low = min(rows, key=lambda entry: entry[0])
        highest, high = max(rows, key=lambda entry: entry[0])
        odd = highest > MISCLASSIFIED_ABOVE and lowest < MISCLASSIFIED_BELOW
        if odd and not (low.explained or high.explained):
            words = {
                "high": high.row.name,
                "low": low.row.name,
                "lower": round_apart(lowest, MISCLASSIFIED_BELOW),
            }
            computed = f"{round_apart(highest, MISCLASSIFIED_ABOVE)}%"
            yield Hit(high.place, high.stated, computed, words, other=low.place)


@rule(
    "EXEC-10",
    Severity.ERROR,
    message=Wording(
        "{more}{stated}大于{less}{smaller}{plus}，差{difference}万元",
        "{more} {stated} exceeds {less} {smaller}{plus} by {difference}",
    ),
    hint=Wording(
        "支出不大于到位资金，到位资金不大于调整后预算；使用上年结转的，请填上年结转",
        "Expenditure ≤ funds received ≤ adjusted budget; state the carry-over if it was used",
    ),
)
def spent_received_budgeted_in_order(subject: Subject) -> Iterator[Hit]:
    """支出不大于到位资金，到位资金不大于调整后预算；两者都可以加上年结转。

    为什么：没有到位的钱花不出去，没有预算的钱不应到位。
    错：到位资金 100，执行数 120，没有上年结转。
    对：到位资金 120，执行数 120。
    """
    for path, funds in funds_blocks(subject.department_year):
        if funds.received is None:
            continue
        spent, planned = executed_total(funds), planned_total(funds)
        carried = _carried_over(subject, path, funds)
        received = PlacedFigure((*path, "到位资金"), funds.received)
        spending = PlacedFigure(_total_place(path, funds, "执行数"), spent)
        budget = PlacedFigure(_total_place(path, funds, "预算数"), planned)
        yield from _exceeding(spending, received, carried, _SPENT)
        yield from _exceeding(received, budget, carried, _RECEIVED)


_SPENT: Final = {
    "more": Wording("支出", "Expenditure"),
    "less": Wording("到位资金", "funds received"),
}
_RECEIVED: Final = {
    "more": Wording("到位资金", "Funds received"),
    "less": Wording("调整后预算", "the adjusted budget"),
}


def _exceeding(
    larger: PlacedFigure, smaller: PlacedFigure, carried: Decimal, names: Mapping[str, Wording]
) -> Iterator[Hit]:
    if larger.value is None or smaller.value is None:
        return
    most = smaller.value + carried
    if larger.value > most:
        plus = Wording(f"＋上年结转{carried}", f" plus carry-over {carried}")
        words = {
            **names,
            "smaller": smaller.value,
            "plus": plus if carried else Wording("", ""),
            "difference": plain(larger.value - most),
        }
        gap = money_gap(larger.value, most, 1)
        severity = Severity.WARNING if gap == "rounding" else None
        yield Hit(larger.path, larger.value, most, words, smaller.path, severity)


def _total_place(path: DataPath, funds: Funds, key: str) -> DataPath:
    """Return where the total of a column stands: typed, or the rows it is the sum of."""
    stated = funds.total.budget if key == "预算数" else funds.total.executed
    if stated is not None:
        return (*path, "总额", key)
    return (*path, "来源" if funds.sources else "结构")


def _carried_over(subject: Subject, path: DataPath, funds: Funds) -> Decimal:
    """Return what was brought forward from the prior year; 0 when nothing is said of it."""
    rows = (row for row in funds.sources if "结转" in (row.name or ""))
    stated = [total(row.budget for row in rows)]
    if path == ("资金",):
        stated.append(subject.department_year.institutions.summary.income.carried_over)
        stated.append(subject.department_year.scoring_sheet.data.prior_carry_over)
    return max((amount for amount in stated if amount is not None), default=ZERO)
