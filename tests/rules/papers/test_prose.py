"""Claims, counts and sums are found in one text among many, and never across two."""

from __future__ import annotations

import pytest

from reportgen.model.department_year import DepartmentYear
from reportgen.model.profile import Profile
from reportgen.rules.registry import Subject, declared_rules

FUNDS = {"总额": {"预算数": "100", "执行数": "80"}}


def stated(code: str, *texts: str) -> list[tuple[object, object]]:
    whole = {"年度": "2023", "部门": {"名称": "某局", "职能": list(texts)}, "资金": FUNDS}
    subject = Subject(DepartmentYear.model_validate(whole), Profile())
    return [(hit.path[-1], hit.stated) for hit in declared_rules()[code].check(subject)]


@pytest.mark.parametrize(
    "claim",
    [
        "预算执行率达81%", "预算执行率达到90%", "资金使用率超过80%", "支出进度突破90%",
        "预算执行率高于95.5％", "预算执行率不低于81%", "预算执行率81%以上", "支出进度在90%以上",
        "执行率达81%", "支出率达90%", "资金支出率达90%", "支出支出率达90%",
    ],
)  # fmt: skip
def test_a_claim_that_is_not_reached_is_found(claim: str) -> None:
    assert stated("NAR-02", "无", f"全年{claim}。") == [(1, claim)]


def test_a_claim_about_a_part_is_none() -> None:
    assert (
        stated("NAR-02", "公卫执行率达90%", "公卫项目资金使用率达90%", "公卫项目支出率达90%") == []
    )


def test_a_claim_does_not_go_on_in_the_next_text() -> None:
    assert stated("NAR-02", "全年预算执行率达", "90%", "全年预算执行率达80%") == []


def test_a_sum_is_found_by_either_sign() -> None:
    assert stated("NAR-09", "1+1=2", "1+1＝3", "1+", "1=3") == [(1, "1+1＝3")]


def test_a_count_is_found_by_its_colon_or_its_titles() -> None:
    texts = ("内设机构3个：甲股、乙股", "内设机构3个:甲股、乙股", "《甲》《乙》等5个通告", "等5个")
    assert stated("NAR-10", *texts) == [(0, 3), (1, 3), (2, 5)]


def test_a_figure_is_told_at_its_own_text() -> None:
    assert stated("NAR-15", "预算90万元", "", "单位财政总收入7万", "执行率78%") == []
    texts = ("无", "资金执行率", "其中资金执行率79%。", "资金执行率80%")
    assert stated("NAR-15", *texts) == [(2, "79%")]
