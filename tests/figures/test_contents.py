"""What a department-year holds, found in one walk."""

from __future__ import annotations

import dataclasses
import random
from decimal import Decimal
from typing import Any

import pytest

from reportgen.figures.contents import (
    Contents,
    Held,
    attributes_of,
    contents,
    keys_of,
    reworded,
)
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, path_text
from reportgen.model.funds import FundRow
from tests.departments import department
from tests.filled import filled
from tests.typed import at

YEAR = DepartmentYear.model_validate(
    {
        "年度": "2024",
        "部门": {"名称": "某局", "别名": ["甲局", "乙局"], "实有人数": None},
        "资金": {"总额": {"预算数": "0", "执行率": "90%"}, "来源": [{"名称": "拨款"}, {}]},
        "指标": [{"名称": "产出", "下级": [{"目标": "≥3个"}]}],
        "报告": {"日期": "2025-02-20"},
        "机构": {},
    }
)


def shown(held: list[Held]) -> list[tuple[str, str]]:
    return [(path_text(path), str(value)) for path, value, _ in held]


def everything(found: Contents) -> list[Held]:
    return [*found.words, *found.figures, *found.dates]


def test_every_filled_value_is_there_in_order_with_its_path() -> None:
    found = contents(YEAR)
    assert shown(found.words) == [
        ("口径", "national-2020"),
        ("部门.名称", "某局"),
        ("部门.别名[0]", "甲局"),
        ("部门.别名[1]", "乙局"),
        ("资金.来源[0].名称", "拨款"),
        ("指标[0].名称", "产出"),
        ("指标[0].下级[0].目标", "≥3个"),
    ]
    assert shown(found.figures) == [
        ("年度", "2024"),
        ("资金.总额.预算数", "0"),
        ("资金.总额.执行率", "90%"),
    ]
    assert shown(found.dates) == [("报告.日期", "2025年2月20日")]


def test_a_value_knows_the_record_it_stands_in() -> None:
    found = contents(YEAR)
    number = next(number for _, value, number in found.figures if value == Decimal(0))
    assert found.records[number][1] is YEAR.funds.total


def test_records_are_there_but_groups_of_blanks_are_not() -> None:
    paths = [path_text(path) for path, _ in contents(YEAR).records]
    assert paths[0] == ""
    assert "资金.来源[1]" in paths
    assert "机构" not in paths
    assert "自评" not in paths


def test_every_attribute_has_its_key() -> None:
    assert keys_of(FundRow)["budget"] == "预算数"
    assert attributes_of(FundRow)["预算数"] == "budget"
    assert attributes_of(str) == {}


def typed_values(data: Any, path: DataPath = ()) -> dict[DataPath, str]:
    """Return every typed scalar by its path, blanks left out."""
    if isinstance(data, dict | list):
        items = data.items() if isinstance(data, dict) else enumerate(data)
        parts = (typed_values(item, (*path, step)) for step, item in items)
        return {place: value for part in parts for place, value in part.items()}
    return {} if data is None else {path: data}


@pytest.mark.parametrize("seed", range(3))
def test_everything_typed_is_held_once_where_it_was_typed(seed: int) -> None:
    typed = department(seed)
    paths = [path for path, _, _ in everything(contents(DepartmentYear.model_validate(typed)))]
    assert set(paths) == {("口径",), *typed_values(typed)}
    assert len(set(paths)) == len(paths)


def test_every_path_leads_to_what_it_names() -> None:
    full = DepartmentYear.model_validate(filled(lambda key: f"{key}。"))
    held = contents(full)
    assert all(at(full, path) is value for path, value, _ in everything(held))
    assert all(
        at(full, path[:-1]) is held.records[number][1]
        for path, _, number in everything(held)
        if isinstance(path[-1], str)
    )
    assert all(at(full, path) is record for path, record in held.records)


def test_words_are_replaced_by_their_paths_and_the_rest_is_shared() -> None:
    changed = reworded(YEAR, {("部门", "别名", 1): "丙局", ("指标", 0, "下级", 0, "名称"): "数"})
    assert changed.department.aliases == ("甲局", "丙局")
    assert changed.indicators[0].children[0].name == "数"
    assert changed.funds is YEAR.funds
    assert YEAR.department.aliases == ("甲局", "乙局")
    assert reworded(YEAR, {}) is YEAR


@pytest.mark.parametrize("seed", range(6))
def test_what_a_reworded_year_holds_is_what_a_walk_finds(seed: int) -> None:
    typed = DepartmentYear.model_validate(department(seed))
    drawn = random.Random(seed)  # noqa: S311 - not for secrets
    held = contents(typed)
    chosen = drawn.sample(held.words, min(len(held.words), 12)) + held.dates[:1]
    words = {
        path: f"{value}改" if isinstance(value, str) else dataclasses.replace(value, text="改")
        for path, value, _ in chosen
    }
    changed = reworded(typed, words)
    told = contents(changed)
    contents(typed)  # so that the next answer is worked out, not kept
    walked = contents(changed)
    assert told is not walked
    assert told[:3] == walked[:3]
    assert all(at(changed, path) == value for path, value in words.items())
    assert len(told.records) == len(walked.records)
    for (path, record), (same, found) in zip(told.records, walked.records, strict=True):
        assert path == same
        assert record is found
