"""What rules walk over: everything of its kind, and each path leads to the very thing it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from reportgen.figures.contents import contents
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, path_text
from reportgen.model.funds import Funds
from reportgen.model.indicators import Indicator
from reportgen.rules.readings import walks
from reportgen.rules.readings.walks import leaves, nodes
from tests.departments import department
from tests.typed import at, year

Walk = Callable[[DepartmentYear], Iterable[tuple[DataPath, Any]]]


def all_nodes(of: DepartmentYear) -> list[tuple[DataPath, Indicator]]:
    return [placed for path, tree in walks.indicator_trees(of) for placed in nodes(path, tree)]


WALKS: tuple[Walk, ...] = (
    walks.funds_blocks,
    walks.all_fund_rows,
    walks.unit_rows,
    walks.indicator_trees,
    all_nodes,
)
TREE = year(指标=[{"名称": "产出", "下级": [{"名称": "数量"}, {"名称": "质量"}]}, {"名称": "效益"}])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_a_path_leads_to_what_it_names(walk: Walk, seed: int) -> None:
    of = DepartmentYear.model_validate(department(seed))
    walked = list(walk(of))
    assert walked
    assert all(at(of, path) is part for path, part in walked)
    assert len({path for path, _ in walked}) == len(walked)


@pytest.mark.parametrize("seed", range(3))
def test_no_indicator_is_passed_over(seed: int) -> None:
    of = DepartmentYear.model_validate(department(seed))
    held = {path for path, record in contents(of).records if isinstance(record, Indicator)}
    assert {path for path, _ in all_nodes(of)} == held


def test_a_branch_comes_before_its_children() -> None:
    walked = [(path_text(path), node.name) for path, node in nodes(("指标",), TREE.indicators)]
    assert walked == [
        ("指标[0]", "产出"),
        ("指标[0].下级[0]", "数量"),
        ("指标[0].下级[1]", "质量"),
        ("指标[1]", "效益"),
    ]


def test_leaves_are_what_has_no_children() -> None:
    walked = [node.name for _, node in leaves(("指标",), TREE.indicators)]
    assert walked == ["数量", "质量", "效益"]


def test_a_funds_table_is_walked_whole() -> None:
    row = [{"名称": "甲"}]
    funds = Funds.model_validate({"来源": row * 2, "结构": row, "功能分类": row})
    assert [path_text(path) for path, _ in walks.fund_rows(("资金",), funds)] == [
        "资金.总额",
        "资金.来源[0]",
        "资金.来源[1]",
        "资金.结构[0]",
        "资金.功能分类[0]",
    ]


def test_an_empty_file_has_its_totals_and_nothing_else() -> None:
    empty = year()
    assert [path for path, _ in walks.all_fund_rows(empty)] == [("资金", "总额")]
    assert [path for path, _ in walks.unit_rows(empty)] == [("机构", "汇总")]
    assert all_nodes(empty) == []


def test_an_indicator_takes_family_and_target_from_the_branches_above() -> None:
    tree = [
        {"名称": "产出", "目标": "100%", "下级": [{"名称": "甲"}, {"名称": "乙", "目标": "≥3个"}]},
        {"下级": [{"名称": "丙"}]},
    ]
    found = walks.outline(("指标",), year(指标=tree).indicators).leaves
    assert [(path_text(path), family, str(target)) for path, _, family, target in found] == [
        ("指标[0].下级[0]", "产出", "100%"),
        ("指标[0].下级[1]", "产出", "≥3个"),
        ("指标[1].下级[0]", "", "None"),
    ]


@pytest.mark.parametrize("seed", range(3))
def test_the_outline_holds_every_indicator_of_every_tree(seed: int) -> None:
    of = DepartmentYear.model_validate(department(seed))
    found = [leaf[:2] for outline in walks.outlines(of).values() for leaf in outline.leaves]
    assert [path for path, _ in found] == [
        path for tree, nodes_of in walks.indicator_trees(of) for path, _ in leaves(tree, nodes_of)
    ]
    assert all(at(of, path) is node for path, node in found)
