"""The words of this floor: the same placeholders in both languages, and nothing left unfilled."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from reportgen.loading import limits, schema_words, syntax_words
from reportgen.loading.refusals import REFUSALS, refuse, shorten
from reportgen.loading.schema_words import SCHEMA_WORDS
from reportgen.loading.syntax_words import SYNTAX_WORDS
from reportgen.model.finding import Place
from reportgen.wording.language import Wording


def wordings() -> list[Wording]:
    found = [each for table in (REFUSALS, SCHEMA_WORDS) for each in table.values()]
    loose = [
        each
        for module in (limits, schema_words, syntax_words)
        for each in vars(module).values()
        if isinstance(each, Wording)
    ]
    pairs = [wording for each in found for wording in (each.message, each.hint)]
    return pairs + loose + [wording for words in SYNTAX_WORDS.values() for wording in words]


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("wording", wordings())
def test_both_languages_say_the_same(wording: Wording) -> None:
    assert placeholders(wording.zh) == placeholders(wording.en)
    assert re.search("[一-鿿]", wording.zh) or wording.zh.startswith("{")
    assert not wording.zh.endswith("。")
    assert not wording.en.endswith(".") or wording.en.endswith("…")


def test_codes_run_without_a_gap() -> None:
    assert list(REFUSALS) == [f"YAML-{number:02}" for number in range(1, 31)]
    assert list(SCHEMA_WORDS) == [f"DATA-{number:02}" for number in range(1, 11)]


def test_a_long_text_is_cut_short() -> None:
    found = refuse("YAML-12", Place("a.yaml", 1, 1), typed="甲" * 1_000)
    assert len(found.say("zh")) < 80
    assert shorten("甲\n  乙") == "甲 乙"
    assert shorten("x" * 40) == "x" * 40
    assert shorten("x" * 41) == "x" * 40 + "…"
    assert shorten(" " * 500) == "…"
