"""A department-year with every derived figure that was left blank computed by its scheme.

What is typed stays as typed; rules judge the typed year, forms and citations read this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from reportgen.model.profile import Profile
from reportgen.model.record import Record

_DECIMALS: Final = 2
R = TypeVar("R", bound=Record)


def completed(year: DepartmentYear, profile: Profile) -> DepartmentYear:
    """Return `year` with blank rates, totals, weights, scores and grade computed.

    A figure whose parts are blank too stays blank: a blank is not 0.
    """
    funds = _funds(year.funds, profile)
    indicators = tuple(map(_indicator, year.indicators))
    sheet_rows = tuple(map(_indicator, year.scoring_sheet.indicators))
    scored = sheet_rows if profile.common_sheet == "是" and sheet_rows else indicators
    own_funds = Funds() if scored is sheet_rows else funds
    projects = tuple(
        _filled(
            project,
            funds=(project_funds := _funds(project.funds, profile)),
            indicators=(rows := tuple(map(_indicator, project.indicators))),
            self_evaluation=_evaluation(project.self_evaluation, rows, project_funds, profile),
        )
        for project in year.projects
    )
    return _filled(
        year,
        funds=funds,
        institutions=_institutions(year.institutions),
        indicators=indicators,
        scoring_sheet=_filled(year.scoring_sheet, indicators=sheet_rows),
        self_evaluation=_evaluation(year.self_evaluation, scored, own_funds, profile),
        projects=projects,
    )


def _filled(record: R, **values: Any) -> R:
    """Return a copy of `record` with these values, or itself when they are its own."""
    changed = {name: value for name, value in values.items() if value != getattr(record, name)}
    return record.model_copy(update=changed) if changed else record


def _or(typed: Decimal | None, computed: Decimal | None) -> Decimal | None:
    return computed if typed is None else typed


def _funds(funds: Funds, profile: Profile) -> Funds:
    without = profile.rate_formula != "B/A"
    whole = funds.total
    percent = overall_rate(funds, without_transfers=without)
    total_row = _filled(
        whole,
        budget=_or(whole.budget, planned_total(funds)),
        executed=_or(whole.executed, executed_total(funds)),
        score=_or(whole.score, _earned(whole.weight, percent, profile)),
    )
    return _filled(
        funds,
        total=_rated(total_row, without=without),
        sources_total=_rated(funds.sources_total, without=without),
        structure_total=_rated(funds.structure_total, without=without),
        sources=_rated_rows(funds.sources, without=without),
        structure=_rated_rows(funds.structure, without=without),
        functions=_rated_rows(funds.functions, without=without),
    )


def _earned(weight: Decimal | None, percent: Decimal | None, profile: Profile) -> Decimal | None:
    if weight is None or percent is None:
        return None
    score = execution_score(profile.execution_policy, weight, percent)
    return None if score is None else Decimal(plain(round_half_up(score, _DECIMALS)))


def _rated_rows(rows: Iterable[FundRow], *, without: bool) -> tuple[FundRow, ...]:
    return tuple(_rated(row, without=without) for row in rows)


def _rated(row: FundRow, *, without: bool) -> FundRow:
    percent = execution_rate(row, without_transfers=without)
    if row.rate is not None or percent is None:
        return row
    rounded = round_half_up(percent, _DECIMALS)
    return row.model_copy(update={"rate": Rate(f"{rounded}%", rounded)})


def _indicator(node: Indicator) -> Indicator:
    if not node.children:
        return node
    children = tuple(map(_indicator, node.children))
    weight = children_weight(node) if node.name else None
    return _filled(node, children=children, weight=_or(node.weight, weight))


def _evaluation(
    typed: SelfEvaluation, rows: Sequence[Indicator], funds: Funds, profile: Profile
) -> SelfEvaluation:
    if not rows:
        return typed
    weight = total((total_weight(rows), execution_weight(funds)))
    earned = evaluation_score(rows, funds) if is_fully_scored(rows, funds) else None
    score = _or(typed.score, earned)
    grade = typed.grade
    if grade is None and score is not None and weight is not None:
        grade = grade_of(score, profile.grades)
    return _filled(typed, weight=_or(typed.weight, weight), score=score, grade=grade)


def _institutions(institutions: Institutions) -> Institutions:
    units = institutions.units
    if not units:
        return institutions
    tables = {
        name: _summed(getattr(institutions.summary, name), [getattr(u, name) for u in units])
        for _, name, kind, _ in fields_of(UnitAccounts)
        if kind == "group"
    }
    return _filled(institutions, summary=_filled(institutions.summary, **tables))


def _summed(stated: R, rows: Sequence[R]) -> R:
    """Return the summary row of one table, its blank columns summed over the units."""
    return _filled(
        stated,
        **{
            name: _or(getattr(stated, name), total(getattr(row, name) for row in rows))
            for _, name, _, _ in fields_of(type(stated))
        },
    )
