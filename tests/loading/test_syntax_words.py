"""Every cause of a syntax error has a file that it is told of, with the remedy."""

from __future__ import annotations

import pytest

from reportgen.loading.syntax_words import SYNTAX_WORDS
from reportgen.loading.yaml_source import read_yaml
from reportgen.wording.language import LANGUAGES

TOLD = {
    "open quote": "a: 'x\nb: 3\n",
    "escape": 'a: "C:\\data"\n',
    "after quote": 'a: "x" y\n',
    "open bracket": "a: [1, 2\nb: 3\n",
    "inside bracket": "a: [1}\n",
    "after bracket": "a: {b: 1} c\n",
    "stray bracket": "a: ]\n",
    "reserved": "a: @x\n",
    "two colons": "a: b: c\n",
    "indentation": "a: 1\n b: 2\n",
    "list": "a: - 1\n",
    "mixed list": "- a\nb: 1\n",
    "no colon": "a: 1\nb\nc: 2\n",
    "block text": "a: |x\n",
    "alias": "a: *x\n",
    "directive": "%x: 1\n",
    "unknown": "a: & b\n",
    "lost mark": "来源:\n    名称: 甲\n  - 名称: 乙\n",
    "value above": "部门: 甲\n  名称: 乙\n",
    "comparison": "目标: >=65%\n",
    "single brace": "a: {资金.执行合计}万元\n",
    "lost comma": "a: {名称: 甲 目标: 乙}\n",
}


def test_every_cause_has_its_file() -> None:
    assert set(TOLD) == set(SYNTAX_WORDS)


@pytest.mark.parametrize("cause", TOLD)
def test_a_cause_is_told_with_its_remedy(cause: str) -> None:
    (found,) = read_yaml("a.yaml", TOLD[cause].encode()).findings
    words = SYNTAX_WORDS[cause]
    assert found.code == "YAML-20"
    for language in LANGUAGES:
        assert words.cause.say(language) in found.say(language)
        assert words.remedy.say(language) in found.say(language) + found.say_hint(language)
        # Only how a citation is written holds two braces.
        said = found.say(language) + found.say_hint(language)
        assert ("{{" in said) == (cause == "single brace")


def test_no_two_causes_are_told_alike() -> None:
    for language in LANGUAGES:
        assert len({each.cause.say(language) for each in SYNTAX_WORDS.values()}) == len(TOLD)
