"""One file through every check, in one order."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from reportgen.loading.profiles import Profiles
from reportgen.model.errors import ProfileError
from reportgen.model.finding import Finding, Severity
from reportgen.pipeline.check import CheckedDepartment, check_department
from tests.workspace import DEPARTMENT, PROFILE, write_tree

FUNDS = "资金: {总额: {预算数: 100, 执行数: 80, 执行率: 95%}}\n"


@pytest.fixture(autouse=True)
def _workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_tree(tmp_path, {"profiles/本县.yaml": PROFILE})


def check(text: str | bytes) -> CheckedDepartment:
    write_tree(Path(), {"a.yaml": text})
    return check_department(Path("a.yaml"), "data/a.yaml", Profiles())


def test_a_clean_file_can_be_printed() -> None:
    checked = check(DEPARTMENT)
    assert (checked.file, checked.findings, checked.has_errors) == ("data/a.yaml", (), False)
    assert checked.sha256 == hashlib.sha256(DEPARTMENT.encode()).hexdigest()
    assert checked.department_year is not None
    assert checked.profile is not None


def test_errors_of_rules_stop_no_printing() -> None:
    checked = check(DEPARTMENT + FUNDS)
    assert checked.has_errors
    assert checked.department_year is not None
    assert list(checked.findings) == sorted(checked.findings, key=Finding.order)


def test_an_answered_error_stands_no_longer() -> None:
    write_tree(Path(), {"profiles/本县.yaml": "严重程度: {EXEC-03: 错误}\n"})
    low = DEPARTMENT + "资金: {总额: {预算数: 100, 执行数: 80}}\n"
    (error,) = (each for each in check(low).findings if each.severity is Severity.ERROR)
    place = "/".join(map(str, error.path))
    checked = check(f"{low}说明: [{{规则: EXEC-03, 位置: {place}, 理由: 跨年实施}}]\n")
    assert "跨年实施" in [each.reason for each in checked.findings]
    assert not checked.has_errors


def test_rules_read_the_text_that_forms_print() -> None:
    checked = check(DEPARTMENT + "报告: {标题: '{{ 年度 }}年{{ 部门.名称 }}报告'}\n")
    assert checked.department_year is not None
    assert checked.department_year.report.title == "2024年某县卫生健康局报告"


def test_a_citation_that_fails_stops_the_printing() -> None:
    checked = check(DEPARTMENT + "报告:\n  标题: '{{ 部门.名字 }}报告'\n")
    (finding,) = (each for each in checked.findings if each.code == "DATA-11")
    assert (finding.place.line, finding.path) == (5, ("报告", "标题"))
    assert checked.department_year is None
    assert checked.has_errors


def test_what_is_found_has_its_places_in_their_order() -> None:
    sources = "资金:\n  来源: [{名称: 财政拨款, 预算数: 1, 执行数: 1}]\n"
    structure = "  结构: [{名称: 基本支出, 预算数: 9, 执行数: 9}]\n"
    checked = check(DEPARTMENT + sources + structure + "说明:\n- {规则: WGT-99, 理由: 甲}\n")
    lines = [each.place.line for each in checked.findings]
    assert lines == sorted(lines)
    assert {each.code for each in checked.unplaced} == {each.code for each in checked.findings}
    two = next(each for each in checked.findings if each.code == "FUND-03")
    assert two.other is not None
    assert {two.place.text, two.other.text} == {
        "  来源: [{名称: 财政拨款, 预算数: 1, 执行数: 1}]",
        "  结构: [{名称: 基本支出, 预算数: 9, 执行数: 9}]",
    }
    note = checked.findings[-1]
    assert (note.code, note.place.text) == ("NOTE-01", "- {规则: WGT-99, 理由: 甲}")
    assert {each.place.file for each in checked.findings} == {"data/a.yaml"}


def test_what_is_wrong_with_an_answer_is_told_at_its_entry() -> None:
    answers = "说明:\n- 规则: 权重一\n  理由: 甲\n- {理由: 见权重.二, 规则: 权重.二}\n"
    found = check(DEPARTMENT + answers).findings
    notes = [(each.place.line, each.place.column) for each in found if each.code == "NOTE-01"]
    assert notes == [(5, 3), (7, 3)]


def test_no_rule_speaks_of_a_citation_that_failed() -> None:
    row = DEPARTMENT + "指标: [{名称: 建档率, 分值: 100, 目标: ≥90%, 完成: '年', 得分: 100}]\n"
    assert "IND-01" in {each.code for each in check(row).findings}
    told = {each.code for each in check(row.replace("'年'", "'{{ 年 }}'")).findings}
    assert "DATA-11" in told
    assert "IND-01" not in told


@pytest.mark.parametrize("text", [b"", "年度: [\n", "年度: 2024\n", b"\xff\xfe\x00"])
def test_what_cannot_be_read_is_findings(text: str | bytes) -> None:
    checked = check(text)
    assert checked.findings
    assert checked.has_errors
    assert (checked.department_year, checked.profile) == (None, None)
    assert all((each.place.line, each.place.column) >= (1, 1) for each in checked.findings)


def test_a_file_that_is_gone_is_a_finding() -> None:
    checked = check_department(Path("gone.yaml"), "gone.yaml", Profiles())
    assert [each.code for each in checked.findings] == ["YAML-23"]


def test_an_unknown_profile_is_a_finding_with_the_nearest() -> None:
    (finding,) = check(DEPARTMENT.replace("本县", "本具")).findings
    assert (finding.code, finding.severity, finding.stated) == ("DATA-17", Severity.ERROR, "本具")
    assert (finding.place.line, finding.place.column, finding.path) == (1, 5, ("口径",))
    assert finding.say_hint("zh").startswith("是否想写“本县”？可用的口径：")
    assert finding.say("en") == 'There is no profile "本具"'


def test_a_profile_that_cannot_be_used_stops_the_run() -> None:
    write_tree(Path(), {"profiles/本县.yaml": "满分: 一百\n"})
    with pytest.raises(ProfileError):
        check(DEPARTMENT)
