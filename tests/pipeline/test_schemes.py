"""A profile may change how bad a breach is, and only of rules that exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.loading.profiles import Profiles
from reportgen.model.errors import ProfileError
from reportgen.model.finding import Severity
from reportgen.pipeline.check import CheckedDepartment, check_department
from reportgen.pipeline.schemes import usable_profile

DATA = "口径: 本县\n年度: 2023\n部门: {名称: 某局}\n资金: {总额: {预算数: 100, 执行数: 80}}\n"


@pytest.fixture(autouse=True)
def _workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "profiles").mkdir()
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> None:
    Path(f"profiles/{name}.yaml").write_text(text, "utf-8")


def checked(profile: str) -> CheckedDepartment:
    write("本县", profile)
    Path("a.yaml").write_text(DATA, "utf-8")
    return check_department(Path("a.yaml"), "a.yaml", Profiles())


def severities(profile: str) -> dict[str, Severity]:
    return {each.code: each.severity for each in checked(profile).findings}


def test_without_a_change_a_rule_has_its_own_severity() -> None:
    assert severities("名称: 本县\n")["EXEC-03"] is Severity.WARNING


@pytest.mark.parametrize(
    ("word", "severity"),
    [
        ("错误", Severity.ERROR),
        ("警告", Severity.WARNING),
        ("提示", Severity.INFO),
        ("error", Severity.ERROR),
        ("info", Severity.INFO),
    ],
)
def test_a_profile_changes_a_severity(word: str, severity: Severity) -> None:
    assert severities(f"严重程度: {{EXEC-03: {word}}}\n")["EXEC-03"] is severity


@pytest.mark.parametrize("word", ["不查", "'off'"])
def test_a_profile_takes_a_rule_out(word: str) -> None:
    assert "EXEC-03" not in severities(f"严重程度: {{EXEC-03: {word}}}\n")


def test_changes_are_inherited_one_by_one() -> None:
    write("本市", "严重程度: {EXEC-03: 错误, FUND-09: 不查}\n")
    child = severities("继承: 本市\n严重程度: {FUND-09: 提示}\n")
    assert child["EXEC-03"] is Severity.ERROR


def test_a_code_that_no_rule_has_is_refused_at_its_place() -> None:
    with pytest.raises(ProfileError) as caught:
        checked("名称: 本县\n严重程度:\n  SCR-12: 提示\n  EXEC-2: 错误\n  YAML-01: 不查\n")
    assert [detail.say("zh") for detail in caught.value.details] == [
        (
            "profiles/本县.yaml:4:3: DATA-18 没有规则“EXEC-2”"
            "（是否想写“EXEC-02”？只有规则的级别可以改，编号见 reportgen rules）"
        ),
        (
            "profiles/本县.yaml:5:3: DATA-18 没有规则“YAML-01”"
            "（只有规则的级别可以改，编号见 reportgen rules）"
        ),
    ]
    assert "YAML-01" in caught.value.details[1].say("en")


def test_a_code_wrong_in_what_it_extends_is_refused_there() -> None:
    write("本市", "严重程度: {EXEC-99: 错误}\n")
    with pytest.raises(ProfileError) as caught:
        checked("继承: 本市\n")
    assert caught.value.details[0].say("zh").startswith("profiles/本市.yaml:1:8: DATA-18")


def test_a_word_that_is_no_severity_is_refused_with_the_words_there_are() -> None:
    with pytest.raises(ProfileError) as caught:
        checked("严重程度:\n  FUND-09: 不察\n")
    detail = caught.value.details[0].say("zh")
    assert detail.startswith("profiles/本县.yaml:2:12: DATA-10")
    assert "是否想写“不查”？只能填：错误、警告、提示、不查" in detail


def test_a_plain_off_is_refused_as_yaml_would_change_it() -> None:
    with pytest.raises(ProfileError) as caught:
        checked("严重程度:\n  FUND-09: off\n")
    assert caught.value.details[0].say("zh").startswith("profiles/本县.yaml:2:12: YAML-12")


def test_a_profile_that_is_not_there_is_none() -> None:
    assert usable_profile(Profiles(), "没有") is None


def test_a_page_that_leaves_no_room_is_refused() -> None:
    with pytest.raises(ProfileError) as caught:
        checked("版面: {左边距: 28, 行距: 1}\n")
    assert caught.value.message.say("zh").endswith("行距写的是 1")
