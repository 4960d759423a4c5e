"""Dates are found in texts by any of their signs, and judged as they stand in one text."""

from __future__ import annotations

import pytest

from reportgen.model.department_year import DepartmentYear
from reportgen.model.profile import Profile
from reportgen.rules.registry import Subject, declared_rules


def dates_in(*texts: str) -> list[tuple[object, object]]:
    whole = {"年度": "2023", "部门": {"名称": "某局", "职能": list(texts)}}
    subject = Subject(DepartmentYear.model_validate(whole), Profile())
    return [(hit.path[-1], hit.stated) for hit in declared_rules()["DOC-02"].check(subject)]


@pytest.mark.parametrize(
    "date", ["2023.6.13", "2023/06/13", "2023-6-13", "2023年06月13日", "2023 年 6 月 13日"]
)
def test_a_date_is_found_by_its_sign(date: str) -> None:
    assert dates_in("无", f"截至{date}，已完成。") == [(1, date)]


def test_what_is_no_date_or_a_good_one_is_left_alone() -> None:
    assert dates_in("2023年6月13日", "2023年度", "2023年6月", "版本1.2023.6.13", "13.6.2023") == []


def test_a_date_does_not_go_on_in_the_next_text() -> None:
    assert dates_in("2023.6", ".13", "2023年", "06月13日") == []


def test_a_day_that_is_not_in_the_calendar_is_found() -> None:
    assert dates_in("2023年2月30日") == [(0, "2023年2月30日")]
