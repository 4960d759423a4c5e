"""Rules on parts of a file that were begun and not filled in."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from reportgen.model.finding import Severity
from reportgen.model.funds import Funds
from reportgen.model.indicators import Goals, Indicator
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_NO_AMOUNT: Final = Wording("预算数、执行数一个也没有填", "no budget and no expenditure")
_NO_GOAL: Final = Wording("内容一句也没有填", "nothing is said")
_NO_INDICATOR: Final = Wording("指标名称一个也没有填", "no indicator has a name")


@rule(
    "DOC-18",
    Severity.WARNING,
    message=Wording("“{stated}”还没有填：{missing}", '"{stated}" is not filled in: {missing}'),
    hint=Wording(
        "请填写；不印这一部分的，把“{stated}”整个删去",
        "Fill it in; if it is not to be printed, delete “{stated}” wholly",
    ),
)
def begun_parts_are_filled(subject: Subject) -> Iterator[Hit]:
    """资金、目标、指标列出来了，就要填。

    为什么：新建的数据文件已列出要填的各项；一个数也没有就生成，印出来的是空表。整个部分都不写的不算，
    如只写征求意见的数据。
    错：资金: {总额: {预算数: , 执行数: }}，别处也没有数额。
    对：资金: {总额: {预算数: 120, 执行数: 118.4}}；不写“资金”。
    """
    year = subject.department_year
    typed = year.model_fields_set
    if "funds" in typed and not _states_money(year.funds):
        yield Hit(("资金",), stated="资金", arguments={"missing": _NO_AMOUNT})
    if "goals" in typed and not _states_goals(year.goals):
        yield Hit(("目标",), stated="目标", arguments={"missing": _NO_GOAL})
    if year.indicators and not _names_one(year.indicators):
        yield Hit(("指标",), stated="指标", arguments={"missing": _NO_INDICATOR})


def _states_money(funds: Funds) -> bool:
    totals = (funds.total, funds.sources_total, funds.structure_total)
    tables = itertools.chain(totals, funds.sources, funds.structure, funds.functions)
    amounts = itertools.chain.from_iterable(
        (row.executed, row.budget, row.initial_budget) for row in tables
    )
    other = (funds.received, *funds.other_budgets.__dict__.values())
    return any(each is not None for each in itertools.chain(other, amounts))


def _states_goals(goals: Goals) -> bool:
    told = [each.content for each in goals.expected] + [each.content for each in goals.achieved]
    return any(each is not None for each in (goals.overall, *told))


def _names_one(indicators: tuple[Indicator, ...]) -> bool:
    """Whether an indicator proper has a name."""
    return any(
        _names_one(each.children) if each.children else bool(each.name) for each in indicators
    )
