"""Rules on the four budgets: a fund type is there everywhere or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportgen.figures.rounding import ZERO, written
from reportgen.model.finding import DataPath, Severity
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_FUND_TYPES: Final = (
    ("政府性基金", "government_funds", ("政府性基金", "政府基金")),
    ("国有资本经营", "state_capital", ("国有资本经营",)),
    ("社会保险基金", "social_insurance", ("社会保险基金",)),
)
_OF_A_FUND: Final = re.compile("|".join(word for *_, words in _FUND_TYPES for word in words))
_NONE: Final = re.compile(r"(无|没有|未安排)\D*|0+(\.0+)?(万元?)?。?")
_AMOUNT: Final = re.compile(r"(\d+(?:\.\d+)?)(万元?)?。?")
Evidence = tuple[DataPath, str, Decimal]


@rule(
    "FUND-13",
    Severity.ERROR,
    message=Wording(
        "{fund}：{place1}为{computed}，{place2}为“{stated}”",
        '{fund}: {computed} in {place1}, "{stated}" in {place2}',
    ),
    hint=Wording(
        "请查明该项资金有无，两处改为一致", "Find out whether there is such a fund; make both agree"
    ),
)
def fund_types_are_there_or_not(subject: Subject) -> Iterator[Hit]:
    """同一类资金不能一处有数、另一处写“无”或 0。

    为什么：政府性基金、国有资本经营、社会保险基金三本预算，各表和正文说法必须一致。
    错：功能分类列国有资本经营预算支出 40，其他预算的国有资本经营写“无”。
    对：其他预算的国有资本经营写 40，或功能分类不列这一项。
    """
    budgets = subject.department_year.funds.other_budgets
    for key, attribute, words in _FUND_TYPES:
        said = (getattr(budgets, attribute) or "").strip()
        found = list(_evidence(subject, words)) if said else []
        here: DataPath = ("资金", "其他预算", key)
        spent = next((each for each in found if each[2] != 0), None)
        named = {"fund": key, "place2": f"其他预算/{key}"}
        if spent and _NONE.fullmatch(said):
            path, place, value = spent
            arguments = {**named, "place1": place}
            yield Hit(here, said, written(value), arguments, other=path)
        elif found and not spent and _amount(said):
            path, place, value = found[0]
            arguments = {"fund": key, "place1": f"其他预算/{key}", "place2": place}
            yield Hit(path, written(value), said, arguments, other=here)


def _evidence(subject: Subject, words: tuple[str, ...]) -> Iterator[Evidence]:
    """Yield what other parts of the file say was spent or received of one fund type."""
    funds = subject.department_year.funds
    for key, rows in (("功能分类", funds.functions), ("来源", funds.sources)):
        for index, row in enumerate(rows):
            name = row.name or ""
            if row.executed is not None and _OF_A_FUND.search(name) and _is_of(name, words):
                yield ("资金", key, index, "执行数"), f"{key}/{name}", row.executed
    received = subject.department_year.institutions.summary.income.government_funds
    if received is not None and "政府基金" in words:
        path: DataPath = ("机构", "汇总", "收入", "政府基金拨款")
        yield path, "机构/汇总/收入/政府基金拨款", received


def _is_of(name: str, words: tuple[str, ...]) -> bool:
    return any(word in name for word in words)


def _amount(said: str) -> Decimal:
    match = _AMOUNT.fullmatch(said)
    return Decimal(match[1]) if match else ZERO


@rule(
    "FUND-18",
    Severity.ERROR,
    message=Wording(
        "{fund}支出{spent}万元，收入却全是公共财政拨款{stated}万元",
        "{spent} was spent of {fund}, yet all income {stated} is public appropriation",
    ),
    hint=Wording(
        "不含{fund}的公共财政拨款应为{computed}万元；请查明这笔支出的来源，改正收入或支出的归类",
        "Without {fund} the public appropriation is {computed}; find its source and correct either",
    ),
)
def spending_of_a_fund_has_its_income(subject: Subject) -> Iterator[Hit]:
    """支出列有政府性基金、国有资本经营或社会保险基金的，收入不能全是公共财政拨款。

    为什么：四本预算各收各支，这笔钱不是来源填错，就是支出归错了类。本程序自设的规则，不在原编目之内。
    错：功能分类列国有资本经营预算支出 40，收入合计 5522.57，公共财政拨款 5522.57。
    对：公共财政拨款 5482.57，其余 40 列在其他收入。
    """
    income = subject.department_year.institutions.summary.income
    general = income.public_budget
    if general is None or income.total is None or general < income.total:
        return
    classes = subject.department_year.funds.functions
    named = [(at, row) for at, row in enumerate(classes) if _OF_A_FUND.search(row.name or "")]
    for fund, _, words in _FUND_TYPES if named else ():
        for index, row in named:
            if row.executed and _is_of(row.name or "", words):
                spent = written(row.executed)
                yield Hit(
                    ("机构", "汇总", "收入", "公共财政拨款"),
                    written(general),
                    written(general - row.executed),
                    {"fund": fund, "spent": spent},
                    other=("资金", "功能分类", index, "执行数"),
                )
