"""Texts are walked once for all rules, and always those of the department-year at hand."""

from reportgen.model.department_year import DepartmentYear
from reportgen.rules.readings.texts import prose, says_nothing, texts


def department_year(name: str) -> DepartmentYear:
    leaf = {"名称": "覆盖率", "目标": "逐步提高"}
    return DepartmentYear.model_validate(
        {"年度": "2023", "部门": {"名称": name, "职能": ["甲"]}, "指标": [leaf], "核对": ["1 > 0"]}
    )


def test_every_printed_text_has_its_path() -> None:
    found = texts(department_year("某局"))
    assert found == (
        (("部门", "名称"), "某局"),
        (("部门", "职能", 0), "甲"),
        (("指标", 0, "名称"), "覆盖率"),
        (("指标", 0, "目标"), "逐步提高"),
    )


def test_prose_leaves_names_out() -> None:
    assert [text for _, text in prose(department_year("某局"))] == ["甲", "逐步提高"]


def test_equal_department_years_are_not_mixed_up() -> None:
    first, second = department_year("某局"), department_year("某委")
    assert texts(first) is texts(first)
    assert texts(second)[0][1] == "某委"
    assert texts(first)[0][1] == "某局"


def test_what_says_nothing() -> None:
    assert says_nothing(())
    assert says_nothing(("无。", " "))
    assert not says_nothing(("无。", "加强管理"))
