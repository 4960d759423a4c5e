"""Texts are walked once for all rules, and always those of the department-year at hand."""

import re

from reportgen.model.department_year import DepartmentYear
from reportgen.rules.readings.texts import (
    JoinedTexts,
    joined_prose,
    prose,
    says_nothing,
    texts,
)


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


def test_a_list_of_names_is_no_prose_but_a_list_of_duties_is() -> None:
    year = DepartmentYear.model_validate(
        {"年度": "2023", "部门": {"名称": "某局", "别名": ["甲局"], "内设机构": ["甲股"]}}
    )
    assert [text for _, text in prose(year)] == ["甲股"]
    assert joined_prose(year).text == "甲股"


def test_the_texts_that_hold_a_mark_are_told_once_and_in_their_order() -> None:
    placed = tuple((("职能", at), text) for at, text in enumerate(["帐1", "", "2帐帐", "帐", "无"]))
    joined = JoinedTexts(placed)
    assert joined.holding("帐") == [placed[0], placed[2], placed[3]]
    assert joined.holding(re.compile("帐$"), re.compile(r"帐(?<=\d帐)")) == [placed[2]]
    assert joined.holding("2", "帐1") == [placed[0], placed[2]]
    assert joined.holding("1帐", "无2") == []
    assert [joined.path_at(at) for at in (0, 1, 4, 6)] == [("职能", at) for at in (0, 0, 2, 2)]


def test_the_texts_of_a_field_are_among_those_that_hold_a_mark() -> None:
    placed = ((("职能", 0), "帐"), (("联系电话",), "无"), (("职能", 1), "无"), (("职能", 2), "帐"))
    assert JoinedTexts(placed).holding("帐", field="联系电话") == [placed[at] for at in (0, 1, 3)]
    assert JoinedTexts(placed).holding(field="联系电话") == [placed[1]]


def test_nothing_is_held_where_nothing_is_told() -> None:
    assert JoinedTexts(()).holding("帐", re.compile("帐")) == []


def test_equal_department_years_are_not_mixed_up() -> None:
    first, second = department_year("某局"), department_year("某委")
    assert texts(first) is texts(first)
    assert texts(second)[0][1] == "某委"
    assert texts(first)[0][1] == "某局"


def test_what_says_nothing() -> None:
    assert says_nothing(())
    assert says_nothing(("无。", " "))
    assert not says_nothing(("无。", "加强管理"))
