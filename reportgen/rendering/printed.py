"""Everything that forms print of one department-year: its facts, what was found, its charts."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.figures.charts import charts_of, wants_charts
from reportgen.figures.completed import completed
from reportgen.figures.facts import Facts, facts_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding
from reportgen.model.profile import Profile
from reportgen.rendering.charts.facts import CHARTS, chart_facts
from reportgen.rendering.review import REVIEW, review_facts


def printed_facts(typed: DepartmentYear, profile: Profile, findings: Iterable[Finding]) -> Facts:
    """Return the facts of a year, and what was found in it."""
    return Facts(year_facts(typed, profile) | {REVIEW: review_facts(findings, typed)})


def year_facts(typed: DepartmentYear, profile: Profile) -> Facts:
    """Return the facts of a year as typed, with what was left blank computed by its scheme."""
    year = completed(typed, profile)
    charts = charts_of(year, profile) if wants_charts(year, profile) else ()
    facts = facts_of(year)
    facts[CHARTS] = chart_facts(charts)
    return facts
