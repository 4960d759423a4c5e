"""Rules on 核对: what the author of a file asserts of its facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from reportgen.figures.remembered import remembered
from reportgen.model.finding import Severity
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Phrase, Wording, did_you_mean

if TYPE_CHECKING:
    from reportgen.figures.assertions import BrokenAssertion, Judgement

_Outcome: TypeAlias = "tuple[int, str, Judgement | BrokenAssertion]"
_SIDES: Final = Wording("：左边{left}，右边{right}", ": left {left}, right {right}")
_NO_SIDES: Final = Wording("", "")
_CAUSES: Final = {
    "unknown": Wording("没有“{name}”这一项", 'there is no "{name}"'),
    "blank": Wording("用到的数据没有填写", "it uses a fact that is blank"),
    "syntax": Wording(
        "写法有误，或用了没有填写、不是数的数据",
        "it is not an expression, or computes with what is blank or no figure",
    ),
}


@rule(
    "ASSERT-01",
    Severity.ERROR,
    message=Wording("核对不成立：{expression}{sides}", "Assertion fails: {expression}{sides}"),
    hint=Wording("请改正数据，或改正这条核对", "Correct the data, or the assertion"),
)
def assertions_hold(subject: Subject) -> Iterator[Hit]:
    """“核对”中的每一条都成立。

    为什么：填报人自己写下的勾稽关系，数据改动后仍应成立。名称与引用相同，比率按百分数计。
    错：资金.执行合计 <= 资金.到位资金，而执行 120、到位 100。
    对：资金.执行合计 <= 资金.到位资金，执行 90、到位 100。
    """
    for index, expression, outcome in _outcomes(subject):
        # A BrokenAssertion; its class comes with Jinja, which is not imported here.
        if isinstance(outcome, ValueError) or outcome.holds:
            continue
        left, right = outcome.left, outcome.right
        sides = _NO_SIDES if left is None else Phrase(_SIDES, {"left": left, "right": right})
        words = {"expression": expression, "sides": sides}
        yield Hit(("核对", index), stated=left, computed=right, arguments=words)


@rule(
    "ASSERT-02",
    Severity.ERROR,
    message=Wording(
        "核对无法计算：{expression}（{cause}）", "Cannot decide: {expression} ({cause})"
    ),
    hint=Wording(
        "{suggestion}核对写作 资金.执行合计 <= 资金.到位资金，名称与本文件的键相同",
        "{suggestion}Write 资金.执行合计 <= 资金.到位资金, with the keys of this file",
    ),
    answerable=False,
)
def assertions_can_be_decided(subject: Subject) -> Iterator[Hit]:
    """“核对”中的每一条都能计算。

    为什么：写错名称的核对什么也没有核对。
    错：资金.执行合汁 <= 100；资金.到位资金 > 0 而到位资金没有填。
    对：资金.执行合计 <= 100。
    """
    for index, expression, broken in _outcomes(subject):
        if isinstance(broken, ValueError):
            cause = Phrase(_CAUSES[broken.cause], {"name": broken.name})
            words = {
                "expression": expression,
                "cause": cause,
                "suggestion": did_you_mean(broken.suggestion),
            }
            yield Hit(("核对", index), stated=expression, arguments=words)


@remembered
def _outcomes(subject: Subject) -> tuple[_Outcome, ...]:
    """Return every assertion with its position and what came of it."""
    return tuple(_judged(subject)) if subject.department_year.assertions else ()


def _judged(subject: Subject) -> Iterator[_Outcome]:
    # Jinja costs 50 ms to import; most files assert nothing.
    from reportgen.figures.assertions import BrokenAssertion, Judge  # noqa: PLC0415
    from reportgen.figures.completed import completed  # noqa: PLC0415
    from reportgen.figures.facts import facts_of  # noqa: PLC0415

    judge = Judge(facts_of(completed(subject.department_year, subject.profile)))
    for index, expression in enumerate(subject.department_year.assertions):
        try:
            yield index, expression, judge.judge(expression)
        except BrokenAssertion as broken:
            yield index, expression, broken
