"""Typed data made a department-year, and its values by path."""

from __future__ import annotations

from typing import Any

from reportgen.figures.facts import fields_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath


def year(**typed: Any) -> DepartmentYear:
    """Return the department-year of typed data; what every file must have is added."""
    return DepartmentYear.model_validate({"年度": "2023", "部门": {"名称": "某局"}} | typed)


def at(record: Any, path: DataPath) -> Any:
    """Return what stands at `path`: keys as people type them, positions from 0."""
    for step in path:
        if isinstance(step, int):
            record = record[step]
        else:
            names = {key: name for key, name, _, _ in fields_of(type(record))}
            record = getattr(record, names[step])
    return record
