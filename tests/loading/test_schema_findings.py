"""What the model refuses, told in our words at the right place."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import reportgen.model.fields
from reportgen.loading import schema_findings
from reportgen.loading.department_file import read_model
from reportgen.loading.model_keys import own_fields, parts
from reportgen.loading.schema_findings import EXPLANATIONS
from reportgen.loading.yaml_source import read_yaml
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding, path_text
from reportgen.model.profile import Profile
from reportgen.model.record import Record

HEAD = "年度: 2021\n部门: {名称: 甲}\n"
# What is typed below a good head -> code, line, column, path, words of message and hint.
REFUSED = [
    ("资金: {总数: 1}\n", "DATA-01", 3, 6, "资金.总数", "总数"),
    ("资金: {总数: 1}\n", "DATA-01", 3, 6, "资金.总数", "是否想写“总额”"),
    ("Funds: 1\n", "DATA-01", 3, 1, "Funds", "“资金”"),
    ("self_evaluation: 1\n", "DATA-01", 3, 1, "self_evaluation", "“自评”"),
    ("指标: [{权重: 1}]\n", "DATA-01", 3, 7, "指标[0].权重", "“分值”"),
    ("编制人数: 1\n", "DATA-01", 3, 1, "编制人数", "部门.编制人数"),
    ("到位资金: 1\n", "DATA-01", 3, 1, "到位资金", "最外层"),
    ("zzzzz: 1\n", "DATA-01", 3, 1, "zzzzz", "口径、年度、部门"),
    ("说明:\n  - 位置: 甲\n", "DATA-02", 4, 5, "说明[0].规则", "规则"),
    ("说明: [{规则: }]\n", "DATA-02", 3, 7, "说明[0].规则", "规则"),
    ("资金: 100\n", "DATA-03", 3, 5, "资金", "一组键"),
    ("资金: [甲]\n", "DATA-03", 3, 5, "资金", "列表"),
    ("指标: 甲\n", "DATA-03", 3, 5, "指标", "“- ”"),
    ("指标: {名称: 甲}\n", "DATA-03", 3, 5, "指标", "列表"),
    ("指标: [甲]\n", "DATA-03", 3, 6, "指标[0]", "一组键"),
    ("指标:\n  -\n", "DATA-03", 4, 4, "指标[0]", "空白"),
    ("核对: [[甲]]\n", "DATA-03", 3, 6, "核对[0]", "一段文字"),
    ("报告: {标题: [甲]}\n", "DATA-03", 3, 10, "报告.标题", "一段文字"),
    ("报告: {问题: {甲: 乙}}\n", "DATA-03", 3, 10, "报告.问题", "列表"),
    ("资金: {到位资金: [1]}\n", "DATA-03", 3, 12, "资金.到位资金", "一段文字"),
    ("资金: {到位资金: 约100}\n", "DATA-04", 3, 12, "资金.到位资金", "约100"),
    ("资金: {到位资金: '1,234'}\n", "DATA-04", 3, 12, "资金.到位资金", "1234"),
    ("资金: {到位资金: " + "1" * 29 + "}\n", "DATA-04", 3, 12, "资金.到位资金", "28"),
    ("资金: {到位资金: 1234元}\n", "DATA-05", 3, 12, "资金.到位资金", "0.1234"),
    ("资金: {到位资金: 1.50亿元}\n", "DATA-05", 3, 12, "资金.到位资金", "15000"),
    ("资金: {到位资金: 350.40 万元}\n", "DATA-05", 3, 12, "资金.到位资金", "350.40"),
    ("指标: [{分值: 4分}]\n", "DATA-05", 3, 11, "指标[0].分值", "4"),
    ("评分表: {数据: {未按进度专项数: 1.5}}\n", "DATA-06", 3, 21,
     "评分表.数据.未按进度专项数", "整数"),
    ("评分表: {数据: {满意度: 90}}\n", "DATA-08", 3, 17, "评分表.数据.满意度", "90%"),
    ("报告: {日期: 2024-02-30}\n", "DATA-09", 3, 10, "报告.日期", "2024-02-30"),
    ("指标: [{评定: 部分完成}]\n", "DATA-10", 3, 11, "指标[0].评定", "是否想写“部分达成”"),
    ("指标: [{评定: 部分完成}]\n", "DATA-10", 3, 11, "指标[0].评定", "达成、部分达成、未达成"),
]  # fmt: skip
BARE = [
    ("部门: {名称: 甲}\n", "DATA-02", 1, 1, "年度"),
    ("年度: \n部门: {名称: 甲}\n", "DATA-02", 1, 1, "年度"),
    ("年度: 2021\n部门:\n", "DATA-02", 2, 1, "部门"),
    ("年度: 2021\n部门:\n  编制人数: 3\n", "DATA-02", 2, 1, "部门.名称"),
    ("年度: 21\n部门: {名称: 甲}\n", "DATA-07", 1, 5, "年度"),
    ("年度: 2021年\n部门: {名称: 甲}\n", "DATA-07", 1, 5, "年度"),
]


def told(text: str, model: type[Record] = DepartmentYear) -> tuple[Finding, ...]:
    return read_model(read_yaml("a.yaml", text.encode(), model), model)[1]


@pytest.mark.parametrize("case", REFUSED)
def test_is_refused(case: tuple[str, str, int, int, str, str]) -> None:
    text, code, line, column, path, words = case
    (found,) = told(HEAD + text)
    assert (found.code, path_text(found.path)) == (code, path)
    assert (found.place.line, found.place.column) == (line, column)
    assert words in found.say("zh") + found.say_hint("zh")
    assert found.say("en")
    assert found.say_hint("en")


@pytest.mark.parametrize(("text", "code", "line", "column", "path"), BARE)
def test_the_head_is_refused(text: str, code: str, line: int, column: int, path: str) -> None:
    (found,) = told(text)
    assert (found.code, path_text(found.path)) == (code, path)
    assert (found.place.line, found.place.column) == (line, column)


def test_a_group_whose_keys_stand_outside_is_not_told_as_missing() -> None:
    (found,) = told("年度: 2021\n部门:\n名称: 某局\n")
    assert (found.code, found.place.line) == ("DATA-01", 3)
    assert "部门.名称" in found.say_hint("zh")
    assert [each.code for each in told("年度: 2021\n部门:\n预算数: 1\n")] == ["DATA-02", "DATA-01"]


def test_keys_of_one_group_in_another_are_told_once() -> None:
    found = told(HEAD + "评价:\n  章节: []\n  问题: 甲\n  依据: []\n  没有: 1\n")
    assert [(each.code, each.place.line) for each in found] == [("DATA-01", 4), ("DATA-01", 7)]


def test_every_problem_is_told_at_once() -> None:
    text = "年度: x\n部门: {名称: 甲, 人数: 3}\n资金: {到位资金: 1元, 总额: 5}\n"
    assert [each.code for each in told(text)] == ["DATA-07", "DATA-01", "DATA-05", "DATA-03"]


def test_marks_of_pydantic_are_no_part_of_a_path() -> None:
    data = {"资金": {"来源": ["1"]}}
    location = ("资金", "function-before", "来源", 0, "decimal", 5)
    assert schema_findings._follow(location, data, may_end=False) == (("资金", "来源", 0), "1")


def test_another_model_is_explained_with_its_own_keys() -> None:
    (found,) = told("一级权重: {投入: x}\n", Profile)
    assert (found.code, found.path) == ("DATA-04", ("一级权重", "投入"))
    (found,) = told("一级权重: x\n", Profile)
    assert found.code == "DATA-03"
    (found,) = told("执行率公式: A/B\n", Profile)
    assert "B/A" in found.say_hint("zh")


# -- every type of error has its words --------------------------------------------------------

ODD: tuple[Any, ...] = (
    None, "", "x", "1", "1元", "x%", "2024-02-30", [], {}, [None], ["x"], [[]], [{}], {"x": "1"},
)  # fmt: skip


def test_every_error_the_model_raises_has_an_entry() -> None:
    raised = {kind for part in (*parts(DepartmentYear), *parts(Profile)) for kind in _raised(part)}
    assert raised <= set(EXPLANATIONS)
    assert {"missing", "extra_forbidden", "model_type", "tuple_type", "not_a_figure"} <= raised


def test_every_error_of_ours_has_an_entry() -> None:
    declared = set(_declared_kinds())
    assert "not_a_rate" in declared
    assert declared <= set(EXPLANATIONS)


def test_an_error_without_an_entry_would_be_noticed() -> None:
    without = {kind: words for kind, words in EXPLANATIONS.items() if kind != "tuple_type"}
    assert not {kind for part in parts(DepartmentYear) for kind in _raised(part)} <= set(without)


def _raised(part: type[Record]) -> Iterator[str]:
    for key, odd in itertools.product([*own_fields(part), "没有"], ODD):
        yield from _kinds(part, {key: odd})
    yield from _kinds(part, [])


def _kinds(part: type[Record], data: Any) -> Iterator[str]:
    try:
        part.model_validate(data)
    except ValidationError as error:
        yield from (detail["type"] for detail in error.errors())


def _declared_kinds() -> Iterator[str]:
    source = Path(reportgen.model.fields.__file__).read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            if "kind" in names:
                yield str(node.value.value)
