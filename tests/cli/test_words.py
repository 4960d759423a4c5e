"""Every sentence of the commands, in both languages with the same blanks."""

from __future__ import annotations

import string

import pytest

from reportgen.cli import rule_words, words
from reportgen.wording.language import Wording

SENTENCES = {
    f"{module.__name__}.{name}": value
    for module in (words, rule_words)
    for name, value in vars(module).items()
    if isinstance(value, Wording)
}


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("name", SENTENCES)
def test_both_languages_have_the_same_blanks(name: str) -> None:
    sentence = SENTENCES[name]
    assert sentence.zh
    assert sentence.en
    assert blanks(sentence.zh) == blanks(sentence.en)


def test_every_severity_has_a_word() -> None:
    said = {severity: wording.say("zh") for severity, wording in words.SEVERITIES.items()}
    assert said == {"error": "错误", "warning": "警告", "info": "提示"}
