"""The data language as JSON Schema, so that an editor completes keys and explains them."""

from __future__ import annotations

from typing import Any, Final

from pydantic.fields import FieldInfo

from reportgen.loading.model_keys import is_paragraphs, own_fields, parts
from reportgen.model.department_year import DepartmentYear
from reportgen.model.record import Record

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TITLE: Final = "部门年度数据"
_DESCRIPTION: Final = "一个部门一年的全部数据，每个事实只写一次 (one department's year)"
_NULL: Final = {"type": "null"}
_TEXT: Final = {"type": ["string", "number"]}
_ABOUT: Final = ("title", "description", "default", "english", "unit")


def department_schema() -> dict[str, Any]:
    """Return the JSON Schema of a data file, keys and explanations in Chinese."""
    schema = DepartmentYear.model_json_schema(by_alias=True)
    groups = schema["$defs"]
    for part in parts(DepartmentYear):
        group = schema if part is DepartmentYear else groups[part.__name__]
        _describe(group, part)
    return {
        "$schema": DIALECT,
        "title": _TITLE,
        "description": _DESCRIPTION,
        **{name: value for name, value in schema.items() if name not in _ABOUT},
    }


def _describe(group: dict[str, Any], part: type[Record]) -> None:
    """Turn the keywords of one group of fields, in place, into what an editor shows."""
    for name in _ABOUT:
        group.pop(name, None)
    for key, info in own_fields(part).items():
        group["properties"][key] = _property(group["properties"][key], key, info)


def _property(found: dict[str, Any], key: str, info: FieldInfo) -> dict[str, Any]:
    shape = {name: value for name, value in found.items() if name not in _ABOUT}
    shown = {"title": key, "description": _explanation(info)}
    if isinstance(info.default, str):
        shown["default"] = info.default
    if info.is_required():
        return shown | shape
    choices = shape.get("anyOf", [shape])
    choices = [choice for choice in choices if choice != _NULL]
    if is_paragraphs(info):
        choices.append(_TEXT)
    return shown | {"anyOf": [*choices, _NULL]}


def _explanation(info: FieldInfo) -> str:
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    unit = f"单位：{extra['unit']}" if extra.get("unit") else ""
    return "；".join(part for part in (info.description, unit, str(extra["english"])) if part)
