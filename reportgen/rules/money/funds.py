"""Rules on money: the identities of the funds tables and of the projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from reportgen.figures.totals import total
from reportgen.model.finding import DataPath, Severity
from reportgen.model.funds import FundRow, Funds
from reportgen.rules.readings.identities import (
    CHECK_SUM,
    MONEY_COLUMNS,
    NO_OWNER,
    adds_up,
    column,
    identity,
    owned,
)
from reportgen.rules.readings.walks import funds_blocks, unit_rows
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_CLASSED: Final = (("预算数", "budget"), ("执行数", "executed"))


@rule(
    "FUND-01",
    Severity.ERROR,
    message=Wording(
        "{unit}资金来源合计{computed}与总额{stated}不一致，差{difference}万元",
        "{unit}Funding sources add to {computed}, total says {stated} (diff {difference})",
    ),
    hint=CHECK_SUM,
    answerable=False,
)
def sources_add_to_total(subject: Subject) -> Iterator[Hit]:
    """资金来源各项之和等于资金总额；机构表中，各项收入之和等于收入合计。

    为什么：同一笔钱按来源拆开，合起来必须还是它；差额说明漏列或错填了一项。
    错：总额 100，财政拨款 80，其他资金 10。
    对：总额 100，财政拨款 80，其他资金 20。
    """
    for path, funds in funds_blocks(subject.department_year):
        yield from _adds_up(path, funds.total, ("来源合计", funds.sources_total), funds.sources)
    for path, unit in unit_rows(subject.department_year):
        income = unit.income
        parts = (
            income.carried_over,
            income.public_budget,
            income.government_funds,
            income.special_account,
            income.other,
        )
        if not adds_up(income.total, parts):
            here = (*path, "收入", "合计")
            yield from identity(here, income.total, parts, unit=owned(path, unit))


@rule(
    "FUND-02",
    Severity.ERROR,
    message=Wording(
        "{unit}基本支出与项目支出之和{computed}≠总额{stated}，差{difference}万元",
        "{unit}Basic plus project expenditure {computed} ≠ total {stated} (diff {difference})",
    ),
    hint=CHECK_SUM,
    answerable=False,
)
def structure_adds_to_total(subject: Subject) -> Iterator[Hit]:
    """基本支出与项目支出之和等于资金总额；机构表中，等于支出合计。

    为什么：支出不是基本支出就是项目支出，两项合起来必须是全部。
    错：总额 100，基本支出 60，项目支出 30。
    对：总额 100，基本支出 60，项目支出 40。
    """
    for path, funds in funds_blocks(subject.department_year):
        stated = ("结构合计", funds.structure_total)
        yield from _adds_up(path, funds.total, stated, funds.structure)
    for path, unit in unit_rows(subject.department_year):
        spent = unit.expenditure
        parts = (spent.basic, spent.project)
        if not adds_up(spent.total, parts):
            here = (*path, "支出", "合计")
            yield from identity(here, spent.total, parts, unit=owned(path, unit))


def _adds_up(
    path: DataPath, whole: FundRow, stated: tuple[str, FundRow], rows: Iterable[FundRow]
) -> Iterator[Hit]:
    """Compare the rows with their own total, and the grand total with that one or the rows."""
    own_key, own_total = stated
    for key, attribute in MONEY_COLUMNS:
        own, grand = getattr(own_total, attribute), getattr(whole, attribute)
        if own is None and grand is None:
            continue
        addends = column(rows, attribute)
        yield from identity((*path, own_key, key), own, addends, unit=NO_OWNER)
        parts = addends if own is None else [own]
        yield from identity((*path, "总额", key), grand, parts, unit=NO_OWNER)


@rule(
    "FUND-03",
    Severity.ERROR,
    message=Wording(
        "按来源合计{stated}与按支出性质合计{computed}不等，差{difference}万元",
        "Sources add to {stated}, nature of expenditure to {computed} (diff {difference})",
    ),
    hint=CHECK_SUM,
    answerable=False,
)
def sources_equal_structure(subject: Subject) -> Iterator[Hit]:
    """资金来源合计等于基本支出与项目支出之和。填有总额的，两边各与总额核对，这里不再重复。

    为什么：来源和用途是同一笔钱的两种分法。
    错：来源合计 100，基本支出 60，项目支出 30。
    对：来源合计 100，基本支出 60，项目支出 40。
    """
    for path, funds in funds_blocks(subject.department_year):
        for key, attribute in MONEY_COLUMNS:
            if getattr(funds.total, attribute) is not None:
                continue
            one = _side(funds.sources_total, funds.sources, attribute)
            two = _side(funds.structure_total, funds.structure, attribute)
            stated = total(one)
            if not adds_up(stated, two):
                here = _place((*path, "来源"), funds.sources_total, one, (key, attribute))
                there = _place((*path, "结构"), funds.structure_total, two, (key, attribute))
                yield from identity(here, stated, two, other=there)


def _side(own_total: FundRow, rows: tuple[FundRow, ...], attribute: str) -> list[Decimal | None]:
    """Return what one side adds: its stated total, else its rows."""
    own = getattr(own_total, attribute)
    return column(rows, attribute) if own is None else [own]


def _place(
    path: DataPath, own_total: FundRow, addends: list[Decimal | None], at: tuple[str, str]
) -> DataPath:
    """Return where a side stands: its stated total, else its first figure."""
    key, attribute = at
    if getattr(own_total, attribute) is not None:
        return (*path[:-1], f"{path[-1]}合计", key)
    first = next((index for index, value in enumerate(addends) if value is not None), 0)
    return (*path, first, key)


@rule(
    "FUND-12",
    Severity.ERROR,
    message=Wording(
        "按功能分类合计{computed}与财政拨款总支出{stated}不一致，差{difference}万元",
        "Functional classes add to {computed}, total {stated} (diff {difference})",
    ),
    hint=CHECK_SUM,
    answerable=False,
)
def functions_add_to_total(subject: Subject) -> Iterator[Hit]:
    """各功能分类支出之和等于财政拨款总支出。

    为什么：功能分类是同一笔支出的又一种分法；总额含其他资金时，与其中的财政拨款相等也算对。
    错：财政拨款总支出 100，教育支出 5，卫生健康支出 90。
    对：财政拨款总支出 100，教育支出 5，卫生健康支出 95。
    """
    summary = subject.department_year.institutions.summary.expenditure.total
    for path, funds in funds_blocks(subject.department_year):
        for key, attribute in _CLASSED if funds.functions else ():
            classes = column(funds.functions, attribute)
            stated, here = getattr(funds.total, attribute), (*path, "总额", key)
            if stated is None and key == "执行数" and path == ("资金",):
                stated, here = summary, ("机构", "汇总", "支出", "合计")
            if not adds_up(stated, classes) and total(classes) != _appropriated(funds, attribute):
                yield from identity(here, stated, classes, other=(*path, "功能分类"))


def _appropriated(funds: Funds, attribute: str) -> Decimal | None:
    rows = (row for row in funds.sources if "其他" not in (row.name or ""))
    return total(column(rows, attribute))


@rule(
    "FUND-16",
    Severity.ERROR,
    message=Wording(
        "“{name}”项目资金合计{stated}≠本级+上级{computed}，差{difference}万元",
        '"{name}": project funds {stated} ≠ own + upper-level {computed} (diff {difference})',
    ),
    hint=CHECK_SUM,
    answerable=False,
)
def project_funds_add_up(subject: Subject) -> Iterator[Hit]:
    """项目资金合计等于本级预算加各级上级资金。

    为什么：项目的钱不是本级安排的就是上级下达的。
    错：合计 956.8，本级 105.8，中央 800。
    对：合计 956.8，本级 105.8，中央 851。
    """
    for index, project in enumerate(subject.department_year.projects):
        upper = project.upper_funds
        parts = (project.own_budget, upper.central, upper.provincial, upper.municipal)
        path: DataPath = ("项目", index, "资金合计")
        yield from identity(path, project.total_budget, parts, name=project.name)
