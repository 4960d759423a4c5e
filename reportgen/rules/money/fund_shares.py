"""Rules on shares of the money: what is large and unexplained, and what is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportgen.figures.rounding import HUNDRED, plain, round_apart
from reportgen.figures.totals import executed_total, planned_total, total
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Severity
from reportgen.model.funds import FundRow
from reportgen.model.papers import Project
from reportgen.rules.readings.texts import report_sections
from reportgen.rules.readings.walks import funds_blocks
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_OTHER: Final = "其他"
_GENERAL_BUDGET: Final = "一般公共预算"
_BASIC: Final = "基本支出"
_PROJECTS: Final = "项目支出"
_OWN_BUDGETS: Final = ("政府性基金", "政府基金", "国有资本经营", "社会保险基金")
_SENTENCE_END: Final = re.compile(r"[。；;]")
_FIGURES_OF_IT: Final = re.compile(r"\d万?元")
_COLUMNS: Final = (("预算数", "budget", planned_total), ("执行数", "executed", executed_total))


@rule(
    "FUND-10",
    Severity.WARNING,
    message=Wording(
        "{name}占{computed}%，请说明构成",
        '"{name}" are {computed}% of the total; state what they are',
    ),
    hint=Wording(
        "{stated}万元占总额{whole}万元的{computed}%；请在该行的 说明 中写明由哪些资金构成",
        "{stated} of {whole} is {computed}%; say under 说明 of this row what they consist of",
    ),
)
def other_funds_are_explained(subject: Subject) -> Iterator[Hit]:
    """其他资金占总额的比重超过上限的，要说明构成。

    为什么：“其他”占了大头，等于没有交代钱从哪里来。
    错：其他资金 56281.58，总额 63008.58，没有说明。
    对：其他资金的说明写明由医疗收入和上级补助构成。
    """
    limit = subject.profile.largest_other_funds
    for path, funds in funds_blocks(subject.department_year):
        for index, row in _named(funds.sources, _OTHER):
            for key, attribute, whole_of in _COLUMNS:
                value, whole = getattr(row, attribute), whole_of(funds)
                if value and whole and value * HUNDRED > limit * whole and not row.note:
                    share = round_apart(value / whole * HUNDRED, limit)
                    words = {"name": row.name, "whole": whole}
                    yield Hit((*path, "来源", index, key), value, share, words)
                    break


def _named(rows: tuple[FundRow, ...], word: str) -> list[tuple[int, FundRow]]:
    return [(index, row) for index, row in enumerate(rows) if word in (row.name or "")]


@rule(
    "FUND-11",
    Severity.WARNING,
    message=Wording(
        "基本支出{stated}超出一般公共预算{computed}共{difference}万元，资金来源不明",
        "Basic expenditure {stated} exceeds the general public budget {computed} by {difference};"
        " source unclear",
    ),
    hint=Wording(
        "超出部分只能来自其他资金；请在其他资金或基本支出的 说明 中写明",
        "The excess must come from other funds; say so under 说明 of either row",
    ),
)
def basic_expenditure_has_a_source(subject: Subject) -> Iterator[Hit]:
    """基本支出超过一般公共预算，而其他资金没有说明的，来源不明。

    为什么：人员和公用经费主要靠一般公共预算，超出的部分要交代由哪笔钱支付。
    错：基本支出 17131.22，一般公共预算 6727，其他资金 56281.58 没有说明。
    对：其他资金的说明写明含医疗收入安排的人员经费。
    """
    for path, funds in funds_blocks(subject.department_year):
        general = _named(funds.sources, _GENERAL_BUDGET)
        others = [row for _, row in _named(funds.sources, _OTHER)]
        for at, basic in _named(funds.structure, _BASIC):
            explained = any(row.note for row in (basic, *others))
            for key, attribute, _ in _COLUMNS:
                stated = getattr(basic, attribute)
                budget = total(getattr(row, attribute) for _, row in general)
                unclear = total(getattr(row, attribute) for row in others)
                if stated and budget is not None and stated > budget and unclear and not explained:
                    words = {"difference": plain(stated - budget)}
                    other = (*path, "来源", general[0][0], key)
                    yield Hit((*path, "结构", at, key), stated, budget, words, other=other)
                    break


@rule(
    "FUND-15",
    Severity.WARNING,
    message=Wording(
        "所列项目合计{computed}，仅占项目支出{stated}的{share}%",
        "Listed projects total {computed}, {share}% of project expenditure {stated}",
    ),
    hint=Wording(
        "请补齐项目，或在项目支出的 说明 中写明其余资金安排在哪里",
        "Add the missing projects, or say under 说明 of 项目支出 where the rest is",
    ),
)
def projects_cover_project_expenditure(subject: Subject) -> Iterator[Hit]:
    """逐项列出的项目，合计应占项目支出的大部分；占比低于下限的要说明。

    为什么：大部分项目资金没有绩效目标，等于没有管到。
    错：项目支出 45877.36，只列两个项目共 6799.18。
    对：再列出主要项目，或说明其余为纳入统一管理的专项。
    """
    limit = subject.profile.project_coverage
    amounts = [_amount(project) for project in subject.department_year.projects]
    listed = total(amounts)
    if listed is None or None in amounts:
        return
    funds = subject.department_year.funds
    for index, row in _named(funds.structure, _PROJECTS):
        if row.budget and listed * HUNDRED < limit * row.budget and not row.note:
            share = round_apart(listed / row.budget * HUNDRED, limit)
            path: DataPath = ("资金", "结构", index, "预算数")
            yield Hit(path, row.budget, listed, {"share": share}, other=("项目",))


def _amount(project: Project) -> Decimal | None:
    """Return a project's budget: the stated total, else own and upper funds, else its table."""
    if project.total_budget is not None:
        return project.total_budget
    upper = project.upper_funds
    parts = (project.own_budget, upper.central, upper.provincial, upper.municipal)
    return total(parts) if total(parts) is not None else planned_total(project.funds)


