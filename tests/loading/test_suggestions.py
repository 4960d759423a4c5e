"""Did you mean."""

from __future__ import annotations

import pytest

from reportgen.loading import suggestions
from reportgen.loading.model_keys import known_keys
from reportgen.loading.suggestions import home_of, nearest, nearest_key
from reportgen.model.department_year import Department, DepartmentYear
from reportgen.model.funds import FundRow
from reportgen.model.indicators import Indicator
from reportgen.model.record import Record


@pytest.mark.parametrize(
    ("typed", "model", "key"),
    [
        ("编制人员数", Department, "编制人数"),
        ("单位名称", Department, "名称"),
        ("单位名称", DepartmentYear, "部门"),
        ("决算数", FundRow, "执行数"),
        ("三级指标", Indicator, "下级"),
        ("posts", Department, "编制人数"),
        ("Authorised posts", Department, "编制人数"),
        ("accounting units", Department, "独立核算单位数"),
        ("风马牛", Department, None),
        ("名" * 100, Department, None),
    ],
)
def test_the_nearest_key(typed: str, model: type[Record], key: str | None) -> None:
    assert nearest_key(typed, model) == key


def test_the_nearest_choice() -> None:
    assert nearest("部分完成", ("达成", "部分达成")) == "部分达成"
    assert nearest("", ("达成",)) is None


def test_where_a_key_belongs() -> None:
    assert home_of("编制人数", DepartmentYear) == "部门.编制人数"
    assert home_of("预算数", DepartmentYear) == "资金.总额.预算数"
    assert home_of("风马牛", DepartmentYear) is None


def test_synonyms_lead_to_keys_that_exist() -> None:
    names = {name for names in suggestions._SYNONYMS.values() for name in names}
    assert names <= known_keys(DepartmentYear)
