"""A new data file: read without a finding of its text, whatever the scheme."""

from __future__ import annotations

import re
from typing import Any

import pytest

from reportgen.loading.department_file import read_model
from reportgen.loading.profiles import Profiles
from reportgen.loading.scaffold import new_department_text
from reportgen.loading.yaml_source import read_yaml
from reportgen.model.department_year import DepartmentYear
from reportgen.model.profile import Profile

EXAMPLE = re.compile(r"^( *)# (?= *- | *\w+:( |$))", re.MULTILINE)
"""The start of a comment that shows how something is written, not a sentence."""


def scaffold(name: str = "某县卫生健康局", **profile: Any) -> DepartmentYear:
    text = new_department_text(name, 2024, "本县", Profile.model_validate(profile))
    department, findings = read_model(read_yaml("a.yaml", text.encode()), DepartmentYear)
    assert findings == ()
    assert department is not None
    return department


def outline(department: DepartmentYear) -> list[tuple[str, str, list[tuple[str, str]]]]:
    return [
        (
            top.name or "",
            str(top.weight),
            [(each.name or "", str(each.weight)) for each in top.children],
        )
        for top in department.indicators
    ]


@pytest.mark.parametrize("name", Profiles().names())
def test_every_profile_gives_a_file_that_can_be_read(name: str) -> None:
    profile = Profiles().find(name)
    assert profile is not None
    text = new_department_text("某局", 2024, name, profile.profile)
    department, findings = read_model(read_yaml("a.yaml", text.encode()), DepartmentYear)
    assert findings == ()
    assert department is not None
    assert (department.profile, department.year) == (name, 2024)
    assert department.self_evaluation.weight == profile.profile.full_score


def test_without_a_scheme_the_usual_families_stand_there() -> None:
    department = scaffold()
    assert [top for top, _, _ in outline(department)] == ["产出指标", "效益指标", "满意度指标"]
    assert outline(department)[0][2][0] == ("数量指标", "None")
    assert department.indicators[0].children[0].children[0].name is None


def test_weights_of_the_scheme_are_filled_in() -> None:
    department = scaffold(
        一级权重={"预算执行率": "10", "投入指标": "30", "产出指标": "60"},
        二级权重={"管理": "10", "效率指标": "20", "数量指标": "25", "质量指标": "35"},
    )
    assert outline(department) == [
        ("投入指标", "30", [("管理", "10"), ("效率指标", "20")]),
        ("产出指标", "60", [("数量指标", "25"), ("质量指标", "35")]),
    ]
    management, efficiency = department.indicators[0].children
    assert management.children == ()
    assert len(efficiency.children) == 1


def test_second_weights_that_do_not_add_up_are_left_out() -> None:
    department = scaffold(一级权重={"产出指标": "50", "甲": "50"}, 二级权重={"数量指标": "20"})
    names = [name for name, _ in outline(department)[0][2]]
    assert names == ["数量指标", "质量指标", "时效指标", "成本指标"]
    assert outline(department)[1] == ("甲", "50", [])


def test_the_weights_of_a_common_sheet_are_not_those_of_the_indicators() -> None:
    department = scaffold(共性评分表="是", 一级权重={"投入": "100"})
    assert outline(department)[0][:2] == ("产出指标", "None")


def test_sections_and_grades_are_those_of_the_scheme() -> None:
    department = scaffold(必备章节=["一、概况: 甲", "存在的问题", "改进措施"])
    headings = [section.heading for section in department.report.sections]
    assert headings == ["一、概况: 甲", "存在的问题", "改进措施"]
    text = new_department_text("某局", 2024, "本县", Profile())
    assert "等次:                     # 优、良、中、差" in text


def test_every_shape_shown_in_a_comment_can_be_used_as_it_stands() -> None:
    text = new_department_text("某局'二", 2024, "本县", Profile())
    shown = EXAMPLE.sub(r"\1", text)
    left = [line for line in shown.splitlines() if line.startswith("# ")]
    assert left
    assert all(line.endswith(("。", "：")) for line in left), "what is left are sentences"
    department, findings = read_model(read_yaml("a.yaml", shown.encode()), DepartmentYear)
    assert findings == ()
    assert department is not None
    assert len(department.report.problems) == len(department.report.measures) == 1
    assert department.report.basis[0].number == "某财绩〔2024〕1号"
    assert [answer.rule for answer in department.answers] == ["EXEC-03"]
    (project,) = department.projects
    assert (project.name, project.department) == ("基本公共卫生服务", "某局'二")
    assert len(project.indicators[0].children[0].children) == 1
    assert [row.name for row in project.funds.sources] == ["当年财政拨款"]


def test_the_report_has_a_place_for_its_date() -> None:
    text = new_department_text("某局", 2024, "本县", Profile())
    assert "\n  日期:  " in text
    assert "2025-03-31" in text, "the report of a year is written in the next"


@pytest.mark.parametrize("name", ["it's", "a: b", "2024", "“甲”", "{{甲", "甲、乙（丙）"])
def test_a_name_is_quoted_where_yaml_needs_it(name: str) -> None:
    assert scaffold(name).department.name == name
