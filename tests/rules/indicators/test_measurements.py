"""A share above 100% is told from one that is 100% to the digit."""

from __future__ import annotations

import pytest

from reportgen.model.department_year import DepartmentYear
from reportgen.model.profile import Profile
from reportgen.rules.registry import Subject, declared_rules


@pytest.mark.parametrize(
    ("actual", "share"),
    [
        ("100%", None),
        ("100.00％", None),
        ("099%", None),
        ("98.5%", None),
        ("接种101 人", None),
        ("100.01%", "100.01"),
        ("1100%", "1100"),
        ("101 ％", "101"),
        ("100%，随访率102%", "102"),
        ("１０１%", "１０１"),
    ],
)
def test_what_is_above_a_whole(actual: str, share: str | None) -> None:
    row = {"名称": "疫苗接种率", "目标": "≥90%", "完成": actual}
    whole = {"年度": "2023", "部门": {"名称": "某局"}, "指标": [row]}
    subject = Subject(DepartmentYear.model_validate(whole), Profile())
    found = [hit.stated for hit in declared_rules()["IND-07"].check(subject)]
    assert found == ([] if share is None else [share])
