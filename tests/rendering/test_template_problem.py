"""Every sentence about a template can be said in both languages."""

import pytest

from reportgen.rendering.tag_places import TagPlace
from reportgen.rendering.template_problem import TemplateProblem
from reportgen.rendering.template_words import FORM_WORDS
from reportgen.wording.language import Language, Wording

PLACE = TagPlace("{{ 甲 }}", Wording("第1段", "paragraph 1"))
WORDS = dict.fromkeys(("name", "owner", "lost", "spot", "sign", "detail"), "甲")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", FORM_WORDS)
def test_a_problem_says_what_is_wrong_and_how_to_mend_it(code: str, language: Language) -> None:
    for message, hint in FORM_WORDS[code]:
        problem = TemplateProblem(code, message, hint, PLACE, WORDS)
        line = problem.phrase.say(language)
        assert line.startswith(PLACE.where.say(language))
        assert code in line
        assert problem.say(language) in line
        assert problem.say_hint(language) in line


def test_codes_are_numbered_without_a_gap() -> None:
    assert list(FORM_WORDS) == [f"FORM-{number:02}" for number in range(1, len(FORM_WORDS) + 1)]
