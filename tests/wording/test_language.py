"""Which language is spoken, and that both languages always say the same things."""

import ast
import string
from pathlib import Path

import pytest

import reportgen
from reportgen.wording.language import Phrase, Wording, choose_language, did_you_mean

PACKAGE = Path(reportgen.__file__).parent
CHILDREN = Wording("下级{child}的{what}", "the {what} of {child}")


@pytest.mark.parametrize(
    ("option", "environment", "language"),
    [
        (None, {}, "zh"),
        ("en", {"REPORTGEN_LANG": "zh", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"REPORTGEN_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        (None, {"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"LC_MESSAGES": "en_GB", "LANG": "zh_CN.UTF-8"}, "en"),
        (None, {"LANG": "en_US.UTF-8"}, "en"),
        (None, {"LANG": "zh_TW.UTF-8"}, "zh"),
        (None, {"LANG": "C.UTF-8"}, "zh"),
        (None, {"LANG": "de_DE.UTF-8"}, "zh"),
        (None, {"REPORTGEN_LANG": "", "LANG": "en_US"}, "en"),
        ("EN", {}, "en"),
        ("fr", {"REPORTGEN_LANG": "en"}, "en"),
    ],
)
def test_option_then_variable_then_locale_then_chinese(
    option: str | None, environment: dict[str, str], language: str
) -> None:
    assert choose_language(option, environment) == language


def test_the_environment_of_the_process_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTGEN_LANG", "en")
    assert choose_language(None) == "en"
    monkeypatch.setenv("REPORTGEN_LANG", "zh")
    assert choose_language(None) == "zh"


def test_a_sentence_within_a_sentence_is_said_in_the_same_language() -> None:
    what = Wording("得分", "score")
    child = Phrase(Wording("“{name}”", '"{name}"'), {"name": "甲"})
    arguments = {"child": child, "what": what}
    assert CHILDREN.say("zh", arguments) == "下级“甲”的得分"
    assert CHILDREN.say("en", arguments) == 'the score of "甲"'
    assert Phrase(CHILDREN, arguments).say("en") == 'the score of "甲"'


def test_typed_braces_in_an_argument_are_said_as_typed() -> None:
    assert CHILDREN.say("zh", {"child": "{what}", "what": "{0}"}) == "下级{what}的{0}"


def test_a_missing_argument_is_a_broken_program() -> None:
    with pytest.raises(KeyError):
        CHILDREN.say("zh", {"child": "甲"})


def test_a_suggestion_is_offered_only_where_there_is_one() -> None:
    assert did_you_mean("资金").say("zh") == "是否想写“资金”？"
    assert did_you_mean("资金").say("en") == 'Did you mean "资金"? '
    assert did_you_mean(None).say("zh") == did_you_mean(None).say("en") == ""


def unequal(source: str) -> list[str]:
    """Return the Wordings of a module whose two sentences do not fill the same placeholders."""
    pairs = [
        [ast.literal_eval(value) for value in (*call.args, *(word.value for word in call.keywords))]
        for call in wordings(source)
    ]
    return [zh for zh, en in pairs if placeholders(zh) != placeholders(en) or bool(zh) != bool(en)]


def wordings(source: str) -> list[ast.Call]:
    """Return the calls `Wording("…", "…")` of a module, but for those put together at run time."""
    return [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Wording"
        and all(
            isinstance(value, ast.Constant)
            for value in (*node.args, *(word.value for word in node.keywords))
        )
    ]


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


MODULES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}


@pytest.mark.parametrize("module", MODULES)
def test_both_languages_fill_the_same_placeholders(module: str) -> None:
    assert unequal(MODULES[module].read_text("utf-8")) == []


def test_sentences_are_found_throughout_the_package() -> None:
    found = sum(len(wordings(path.read_text("utf-8"))) for path in MODULES.values())
    assert found > 100


@pytest.mark.parametrize(
    "source",
    [
        'X = Wording("甲{a}", "A")',
        'X = Wording("甲{a}", "A {b}")',
        'def f():\n    return Phrase(Wording(zh="甲", en="A {b}"))',
        'X = {"k": Wording("甲" "乙{a}", "A")}',
        'X = Wording("甲", "")',
    ],
)
def test_sentences_that_differ_would_be_found(source: str) -> None:
    assert len(unequal(source)) == 1


def test_a_sentence_with_a_stray_brace_would_be_found() -> None:
    with pytest.raises(ValueError, match=r"brace|'}'"):
        unequal('X = Wording("甲{a}}", "A {a}")')
