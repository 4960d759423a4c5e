"""Indicators as rules read them: with family and target, blank rows left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import path_text
from reportgen.rules.readings.indicator_rows import (
    IndicatorRow,
    indicator_rows,
    indicator_tables,
    paired_rows,
    reported_rows,
)
from tests.departments import department
from tests.typed import at, year

PLAIN = [{"名称": "覆盖率：", "目标": "≥80%", "分值": "5", "得分": "4"}]
TREE = [
    {
        "名称": "产出指标",
        "下级": [
            {"目标": "100%", "下级": [{"名称": "甲"}, {"名称": "乙", "目标": "≥3个"}]},
            {"名称": "时效指标", "下级": [{"名称": "丙", "得分": "3"}, {}]},
        ],
    },
    {"名称": "丁"},
]


def rows(tree: list[dict[str, object]]) -> tuple[IndicatorRow, ...]:
    return indicator_tables(year(指标=tree))[0].rows


def test_a_row_has_the_nearest_named_family_and_the_nearest_target() -> None:
    found = [
        (path_text(row.path), row.name, row.family, str(row.target or "")) for row in rows(TREE)
    ]
    assert found == [
        ("指标[0].下级[0].下级[0]", "甲", "产出指标", "100%"),
        ("指标[0].下级[0].下级[1]", "乙", "产出指标", "≥3个"),
        ("指标[0].下级[1].下级[0]", "丙", "时效指标", ""),
        ("指标[1]", "丁", "", ""),
    ]


@pytest.mark.parametrize("seed", range(3))
def test_a_path_leads_to_the_row_it_names(seed: int) -> None:
    of = DepartmentYear.model_validate(department(seed))
    found = [row for table in indicator_tables(of) for row in table.rows]
    assert found
    assert all(at(of, row.path) is row.node for row in found)
    nodes = [placed for table in indicator_tables(of) for placed in table.nodes]
    assert all(at(of, path) is node for path, node in nodes)
    assert {path for path, _ in nodes} > {row.path for row in found}


def test_projects_have_tables_and_the_scoring_sheet_has_none() -> None:
    of = year(项目=[{"名称": "甲", "指标": PLAIN}], 评分表={"指标": PLAIN})
    tables = indicator_tables(of)
    assert [path_text(table.path) for table in tables] == ["指标", "项目[0].指标"]
    assert [len(table.rows) for table in tables] == [0, 1]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ({"名称": " 覆盖率： "}, "覆盖率"),
        ({"目标": "控制成本；"}, "控制成本"),
        ({"标准": "按计划"}, ""),
    ],
)
def test_a_row_without_a_name_is_called_by_its_target(typed: dict[str, str], name: str) -> None:
    assert rows([typed])[0].name == name


@pytest.mark.parametrize(
    ("typed", "points"),
    [({"分值": "5", "得分": "4"}, 5), ({"得分": "4"}, 4), ({"分值": "0", "得分": "4"}, 0),
     ({}, None)],
)  # fmt: skip
def test_the_points_at_stake(typed: dict[str, str], points: int | None) -> None:
    (row,) = rows([{"名称": "甲"} | typed])
    assert row.points == (None if points is None else Decimal(points))


def test_a_goal_table_reports_nothing_yet() -> None:
    goals, scored, reported, names = (
        indicator_tables(year(指标=[{"名称": "甲"} | typed]))[0]
        for typed in ({"目标": "≥1"}, {"目标": "≥1", "得分": "0"}, {"完成": "1"}, {})
    )
    assert [each.is_goal_table for each in (goals, scored, reported, names)] == [
        True, False, False, True,
    ]  # fmt: skip
    assert [each.has_targets for each in (goals, scored, reported, names)] == [
        True, True, False, False,
    ]  # fmt: skip


def test_a_target_stands_beside_the_actual_that_it_asks_for() -> None:
    table = [
        {"名称": "甲", "目标": "≥80%；≥3个", "完成": "85%；4个"},
        {"名称": "乙", "目标": "逐步提高", "完成": "有所提高"},
        {"名称": "丙", "目标": "≥80%"},
    ]
    of = year(指标=table, 项目=[{"名称": "丁", "指标": [{"目标": "≥1家", "完成": "1家"}]}])
    assert [row.name for row in indicator_rows(of)] == ["甲", "乙", "丙", "≥1家"]
    assert [row.name for row, _, _ in reported_rows(of)] == ["甲", "乙", "≥1家"]
    figures = [(row.name, str(one.number), str(two.number)) for row, one, two in paired_rows(of)]
    assert figures == [("甲", "80", "85"), ("甲", "3", "4"), ("≥1家", "1", "1")]
