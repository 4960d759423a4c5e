import pytest

from reportgen.model.errors import FormError, OutputError, ProfileError, ReportgenError, UsageError
from reportgen.wording.language import Phrase, Wording


@pytest.mark.parametrize("kind", [UsageError, FormError, ProfileError, OutputError])
def test_an_error_says_what_is_wrong_and_how_to_mend_it(kind: type[ReportgenError]) -> None:
    message, hint = Wording("“{file}”不能用", '"{file}" is bad'), Wording("换掉{file}", "no {file}")
    detail = Phrase(Wording("第{n}处", "spot {n}"), {"n": 1})
    error = kind(message, hint, details=[detail], file="a.docx")
    assert error.message.say("zh") == "“a.docx”不能用"
    assert error.hint is not None
    assert error.hint.say("zh") == "换掉a.docx"
    assert [each.say("zh") for each in error.details] == ["第1处"]
    assert str(error) == '"a.docx" is bad'


def test_a_hint_and_details_may_be_missing() -> None:
    error = UsageError(Wording("甲", "A"))
    assert (error.hint, error.details) == (None, ())
