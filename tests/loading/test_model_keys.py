"""What the model knows about a path."""

from __future__ import annotations

import pytest

from reportgen.loading.model_keys import (
    field_at,
    known_keys,
    literals_in,
    model_at,
    parts,
    takes_text,
    vocabulary,
)
from reportgen.model.department_year import Department, DepartmentYear
from reportgen.model.finding import DataPath
from reportgen.model.form import FormManifest
from reportgen.model.funds import FundRow
from reportgen.model.indicators import Indicator
from reportgen.model.profile import Profile


def test_keys_and_parts_are_those_of_the_whole_tree() -> None:
    assert {"年度", "编制人数", "下级", "收函单位"} <= known_keys(DepartmentYear)
    assert "满分" not in known_keys(DepartmentYear)
    assert parts(DepartmentYear)[:2] == (DepartmentYear, Department)
    assert len(set(parts(DepartmentYear))) == len(parts(DepartmentYear))


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ((), DepartmentYear),
        (("部门",), Department),
        (("资金", "来源", 3), FundRow),
        (("指标", 0, "下级", 1), Indicator),
        (("年度",), None),
        (("没有", "这个"), None),
        (("年度", 0), None),
    ],
)
def test_the_group_at_a_path(path: DataPath, model: type | None) -> None:
    assert model_at(DepartmentYear, path) is model


@pytest.mark.parametrize(
    ("path", "takes"),
    [
        (("部门", "名称"), True),
        (("部门", "职能"), True),
        (("部门", "职能", 0), True),
        (("部门", "主要工作", 0), True),
        (("部门", "主要工作"), False),
        (("部门",), False),
        (("资金", "来源"), False),
        (("资金", "来源", 0), False),
        (("没有",), False),
        ((), False),
    ],
)
def test_where_a_text_may_stand(path: DataPath, *, takes: bool) -> None:
    assert takes_text(DepartmentYear, path) is takes


def test_tables_of_names_and_values_are_followed() -> None:
    assert field_at(Profile, ("一级权重",)) is not None
    assert model_at(Profile, ("一级权重", "投入")) is None
    assert not takes_text(Profile, ("一级权重",))


def test_data_of_a_blank_form_are_known_as_those_of_a_file() -> None:
    assert known_keys(DepartmentYear) < known_keys(FormManifest)
    for path in (("空表",), ("变体空表", "某口径")):
        assert model_at(FormManifest, path) is DepartmentYear
        assert takes_text(FormManifest, (*path, "部门", "名称"))
        assert not takes_text(FormManifest, (*path, "指标"))


def test_the_words_of_a_model_are_told_by_what_they_hold() -> None:
    words = vocabulary(DepartmentYear)
    assert {"部门", "资金", "指标", "其他预算"} <= words.groups
    # 目标 is a group of goals at the top, and a text of an indicator.
    assert not {"名称", "目标", "正文", "职能"} & words.groups
    assert "部门" in words.top
    assert "编制人数" in words.known - words.top


def test_choices_are_listed() -> None:
    info = field_at(DepartmentYear, ("指标", 0, "评定"))
    assert info is not None
    assert tuple(literals_in(info.annotation)) == ("达成", "部分达成", "未达成")
