"""What is scored together, which total it must come to, and what a sentence calls it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import path_text
from reportgen.model.indicators import Indicator
from reportgen.model.profile import Profile
from reportgen.rules.readings.scorecards import (
    addends,
    all_leaves,
    all_nodes,
    is_scored,
    measured,
    named,
    scorecards,
    scored_fund_rows,
)
from reportgen.rules.registry import Subject
from tests.departments import department
from tests.typed import at, year

SCORED = [{"名称": "甲", "分值": "5", "得分": "4"}]
WEIGHED = [{"名称": "甲", "分值": "5"}]


def subject(common: str = "否", **typed: Any) -> Subject:
    return Subject(year(**typed), Profile.model_validate({"共性评分表": common}))


@pytest.mark.parametrize("seed", range(3))
def test_every_path_leads_to_what_it_names(seed: int) -> None:
    of = DepartmentYear.model_validate(department(seed))
    cards = scorecards(Subject(of, Profile()))
    assert len(cards) == 2 + len(of.projects)
    for card in cards:
        assert at(of, card.tree_path) is card.tree
        assert not card.funds_path or at(of, card.funds_path) is card.funds
        assert at(of, card.verdict_path) == card.verdict or card.verdict.score is None
    placed = [*all_nodes(Subject(of, Profile())), *scored_fund_rows(Subject(of, Profile()))]
    assert all(at(of, path) is node for path, node in placed)
    targets = measured(Subject(of, Profile()))
    assert all(at(of, path) is node for path, node, _, _ in targets)
    assert [path for path, *_ in targets] == [p for p, _ in all_leaves(Subject(of, Profile()))]


@pytest.mark.parametrize(
    ("table", "sheet", "common", "judged"),
    [
        (SCORED, [], "否", "指标"),
        (SCORED, SCORED, "否", "指标"),
        (SCORED, SCORED, "是", "评分表"),
        (SCORED, WEIGHED, "是", "指标"),
        (WEIGHED, SCORED, "否", "评分表"),
        ([], [], "是", "指标"),
    ],
)
def test_the_one_total_of_the_department_belongs_to_one_table(
    table: Any, sheet: Any, common: str, judged: str
) -> None:
    of = subject(common, 指标=table, 评分表={"指标": sheet}, 自评={"得分": "90", "分值": "100"})
    owners = [card.tree_path[0] for card in scorecards(of) if card.verdict.score is not None]
    assert owners == [judged]


def test_a_project_has_a_total_of_its_own() -> None:
    of = subject(自评={"得分": "90"}, 项目=[{"名称": "甲", "自评": {"得分": "80"}}])
    assert [str(card.verdict.score) for card in scorecards(of)] == ["90", "None", "80"]


def test_a_total_stands_in_the_verdict_else_in_the_tree() -> None:
    project = scorecards(subject(项目=[{"名称": "甲", "自评": {"得分": "80"}}]))[2]
    assert path_text(project.place_of_total("得分")) == "项目[0].自评.得分"
    assert path_text(project.place_of_total("分值")) == "项目[0].指标"


def test_points_that_rows_share_are_scored_whole() -> None:
    shared = {"名称": "丙", "分值": "15", "下级": [{"名称": "子"}, {"名称": "丑"}]}
    divided = {"名称": "乙", "分值": "5", "下级": WEIGHED}
    (card, *_) = scorecards(subject(指标=[shared, divided, {"名称": "丁"}]))
    assert [path_text(path) for path, _ in card.wholes] == ["指标[0]", "指标[1].下级[0]"]


def test_a_target_is_inherited_and_compared() -> None:
    rows = [
        {"名称": "甲", "完成": "85%"},
        {"名称": "乙", "目标": "≥3个", "完成": "2个"},
        {"名称": "丙", "完成": "有所提高"},
    ]
    of = subject(指标=[{"目标": "≥80%", "下级": rows}, {"名称": "丁", "完成": "1", "得分": "1"}])
    found = measured(of)
    assert [str(each.target) for each in found] == ["≥80%", "≥3个", "≥80%", "None"]
    assert [each.figures is not None for each in found] == [True, True, False, False]
    assert [each.attainment for each in found] == ["met", "missed", "missed", "unknown"]


def test_what_nobody_scored_is_not_measured() -> None:
    assert measured(subject(指标=[{"名称": "甲", "目标": "≥80%", "完成": "85%"}])) == ()


def test_a_card_says_what_its_rows_earned() -> None:
    (card, *_) = scorecards(subject(指标=SCORED, 资金={"总额": {"得分": "9.5"}}))
    assert card.earned == Decimal("13.5")
    assert [node.name for _, node in card.nodes] == ["甲"]


@pytest.mark.parametrize(("tree", "scored"), [(SCORED, True), (WEIGHED, False), ([], False)])
def test_a_score_anywhere_makes_a_tree_scored(tree: Any, *, scored: bool) -> None:
    of = year(指标=[{"名称": "产出", "下级": tree}])
    assert is_scored(of.indicators) is scored


def test_only_scored_fund_rows_count() -> None:
    of = subject(资金={"总额": {"得分": "0"}, "来源": [{"名称": "甲"}, {"得分": "5"}]})
    assert [path_text(path) for path, _ in scored_fund_rows(of)] == ["资金.总额", "资金.来源[1]"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ({"名称": " 覆盖率： "}, "覆盖率"),
        ({"项目": "人才培养"}, "人才培养"),
        ({"下级": [{"名称": "甲"}, {}, {"名称": "乙"}]}, "甲、乙"),
        ({"分值": "5"}, "（未命名）"),
    ],
)
def test_a_node_is_called_by_its_name_or_what_it_groups(typed: dict[str, Any], name: str) -> None:
    assert named(Indicator.model_validate(typed)) == name


def test_addends_are_listed_with_their_names() -> None:
    parts = [("产出指标", Decimal("50.0")), ("其他", None), ("效益指标", Decimal(30))]
    assert addends(parts) == "产出指标50 + 效益指标30"
    assert addends([("甲", Decimal(1))] * 12).count("甲1") == 12
    assert addends([("甲", Decimal(1))] * 13).endswith("甲1 + …")
    assert addends([]) == ""
