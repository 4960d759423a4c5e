import pytest
from pydantic import ValidationError

from reportgen.model.department_year import DepartmentYear

LEAST = {"年度": "2023", "部门": {"名称": "局"}}
GROUPS = ["资金", "机构", "目标", "自评", "评分表", "评价", "报告"]
LISTS = ["指标", "项目", "征求意见", "整改", "核对", "说明"]


def test_year_and_name_are_all_that_must_be_typed() -> None:
    year = DepartmentYear.model_validate(LEAST)
    assert (year.year, year.department.name, year.profile) == (2023, "局", "national-2020")


@pytest.mark.parametrize("missing", ["年度", "部门"])
def test_without_them_there_is_no_department_year(missing: str) -> None:
    with pytest.raises(ValidationError) as caught:
        DepartmentYear.model_validate({key: LEAST[key] for key in LEAST if key != missing})
    assert [error["loc"] for error in caught.value.errors()] == [(missing,)]


def test_every_group_and_list_may_be_left_blank() -> None:
    blank = DepartmentYear.model_validate(LEAST | dict.fromkeys([*GROUPS, *LISTS]))
    assert blank == DepartmentYear.model_validate(LEAST)


def test_groups_within_groups_may_be_left_blank() -> None:
    typed = {
        "资金": {"总额": None, "来源": None},
        "机构": {"汇总": {"收入": None}},
        "项目": [{"名称": "甲", "资金": None, "填表": None}],
    }
    year = DepartmentYear.model_validate(LEAST | typed)
    assert year.projects[0].funds == year.funds
