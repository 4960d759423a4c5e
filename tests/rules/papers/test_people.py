"""Personal numbers are found wherever they stand among other texts."""

from __future__ import annotations

import pytest

from reportgen.model.department_year import DepartmentYear
from reportgen.model.profile import Profile
from reportgen.rules.registry import Subject, declared_rules


def numbers_in(*texts: str) -> list[object]:
    whole = {"年度": "2023", "部门": {"名称": "某局", "职能": list(texts)}}
    subject = Subject(DepartmentYear.model_validate(whole), Profile())
    return [hit.stated for hit in declared_rules()["DOC-10"].check(subject)]


@pytest.mark.parametrize("before", range(5))
@pytest.mark.parametrize(
    "number", ["430602200002030005", "43060220000203000X", "20000020000200002"]
)
def test_an_identity_number_is_found_wherever_it_stands(before: int, number: str) -> None:
    found = number if len(number) == 18 else None
    texts = ("一" * before, f"证件{number}。", "无")
    assert numbers_in(*texts) == ([] if found is None else [found])


def test_numbers_are_told_in_the_order_of_their_texts() -> None:
    whole = {"年度": "2023", "部门": {"名称": "某局", "联系电话": "13800000003"}}
    whole["评价"] = {"联系电话": "0730-1234567"}
    whole["报告"] = {"问题": ["证件430602200002030005", "电话13800000001"]}
    year = DepartmentYear.model_validate(whole)
    hits = list(declared_rules()["DOC-10"].check(Subject(year, Profile())))
    assert [hit.stated for hit in hits] == ["13800000003", "430602200002030005", "13800000001"]


def test_a_telephone_is_found_beside_numbers_of_other_lengths() -> None:
    assert numbers_in("编号2345678901", "电话13800000001", "建档2345678901234567份") == [
        "13800000001"
    ]


def test_a_number_does_not_go_on_in_the_next_text() -> None:
    assert numbers_in("4306022000", "02030005", "1380000", "0001") == []


@pytest.mark.parametrize("typed", ["138 0000 0001", "138-0000-0001", "430602 20000203 0005"])
def test_a_number_as_telephone_is_found_whatever_stands_between_its_digits(typed: str) -> None:
    whole = {"年度": "2023", "部门": {"名称": "某局", "联系电话": typed, "职能": ["无"]}}
    subject = Subject(DepartmentYear.model_validate(whole), Profile())
    assert [hit.stated for hit in declared_rules()["DOC-10"].check(subject)] == [typed]
