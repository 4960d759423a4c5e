"""Every rule has right and wrong cases, as data files; what it says of the wrong ones is exact."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen import rules  # noqa: F401 - declares the rules
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding, path_text
from reportgen.model.profile import Profile
from reportgen.rules.registry import Subject, declared_rules, run_rules

CASES = Path(__file__).parent / "cases"
DEFAULTS = {"年度": "2023", "部门": {"名称": "某县卫生健康局"}}


def typed(value: Any) -> Any:
    """Read a case as the loader reads a file: every scalar as text, a blank as nothing."""
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return value or None


def cases(kind: str) -> list[Any]:
    found = []
    for file in sorted(CASES.glob("*.yaml")):
        content = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
        found += [
            pytest.param(file.stem, case, id=f"{file.stem} {case['name']}")
            for case in content[kind]
        ]
    return found


def findings_of(code: str, case: dict[str, Any]) -> list[Finding]:
    subject = Subject(
        DepartmentYear.model_validate(DEFAULTS | typed(case["data"])),
        Profile.model_validate(typed(case.get("profile", {}))),
    )
    return run_rules(subject, [declared_rules()[code]])


@pytest.mark.parametrize(("code", "case"), cases("right"))
def test_right_case_is_silent(code: str, case: dict[str, Any]) -> None:
    assert findings_of(code, case) == []


@pytest.mark.parametrize(("code", "case"), cases("wrong"))
def test_wrong_case_is_found(code: str, case: dict[str, Any]) -> None:
    found = findings_of(code, case)
    expected = case["findings"]
    assert [(path_text(each.path), each.say("zh")) for each in found] == [
        (each["at"], each["message"]) for each in expected
    ]
    severity = declared_rules()[code].severity.value
    assert [each.severity.value for each in found] == [
        each.get("severity", severity) for each in expected
    ]
    for each, want in zip(found, expected, strict=True):
        assert each.say("en") == want.get("english", each.say("en"))
        other = None if each.other_path is None else path_text(each.other_path)
        assert other == want.get("other")
        assert each.say_hint("zh")
        assert each.say_hint("en")


def test_every_rule_has_right_and_wrong_cases() -> None:
    covered = {param.values[0] for kind in ("right", "wrong") for param in cases(kind)}
    assert covered == set(declared_rules())


@pytest.mark.parametrize("code", declared_rules())
def test_every_rule_is_documented(code: str) -> None:
    documentation = declared_rules()[code].documentation
    assert [part for part in ("为什么：", "错：", "对：") if part not in documentation] == []
