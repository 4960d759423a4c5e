"""Findings of one text: once each, placed as typed, up to the limit."""

from __future__ import annotations

from reportgen.loading.limits import MOST_FINDINGS
from reportgen.loading.places import Places
from reportgen.loading.text_findings import TextFindings, at_most

TEXT = "名称：甲\n编制:3\nc: no"


def test_a_finding_is_noted_once_at_its_place() -> None:
    findings = TextFindings(Places("a.yaml", TEXT))
    for _ in range(2):
        findings.add("YAML-12", TEXT.index("no"), ("c",), {"typed": "no"})
    (found,) = findings.all()
    assert (found.place.line, found.place.column, found.place.text) == (3, 4, "c: no")


def test_repairs_do_not_move_what_follows() -> None:
    findings = TextFindings(Places("a.yaml", TEXT))
    text = findings.repair(TEXT, TEXT.index("："), 1, ": ")
    text = findings.repair(text, text.index(":3"), 1, ": ")
    assert text == "名称: 甲\n编制: 3\nc: no"
    for mark, line, column in (("甲", 1, 4), ("3", 2, 4), ("no", 3, 4)):
        place = findings.place(text.index(mark))
        assert (place.line, place.column) == (line, column)


def test_what_proves_to_be_no_value_loses_its_path() -> None:
    findings = TextFindings(Places("a.yaml", TEXT))
    findings.add("YAML-06", 2, ("部门",), {"key": "名称"})
    findings.add("YAML-06", 2, (), {"key": "名称"})
    assert [each.path for each in findings.all()] == [()]


def test_what_was_said_of_values_can_be_forgotten() -> None:
    findings = TextFindings(Places("a.yaml", TEXT))
    findings.add("YAML-12", 0, ("a",), {"typed": "no"})
    findings.add("YAML-12", TEXT.index("no"), ("c",), {"typed": "no"})
    findings.add("YAML-06", TEXT.index("c"), (), {"key": "名称"})
    findings.forget(TEXT.index("c"))
    assert [(each.code, each.place.line) for each in findings.all()] == [
        ("YAML-12", 1),
        ("YAML-06", 3),
    ]


def test_a_line_is_blamed_for_its_text_not_for_its_values() -> None:
    findings = TextFindings(Places("a.yaml", TEXT), frozenset((1,)))
    assert findings.blames(0, 0)
    assert not findings.blames(TEXT.index("编"), 0)
    assert findings.blames(TEXT.index("编"), 1)
    findings.add("YAML-12", TEXT.index("no"), ("c",), {"typed": "no"})
    assert not findings.blames(TEXT.index("no"), 0)
    findings.add("YAML-05", TEXT.index("no"))
    assert findings.blames(TEXT.index("no"), 0)


def test_a_repair_may_put_in_several_characters() -> None:
    findings = TextFindings(Places("a.yaml", TEXT))
    text = findings.repair(TEXT, TEXT.index("编"), 0, "    ")
    assert text.split("\n")[1] == "    编制:3"
    place = findings.place(text.index("3"))
    assert (place.line, place.column) == (2, 4)
    assert findings.place(text.index("no")).column == 4


def test_beyond_the_limit_they_are_counted() -> None:
    findings = TextFindings(Places("a.yaml", "x" * 1_000))
    for offset in range(MOST_FINDINGS + 5):
        findings.add("YAML-01", offset)
    told = at_most(findings.all(), findings.more)
    assert len(told) == MOST_FINDINGS + 1
    assert told[-1].code == "YAML-24"
    assert "5" in told[-1].say("en")
    assert at_most(told[:3]) == told[:3]
