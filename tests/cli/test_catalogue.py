"""Every code a finding may carry, explained."""

from __future__ import annotations

import re

import pytest

from reportgen.cli.catalogue import catalogue
from reportgen.rules.registry import declared_rules

ENTRIES = catalogue()


@pytest.mark.parametrize("code", ENTRIES)
def test_every_code_says_what_is_wrong_and_what_to_do(code: str) -> None:
    entry = ENTRIES[code]
    assert entry.code == code == f"{entry.family}-{code[-2:]}"
    assert entry.sentence.say("zh")
    assert entry.sentence.say("en")
    assert entry.said
    for sentence in (wording for pair in entry.said for wording in pair):
        for language in ("zh", "en"):
            assert not re.search(r"\{\w+\}", sentence.say(language)), sentence


@pytest.mark.parametrize("code", declared_rules())
def test_every_rule_says_why_with_an_example(code: str) -> None:
    entry = ENTRIES[code]
    assert entry.is_rule
    assert entry.why
    assert entry.wrong
    assert entry.right
    assert "\n" not in entry.why + entry.wrong + entry.right


def test_what_is_no_rule_cannot_be_answered() -> None:
    others = [entry for entry in ENTRIES.values() if not entry.is_rule]
    assert {entry.family for entry in others} >= {
        "YAML",
        "DATA",
        "NOTE",
        "RULE",
        "FORM",
        "OUT",
        "PAGE",
    }
    assert not any(entry.answerable for entry in others)
