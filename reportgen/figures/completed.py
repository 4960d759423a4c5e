"""A department-year with every derived figure that was left blank computed by its scheme.

What is typed stays as typed; rules judge the typed year, forms and citations read this one.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final, TypeVar

from reportgen.figures.execution import execution_score
from reportgen.figures.facts import fields_of
from reportgen.figures.grades import grade_of
from reportgen.figures.rounding import plain, round_half_up
from reportgen.figures.score_totals import evaluation_score, is_fully_scored
from reportgen.figures.totals import (
    executed_total,
    execution_rate,
    overall_rate,
    planned_total,
    total,
)
from reportgen.figures.weights import children_weight, execution_weight, total_weight
from reportgen.model.department_year import DepartmentYear
from reportgen.model.fields import Rate
from reportgen.model.funds import FundRow, Funds, Institutions, UnitAccounts
from reportgen.model.indicators import Indicator, SelfEvaluation
from reportgen.model.papers import Project
from reportgen.model.profile import Profile
from reportgen.model.record import Record

_DECIMALS: Final = 2
_NO_FUNDS: Final = Funds.model_construct()
R = TypeVar("R", bound=Record)


def completed(year: DepartmentYear, profile: Profile) -> DepartmentYear:
    """Return `year` with blank rates, totals, weights, scores and grade computed.

    A figure whose parts are blank too stays blank: a blank is not 0.
    """
    funds = _funds(year.funds, profile)
    indicators = _each(year.indicators, _indicator)
    sheet_rows = _each(year.scoring_sheet.indicators, _indicator)
    scored = sheet_rows if profile.common_sheet == "是" and sheet_rows else indicators
    own_funds = _NO_FUNDS if scored is sheet_rows else funds
    return _filled(
        year,
        funds=funds,
        institutions=_institutions(year.institutions),
        indicators=indicators,
        scoring_sheet=_filled(year.scoring_sheet, indicators=sheet_rows),
        self_evaluation=_evaluation(year.self_evaluation, scored, own_funds, profile),
        projects=_each(year.projects, functools.partial(_project, profile=profile)),
    )


def _project(project: Project, profile: Profile) -> Project:
    funds = _funds(project.funds, profile)
    rows = _each(project.indicators, _indicator)
    return _filled(
        project,
        funds=funds,
        indicators=rows,
        self_evaluation=_evaluation(project.self_evaluation, rows, funds, profile),
    )


def _filled(record: R, **values: Any) -> R:
    """Return a copy of `record` with these values, or itself when they are its own."""
    held = record.__dict__
    changed = {
        name: value
        for name, value in values.items()
        # Nearly every value is its own; comparing two records by their contents is slow.
        if value is not held[name] and value != held[name]
    }
    return record.model_copy(update=changed) if changed else record


def _each(records: tuple[R, ...], complete: Callable[[R], R]) -> tuple[R, ...]:
    """Return the records completed; the same tuple when none of them had a gap."""
    done = tuple(map(complete, records))
    return records if all(map(operator.is_, done, records)) else done


def _funds(funds: Funds, profile: Profile) -> Funds:
    rated = functools.partial(_rated, without=profile.rate_formula != "B/A")
    return _filled(
        funds,
        total=rated(_total_row(funds, profile)),
        sources_total=rated(funds.sources_total),
        structure_total=rated(funds.structure_total),
        sources=_each(funds.sources, rated),
        structure=_each(funds.structure, rated),
        functions=_each(funds.functions, rated),
    )


def _total_row(funds: Funds, profile: Profile) -> FundRow:
    row = funds.total
    budget, executed, score = row.budget, row.executed, row.score
    return _filled(
        row,
        budget=planned_total(funds) if budget is None else budget,
        executed=executed_total(funds) if executed is None else executed,
        score=_earned(funds, row.weight, profile) if score is None else score,
    )


def _earned(funds: Funds, weight: Decimal | None, profile: Profile) -> Decimal | None:
    if weight is None:
        return None
    percent = overall_rate(funds, without_transfers=profile.rate_formula != "B/A")
    if percent is None:
        return None
    score = execution_score(profile.execution_policy, weight, percent)
    return None if score is None else Decimal(plain(round_half_up(score, _DECIMALS)))


def _rated(row: FundRow, *, without: bool) -> FundRow:
    if row.rate is not None:
        return row
    percent = execution_rate(row, without_transfers=without)
    if percent is None:
        return row
    rounded = round_half_up(percent, _DECIMALS)
    return row.model_copy(update={"rate": Rate(f"{rounded}%", rounded)})


def _indicator(node: Indicator) -> Indicator:
    if not node.children:
        return node
    weight = node.weight
    if weight is None and node.name:
        weight = children_weight(node)
    return _filled(node, children=_each(node.children, _indicator), weight=weight)


def _evaluation(
    typed: SelfEvaluation, rows: Sequence[Indicator], funds: Funds, profile: Profile
) -> SelfEvaluation:
    if not rows:
        return typed
    weight = total((total_weight(rows), execution_weight(funds)))
    score, grade = typed.score, typed.grade
    if score is None and is_fully_scored(rows, funds):
        score = evaluation_score(rows, funds)
    if grade is None and score is not None and weight is not None:
        grade = grade_of(score, profile.grades)
    if typed.weight is not None:
        weight = typed.weight
    return _filled(typed, weight=weight, score=score, grade=grade)


def _institutions(institutions: Institutions) -> Institutions:
    units = institutions.units
    if not units:
        return institutions
    summary = institutions.summary
    tables = {
        name: _summed(getattr(summary, name), [getattr(unit, name) for unit in units])
        for _, name, kind, _ in fields_of(UnitAccounts)
        if kind == "group"
    }
    return _filled(institutions, summary=_filled(summary, **tables))


def _summed(stated: R, rows: Sequence[R]) -> R:
    """Return the summary row of one table, its blank columns summed over the units."""
    blanks = [name for name, value in stated.__dict__.items() if value is None]
    return _filled(stated, **{name: total(getattr(row, name) for row in rows) for name in blanks})
