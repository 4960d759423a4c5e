"""Keys that need a second look: refused, given twice, or parts of a figure that braces cut."""

from __future__ import annotations

import pytest

from reportgen.loading.group_keys import GroupKeys
from reportgen.loading.places import NO_SPOTS, Places, Spot
from reportgen.loading.scalar_checks import ScalarChecks, Written
from reportgen.loading.text_findings import TextFindings
from reportgen.loading.yaml_source import read_yaml
from reportgen.model.department_year import DepartmentYear


def keys(text: str, spots: dict[str | int, Spot]) -> tuple[GroupKeys, TextFindings]:
    findings = TextFindings(Places("a.yaml", text))
    checks = ScalarChecks(text, DepartmentYear, findings)
    return GroupKeys(("资金",), spots, checks, findings, in_brackets=True), findings


def test_an_unknown_key_stands() -> None:
    taker, findings = keys("{甲: 1}", {})
    assert taker.take(Written("甲", 1, 2), "", quoted=False) == ("甲", True)
    assert findings.all() == ()


@pytest.mark.parametrize("key", ["", "~", "<<"])
def test_what_is_no_key_is_not_kept(key: str) -> None:
    taker, findings = keys("{ : 1}", {})
    assert taker.take(Written(key, 1, 2), "", quoted=False)[1] is False
    assert len(findings.all()) == 1


def test_a_quoted_key_may_be_empty() -> None:
    taker, findings = keys('{"": 1}', {})
    assert taker.take(Written("", 1, 3), "", quoted=True) == ("", True)
    assert findings.all() == ()


def test_a_key_given_twice_names_the_first() -> None:
    taker, findings = keys("{甲: 1,\n甲: 2}", {"甲": (4, 1, NO_SPOTS)})
    assert taker.take(Written("甲", 8, 9), "甲", quoted=False) == ("甲", True)
    (found,) = findings.all()
    assert (found.code, found.place.line, found.arguments["first"]) == ("YAML-13", 2, 1)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("{预算数: 1,234, 执行数: 2}", ["1,234"]),
        ("{预算数: 1,234.56}", ["1,234.56"]),
        ("{预算数: 1,234,567.89, 执行数: 2}", ["1,234,567.89"]),
        ("{预算数: 1,234, 执行数: 12,345}", ["1,234", "12,345"]),
        ("{预算数: 1, 234: 2}", ["1"]),
    ],
)
def test_a_figure_cut_by_braces_is_told_once(text: str, typed: list[str]) -> None:
    found = read_yaml("a.yaml", f"年度: 2021\n资金: {text}\n".encode()).findings
    assert [each.code for each in found] == ["YAML-10"] * len(typed)
    assert [each.arguments["typed"] for each in found] == typed
    assert found[0].path == ("资金", "预算数")


@pytest.mark.parametrize(
    "text",
    [
        "{预算数: 1, 23: 2}",
        "{预算数: 1234, 567: 2}",
        "{预算数: '1', 234: 2}",
        "{预算数: , 234: 2}",
        "{甲: 乙, 234, 567}",
        "{甲: 乙, 234: 丙, 567}",
    ],
)
def test_other_keys_of_digits_are_no_part_of_a_figure(text: str) -> None:
    assert read_yaml("a.yaml", f"年度: 2021\n资金: {text}\n".encode()).findings == ()


def test_what_follows_a_figure_that_was_told_is_no_part_of_it() -> None:
    text = "年度: 2021\n资金: {预算数: 1,234, 执行数: 甲, 234: 乙, 567: 4}\n"
    found = read_yaml("a.yaml", text.encode()).findings
    assert [each.code for each in found] == ["YAML-10", "YAML-13"]


def test_a_figure_of_many_parts_is_told_in_no_time() -> None:
    """Read once for each of its parts it would take minutes, and be noticed."""
    text = "年度: 2021\n资金: {预算数: 1" + ",234" * 45_000 + "}\n"
    assert [each.code for each in read_yaml("a.yaml", text.encode()).findings] == ["YAML-10"]
