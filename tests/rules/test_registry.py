"""How rules are declared and run, and what holds for every declared one."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

from reportgen import rules  # noqa: F401 - declares the rules
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding, Severity
from reportgen.model.profile import Profile
from reportgen.rules import registry
from reportgen.rules.registry import Check, Hit, Rule, Subject, declared_rules, rule, run_rules
from reportgen.wording.language import LANGUAGES, Wording
from tests.rules.test_cases import DEFAULTS, cases, findings_of, typed
from tests.typed import at, year

CODE = re.compile(r"(FUND|EXEC|WGT|SCR|IND|SHT|NAR|DOC|ASSERT)-\d\d")
# How many codes the catalogue of DOMAIN.md gives each family; more may have come since.
CATALOGUE = {
    "FUND": 17, "EXEC": 10, "WGT": 7, "SCR": 16, "IND": 19, "SHT": 13, "NAR": 14, "DOC": 15,
}  # fmt: skip
MESSAGE = Wording("应为{computed}，填{stated}", "Should be {computed}, is {stated}")
HINT = Wording("改正{what}", "Correct {what}")
HIT = Hit(("资金", "总额"), "1", "2", {"what": "甲"})


def scratch(check: Check, code: str = "DOC-98") -> Rule:
    return Rule(code, Severity.WARNING, MESSAGE, HINT, True, "", check)  # noqa: FBT003


def always(*hits: Hit) -> Check:
    return lambda _: iter(hits)


def run(*checked: Rule, **severities: str) -> list[Finding]:
    changed = {code.replace("_", "-"): change for code, change in severities.items()}
    subject = Subject(year(), Profile.model_validate({"严重程度": changed}))
    return run_rules(subject, checked)


# -- declaring --------------------------------------------------------------------------------


@pytest.fixture
def declare(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Callable[[Check], Check]]:
    """A way to declare rules of which none is left afterwards."""
    monkeypatch.setattr(registry, "_rules", {})
    return lambda code: rule(code, Severity.INFO, message=MESSAGE, hint=HINT)


def test_a_declared_rule_stays_an_ordinary_function(declare: Any) -> None:
    def sums_agree(_: Subject) -> Iterator[Hit]:
        """合计相符。"""
        yield HIT

    assert declare("FUND-98")(sums_agree) is sums_agree
    (declared,) = declared_rules().values()
    assert (declared.code, declared.documentation) == ("FUND-98", "合计相符。")
    assert (declared.severity, declared.answerable) == (Severity.INFO, True)


def test_a_code_is_never_used_twice(declare: Any) -> None:
    first, second = always(HIT), always()
    declare("FUND-98")(first)
    with pytest.raises(ValueError, match="FUND-98 is taken"):
        declare("FUND-98")(second)
    assert declared_rules()["FUND-98"].check is first


def test_rules_come_in_the_order_of_their_codes(declare: Any) -> None:
    for code in ("WGT-02", "DOC-11", "WGT-01"):
        declare(code)(always())
    assert list(declared_rules()) == ["DOC-11", "WGT-01", "WGT-02"]


def test_the_declared_rules_cannot_be_spoilt_by_their_reader() -> None:
    dict.clear(declared_rules())  # type: ignore[arg-type]
    assert declared_rules()


# -- running ----------------------------------------------------------------------------------


def test_a_hit_becomes_a_finding_at_its_path() -> None:
    (found,) = run(scratch(always(HIT)))
    assert (found.code, found.severity) == ("DOC-98", Severity.WARNING)
    assert (found.path, found.other_path) == (HIT.path, None)
    assert (found.stated, found.computed) == ("1", "2")
    assert (found.say("zh"), found.say_hint("zh")) == ("应为2，填1", "改正甲")
    assert (found.say("en"), found.say_hint("en")) == ("Should be 2, is 1", "Correct 甲")


def test_a_hit_may_name_the_other_place() -> None:
    (found,) = run(scratch(always(Hit((), other=("机构", "单位", 1, "收入")))))
    assert found.other_path == ("机构", "单位", 1, "收入")


def test_the_other_place_may_be_the_top_of_the_file() -> None:
    (found,) = run(scratch(always(Hit(("年度",), other=()))))
    assert found.other_path == ()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("1E+3"), "1000"),
        (Decimal("350.40"), "350.40"),
        (0, "0"),
        ("无", "无"),
        (None, None),
    ],
)
def test_figures_are_shown_as_people_write_them(value: object, shown: str | None) -> None:
    (found,) = run(scratch(always(Hit((), value, value))))
    assert (found.stated, found.computed) == (shown, shown)


@pytest.mark.parametrize(
    ("change", "severity"),
    [
        ("错误", Severity.ERROR),
        ("error", Severity.ERROR),
        ("警告", Severity.WARNING),
        ("info", Severity.INFO),
        ("提示", Severity.INFO),
    ],
)
def test_a_scheme_changes_how_bad_a_breach_is(change: str, severity: Severity) -> None:
    (found,) = run(scratch(always(HIT)), DOC_98=change)
    assert found.severity is severity


@pytest.mark.parametrize("change", ["不查", "off"])
def test_a_scheme_turns_a_rule_off_and_no_other(change: str) -> None:
    asked: list[Subject] = []
    off = scratch(lambda subject: iter(asked.append(subject) or ()))
    other = scratch(always(HIT), "DOC-97")
    assert [found.code for found in run(off, other, DOC_98=change)] == ["DOC-97"]
    assert asked == []


def test_a_hit_may_be_milder_than_its_rule() -> None:
    (found,) = run(scratch(always(Hit((), severity=Severity.INFO))))
    assert found.severity is Severity.INFO


def test_a_milder_hit_never_outdoes_the_scheme() -> None:
    (found,) = run(scratch(always(Hit((), severity=Severity.WARNING))), DOC_98="提示")
    assert found.severity is Severity.INFO


def crash(_: Subject) -> Iterator[Hit]:
    yield HIT
    problem = "没有 {这个键}"
    raise KeyError(problem)


def test_a_rule_that_crashes_is_named_and_the_rest_still_run() -> None:
    found = run(scratch(crash), scratch(always(HIT), "DOC-99"))
    assert [each.code for each in found] == ["RULE-01", "DOC-99"]
    crashed = found[0]
    assert (crashed.severity, crashed.path) == (Severity.ERROR, ())
    for language in LANGUAGES:
        said = crashed.say(language)
        assert "DOC-98" in said
        assert "KeyError" in said
        assert "没有 {这个键}" in said
        assert "(crash:" in said
        assert crashed.say_hint(language)


def test_a_rule_that_crashes_before_its_first_hit_is_told_too() -> None:
    def broken(_: Subject) -> Iterator[Hit]:
        return iter([HIT, 1 / 0])  # type: ignore[list-item]

    assert [each.code for each in run(scratch(broken))] == ["RULE-01"]


def test_only_a_person_or_the_system_stops_the_run() -> None:
    def stopped(_: Subject) -> Iterator[Hit]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(scratch(stopped))


# -- every declared rule ----------------------------------------------------------------------


@pytest.mark.parametrize("code", declared_rules())
def test_a_code_is_a_family_and_two_figures(code: str) -> None:
    assert CODE.fullmatch(code)


@pytest.mark.parametrize("family", CATALOGUE)
def test_the_whole_catalogue_is_declared(family: str) -> None:
    wanted = {f"{family}-{number:02}" for number in range(1, CATALOGUE[family] + 1)}
    assert wanted - set(declared_rules()) == set()


def test_the_catalogue_has_111_codes() -> None:
    assert sum(CATALOGUE.values()) == 111
    assert set(CATALOGUE) | {"ASSERT"} == {code.partition("-")[0] for code in declared_rules()}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("declared", declared_rules().values(), ids=lambda each: each.code)
def test_message_and_hint_say_the_same_in_both_languages(declared: Rule) -> None:
    for words in (declared.message, declared.hint):
        assert words.zh.strip()
        assert words.en.strip()
        assert placeholders(words.zh) == placeholders(words.en)
        assert "" not in placeholders(words.zh)
        assert re.search("[一-鿿]", words.zh) or words.zh == "{remedy}"


@pytest.mark.parametrize(("code", "case"), cases("wrong"))
def test_no_placeholder_is_left_open_and_nothing_is_called_none(
    code: str, case: dict[str, Any]
) -> None:
    for found in findings_of(code, case):
        for language in LANGUAGES:
            said = found.say(language) + found.say_hint(language)
            assert not re.search(r"\{[a-z_]*\}|\bNone\b|Decimal\(|Wording\(|[\d.]E[+-]\d", said)


@pytest.mark.parametrize(("code", "case"), cases("wrong"))
def test_a_finding_stands_where_something_can_be_typed(code: str, case: dict[str, Any]) -> None:
    subject = DepartmentYear.model_validate(DEFAULTS | typed(case["data"]))
    for found in findings_of(code, case):
        at(subject, found.path)