@rule(
    "FUND-19",
    Severity.WARNING,
    message=Wording(
        "{name}占{computed}%，报告没有写用在哪里",
        '"{name}" are {computed}% of the total; the report does not say what for',
    ),
    hint=Wording(
        "{stated}万元占总额{whole}万元的{computed}%；请在报告中写明用途和成效，或在该行填 说明",
        "{stated} of {whole} is {computed}%; tell its use in the report, or fill 说明 of this row",
    ),
)
def large_fund_is_described(subject: Subject) -> Iterator[Hit]:
    """政府性基金等一般公共预算以外的资金占了大头的，报告要写它的使用情况。

    为什么：报告只列出数，不说花在哪里、做成什么，等于没有报告。本程序自设的规则，不在原编目之内。
    错：支出 27512.96，其中政府性基金 18171.55，报告除列出数外没有再提。
    对：报告有“政府性基金预算支出情况”一章。
    """
    year = subject.department_year
    if not year.report.sections:
        return
    limit, whole = subject.profile.largest_other_funds, executed_total(year.funds)
    for index, row in enumerate(year.funds.sources):
        kind = next((word for word in _OWN_BUDGETS if word in (row.name or "")), None)
        if kind is None or not row.executed or not whole or row.note:
            continue
        if row.executed * HUNDRED > limit * whole and not _is_described(kind, year):
            share = round_apart(row.executed / whole * HUNDRED, limit)
            words = {"name": row.name, "whole": whole}
            path: DataPath = ("资金", "来源", index, "执行数")
            yield Hit(path, row.executed, share, words, other=("报告", "章节"))


def _is_described(kind: str, department_year: DepartmentYear) -> bool:
    """Whether a heading names the fund, or a sentence that does more than state its figure."""
    for _, _, section in report_sections(department_year):
        if kind in (section.heading or ""):
            return True
        sentences = (part for text in section.body for part in _SENTENCE_END.split(text))
        if any(kind in part and not _FIGURES_OF_IT.search(part) for part in sentences):
            return True
    return False
