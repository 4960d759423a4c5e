"""What holds for every part of a department-year: keys, titles, strictness."""

import re
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from reportgen.model.department_year import Department, DepartmentYear
from reportgen.model.fields import field
from reportgen.model.form import FormManifest
from reportgen.model.funds import FundRow
from reportgen.model.profile import Profile
from reportgen.model.record import Record


def parts_of(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from parts_of(inner)


def all_models(*roots: type[Record]) -> list[type[Record]]:
    found: dict[type[Record], None] = {}
    waiting = list(roots)
    while waiting:
        model = waiting.pop()
        if model not in found:
            found[model] = None
            for info in model.model_fields.values():
                waiting += parts_of(info.annotation)
    return list(found)


MODELS = all_models(DepartmentYear, Profile, FormManifest)
CHINESE_KEY = re.compile(r"[\u4e00-\u9fff]+")
LATIN = re.compile(r"[A-Za-z]{3}")
# What a form may name besides the keys of the file.
TAKEN = {"本件", "表单", "口径资料", "意见"}


def misnamed(model: type[Record]) -> list[str]:
    """Return the fields of a model that lack a Chinese key, a title or an English title."""
    return [name for name, info in model.model_fields.items() if not well_named(info)]


def well_named(info: FieldInfo) -> bool:
    extra = info.json_schema_extra
    english = extra.get("english") if isinstance(extra, dict) else None
    key = info.alias or ""
    return (
        CHINESE_KEY.fullmatch(key) is not None
        and info.title == key
        and isinstance(english, str)
        and english.strip() == english != ""
        and LATIN.search(english) is not None
    )


def test_every_part_is_found() -> None:
    assert len(MODELS) > 30
    assert {Department, FundRow} <= set(MODELS)


@pytest.mark.parametrize("model", MODELS)
def test_every_field_has_a_chinese_key_a_title_and_english(model: type[Record]) -> None:
    assert misnamed(model) == []


@pytest.mark.parametrize("model", MODELS)
def test_every_part_has_a_sentence_and_keys_that_differ(model: type[Record]) -> None:
    assert (model.__doc__ or "").strip().endswith(".")
    keys = [info.alias for info in model.model_fields.values()]
    assert len(set(keys)) == len(keys)


def test_a_misnamed_field_would_be_found() -> None:
    class Wrong(Record):
        """A part whose fields are named wrongly, but for the last."""

        plain: str | None = None
        latin: str | None = field("name", "Name")
        nameless: str | None = field("名称", "")
        chinese: str | None = field("编号", "编号")
        right: str | None = field("文号", "Number")

    assert misnamed(Wrong) == ["plain", "latin", "nameless", "chinese"]


def test_no_key_of_a_file_is_one_that_forms_add() -> None:
    assert TAKEN.isdisjoint(info.alias for info in DepartmentYear.model_fields.values())


def test_an_unknown_key_and_an_english_name_are_refused() -> None:
    for key in ("名字", "name"):
        with pytest.raises(ValidationError, match="Extra inputs"):
            FundRow.model_validate({key: "甲"})


def test_a_record_never_changes() -> None:
    row = FundRow.model_validate({"名称": "甲"})
    with pytest.raises(ValidationError, match="frozen"):
        row.name = "乙"
