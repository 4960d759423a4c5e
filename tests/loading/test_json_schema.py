"""The schema that editors read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reportgen.loading.json_schema import DIALECT, department_schema
from reportgen.loading.model_keys import own_fields, parts
from reportgen.model.department_year import DepartmentYear


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return department_schema()


def test_names_its_dialect_and_no_address(schema: dict[str, Any]) -> None:
    assert schema["$schema"] == DIALECT
    assert "$id" not in schema
    assert json.loads(json.dumps(schema)) == schema


def test_every_group_knows_only_its_chinese_keys(schema: dict[str, Any]) -> None:
    groups = {"DepartmentYear": schema} | schema["$defs"]
    for part in parts(DepartmentYear):
        group = groups[part.__name__]
        assert group["additionalProperties"] is False
        assert list(group["properties"]) == list(own_fields(part))
    assert len(groups) == len(parts(DepartmentYear))


def test_every_key_is_explained(schema: dict[str, Any]) -> None:
    received = schema["$defs"]["Funds"]["properties"]["到位资金"]
    assert received["title"] == "到位资金"
    assert received["description"] == "单位：万元；Funds received"
    assert {"number", "string"} == set(received["anyOf"][0]["type"])
    assert schema["required"] == ["年度", "部门"]
    assert schema["properties"]["口径"]["default"] == "national-2020"
    for part in parts(DepartmentYear):
        group = schema if part is DepartmentYear else schema["$defs"][part.__name__]
        assert all({"title", "description"} <= set(each) for each in group["properties"].values())


def test_what_may_be_blank_may_be_blank(schema: dict[str, Any]) -> None:
    properties = schema["properties"]
    assert {"type": "null"} in properties["资金"]["anyOf"]
    assert {"type": "null"} in properties["指标"]["anyOf"]
    assert "anyOf" not in properties["部门"]


def test_paragraphs_may_be_one_text(schema: dict[str, Any]) -> None:
    duties = schema["$defs"]["Department"]["properties"]["职能"]["anyOf"]
    assert {"type": ["string", "number"]} in duties
    assert any(choice.get("type") == "array" for choice in duties)
