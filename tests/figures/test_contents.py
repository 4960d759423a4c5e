"""Everything a file holds is found once, where it was typed."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.figures.contents import contents, keys_of
from reportgen.figures.facts import fields_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import path_text
from reportgen.model.funds import FundRow
from reportgen.model.record import Record
from tests.departments import department
from tests.filled import filled
from tests.typed import at, year


def typed_values(data: Any, path: tuple[str | int, ...] = ()) -> dict[tuple[str | int, ...], str]:
    """Return every typed scalar by its path, blanks left out."""
    if isinstance(data, dict | list):
        items = data.items() if isinstance(data, dict) else enumerate(data)
        parts = (typed_values(item, (*path, step)) for step, item in items)
        return {place: value for part in parts for place, value in part.items()}
    return {} if data is None else {path: data}


def test_only_what_is_filled_is_held() -> None:
    held = contents(year(资金={"到位资金": "0", "来源": [{"名称": None}, {"预算数": "350.40"}]}))
    assert [(path_text(each.path), str(each.value)) for each in held.values] == [
        ("口径", "national-2020"),
        ("年度", "2023"),
        ("部门.名称", "某局"),
        ("资金.来源[1].预算数", "350.40"),
        ("资金.到位资金", "0"),
    ]


@pytest.mark.parametrize("seed", range(3))
def test_everything_typed_is_held_once_where_it_was_typed(seed: int) -> None:
    typed = department(seed)
    held = contents(DepartmentYear.model_validate(typed)).values
    found = {each.path: str(each.value) for each in held if each.path != ("口径",)}
    assert len(held) == len(found) + 1
    wanted = typed_values(typed)
    # Only a paragraph of several lines is split, and only a date is held in another form.
    assert {path for path in wanted if path not in found} == set()
    for path, text in wanted.items():
        assert found[path] == text or path[-1] in DATES, path


DATES = ("日期", "填报日期", "反馈期限")


def test_no_field_of_the_model_is_forgotten() -> None:
    full = DepartmentYear.model_validate(filled(lambda key: f"{key}。"))
    held = contents(full)
    assert {type(record) for _, record in held.records} == {
        part for part in every_record(full) if part.__name__ != "Answer"
    }
    assert all(at(full, path) is record for path, record in held.records)
    assert all(at(full, each.path) is each.value for each in held.values)


def every_record(record: Record) -> set[type[Record]]:
    found: set[type[Record]] = set()
    waiting: list[type[Record]] = [type(record)]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [inner for *_, inner in fields_of(model) if inner is not None]
    return found


def test_a_value_knows_the_record_it_stands_in() -> None:
    typed = year(资金={"来源": [{"名称": "财政拨款"}]}, 部门={"名称": "某局", "主要工作": ["甲"]})
    owners = {each.path: each.owner for each in contents(typed).values}
    assert owners["资金", "来源", 0, "名称"] is typed.funds.sources[0]
    assert owners["部门", "主要工作", 0] is typed.department


def test_records_begin_with_the_record_itself_and_leave_untyped_groups_out() -> None:
    typed = year(资金={"来源": [{}]})
    paths = [path_text(path) for path, _ in contents(typed).records]
    assert paths == ["", "部门", "资金", "资金.来源[0]"]
    assert contents(typed).records[0][1] is typed


def test_keys_are_those_people_type() -> None:
    assert keys_of(FundRow)["executed"] == "执行数"
