"""Every sentence about refused data is told of some file, in both languages, nothing left open."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from reportgen.loading import schema_words
from reportgen.loading.department_file import read_model
from reportgen.loading.schema_words import SCHEMA_WORDS
from reportgen.loading.yaml_source import read_yaml
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding
from reportgen.model.profile import Profile
from reportgen.wording.language import LANGUAGES, Wording
from tests.workspace import ROOT

# One file a code, and one more where what is told depends on the slip.
SLIPS = [
    ("DATA-01", "资金: {总数: 1}", "没有“总数”这个键", "no key 总数"),
    ("DATA-01", "编制人数: 1", "这个键属于“部门.编制人数”", "belongs to 部门.编制人数"),
    ("DATA-01", "总数: 1", "“最外层”里", "in the top level"),
    ("DATA-02", "说明: [{位置: 甲}]", "缺少必填的“规则”", "规则 is required"),
    ("DATA-03", "资金: 100", "应是一组键", "a group of keys with values; here is a text"),
    ("DATA-03", "指标: 甲", "应是列表", "begin each item with"),
    ("DATA-03", "指标: [~]", "却是空白", "here is nothing"),
    ("DATA-03", "指标: [~]", "要印一个空行，写“- {}”", "for an empty row write “- {}”"),
    ("DATA-03", "报告: {标题: [甲]}", "直接写在冒号后面", "Write it after the colon"),
    ("DATA-03", "核对: [年度 == 2021, ~]", "删去这个“-”", "take its “-” away"),
    ("DATA-03", "核对: [注意: 全角]", "改成全角冒号", "write its “: ” full-width"),
    ("DATA-03", "报告: {标题: { 年度 }}", "'{{ 年度 }}'", "'{{ 年度 }}'"),
    ("DATA-03", "部门: {名称: 甲, 别名: 甲局、乙局}", "[甲局, 乙局]", "[甲局, 乙局] in ASCII"),
    ("DATA-03", "部门: {名称: 甲, 别名: 【甲局，乙局】}", "[甲局, 乙局]", "or begin each item"),
    ("DATA-03", "目标: {完成: [{对应: 1}]}", "写成 [1]", "Write [1]"),
    ("DATA-04", "资金: {到位资金: 约100}", "只填数字，如 1234.56", "leave it blank if"),
    ("DATA-04", "资金: {到位资金: 10。5}", "写成 10.5", "Write 10.5"),
    ("DATA-04", f"资金: {{到位资金: {'1' * 29}}}", "最多 28 位", "at most 28 digits"),
    ("DATA-05", "资金: {到位资金: 5万元}", "只填数字：5（单位", "only: 5 (the unit is 万元)"),
    ("DATA-05", "资金: {到位资金: 5亿元}", "5亿元应写成 50000", "write 50000 for 5亿元"),
    ("DATA-06", "部门: {名称: 甲, 编制人数: 4.5}", "应是整数", "whole number"),
    ("DATA-07", "年度: 二一年", "四位年份", "a year of four digits"),
    ("DATA-08", "评分表: {数据: {满意度: 90}}", "应是百分数", "should be a percentage"),
    ("DATA-08", "评分表: {数据: {满意度: 90}}", "写成 90%", "Write 90%"),
    ("DATA-08", "评分表: {数据: {满意度: 0.9}}", "如 90%", "such as 90%"),
    ("DATA-09", "报告: {日期: 2024-02-30}", "没有这一天：2024-02-30", "no such day as 2024-02-30"),
    ("DATA-10", "指标: [{评定: 完成}]", "不能填“完成”", "one of: 达成、部分达成、未达成"),
]  # fmt: skip

OPEN = re.compile(r"\{\w+\}|None")


def told(text: str) -> Finding:
    head = {"年度": "年度: 2021\n", "部门": "部门: {名称: 甲}\n"}
    given = "".join(line for key, line in head.items() if not text.startswith(key))
    (found,) = read_model(read_yaml("a.yaml", f"{given}{text}\n".encode()), DepartmentYear)[1]
    return found


@pytest.mark.parametrize(("code", "text", "zh", "en"), SLIPS)
def test_a_slip_is_told_in_both_languages(code: str, text: str, zh: str, en: str) -> None:
    found = told(text)
    assert found.code == code
    assert zh in found.say("zh") + found.say_hint("zh")
    assert en in found.say("en") + found.say_hint("en")
    for language in LANGUAGES:
        sentences = (found.say(language), found.say_hint(language))
        assert all(sentences)
        assert not any(OPEN.search(sentence) for sentence in sentences)


def test_a_table_of_names_and_values_is_told_too() -> None:
    source = read_yaml("p.yaml", "一级权重: 30\n".encode(), Profile)
    (found,) = read_model(source, Profile)[1]
    assert "每行一个“名称: 值”" in found.say_hint("zh")
    assert "name: value" in found.say_hint("en")


def test_every_code_is_told() -> None:
    assert {code for code, *_ in SLIPS} == set(SCHEMA_WORDS)


def loose_words() -> Iterator[str]:
    return (name for name, value in vars(schema_words).items() if isinstance(value, Wording))


def imported() -> set[str]:
    """Return the words that the other modules of this floor take from here."""
    return {
        alias.name
        for path in (ROOT / "reportgen/loading").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == schema_words.__name__
        for alias in node.names
    }


@pytest.mark.parametrize("name", list(loose_words()))
def test_every_word_is_used(name: str) -> None:
    assert name in imported()
