"""A refused value knows what it is called, what was typed, and in which unit."""

from __future__ import annotations

from typing import Any

import pytest

from reportgen.loading.places import Places
from reportgen.loading.refused_value import RefusedValue
from reportgen.loading.schema_words import TOP
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath


def refused(path: DataPath, value: Any) -> RefusedValue:
    return RefusedValue(path, value, DepartmentYear, Places("a.yaml"))


@pytest.mark.parametrize(
    ("path", "value", "key", "typed", "unit"),
    [
        (("资金", "到位资金"), "5元", "到位资金", "5元", "万元"),
        (("资金", "来源", 0), None, "来源", "", ""),
        ((), "甲" * 50, TOP, "甲" * 40 + "…", ""),
    ],
)
def test_what_it_is_called(path: DataPath, value: Any, key: object, typed: str, unit: str) -> None:
    found = refused(path, value)
    assert (found.key, found.typed, found.unit) == (key, typed, unit)


def test_its_finding_says_what_was_typed() -> None:
    found = refused(("资金", "到位资金"), "5元").finding("DATA-04", advice="")
    assert (found.code, found.path, found.stated) == ("DATA-04", ("资金", "到位资金"), "5元")
    assert "到位资金" in found.say("zh")
    assert "5元" in found.say("en")
