"""Rules on goals and what came of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Severity
from reportgen.model.indicators import Goals
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Phrase, Wording

_GOAL: Final = Wording("目标", "Goal")
_RESULT: Final = Wording("完成情况", "Result")
_NO_RESULT: Final = Wording("完成情况", "reported result")
_NO_GOAL: Final = Wording("对应的目标", "goal that it answers")
_NO_LINK: Final = Wording("与{results}项完成情况的对应关系", "stated link to the {results} results")
# Nothing but "do this year's work": no figure, no scope, no quality.
_EMPTY: Final = re.compile(
    r"(?:全面|按时|按期|按要求|认真)?完成(?:本|当|全|[12]\d{3})?年度?(?:的)?[^\d，。；、]{0,20}"
    r"(?:服务|工作|任务|目标|项目)[。]?"
)
_ONE_YEAR: Final = frozenset({"一年", "1年", "1 年", "当年", "本年度"})


@rule(
    "NAR-03",
    Severity.WARNING,
    message=Wording("{one}“{id}”无{lacking}", '{one} "{id}" has no {lacking}'),
    hint=Wording(
        "在“完成”各项的“对应”中写明所完成目标的编号",
        "Name under 对应 of each result the goals that it answers",
    ),
)
def goals_and_results_answer_each_other(subject: Subject) -> Iterator[Hit]:
    """每个目标都有完成情况，每项完成情况都对应目标。

    为什么：年初设了目标，年终没有下文，评价就落了空。按“对应”核对；都没有写“对应”的，
    只能看出项数不等。
    错：目标1、2，完成情况只有“对应: [1]”；4个目标、6项完成情况，都没有写“对应”。
    对：目标1、2，完成情况“对应: [1]”“对应: [2]”；4个目标、4项完成情况，依次对应。
    """
    for path, goals in _blocks(subject.department_year):
        if not goals.expected or not goals.achieved:
            continue
        if any(result.answers for result in goals.achieved):
            yield from _unanswered(path, goals)
        elif len(goals.expected) != len(goals.achieved):
            link = Phrase(_NO_LINK, {"results": len(goals.achieved)})
            yield Hit(
                (*path, "完成"),
                arguments={"one": _GOAL, "id": f"1—{len(goals.expected)}", "lacking": link},
                other=(*path, "预期"),
            )


def _unanswered(path: DataPath, goals: Goals) -> Iterator[Hit]:
    numbers = [goal.number or str(i) for i, goal in enumerate(goals.expected, 1)]
    answered = {number for result in goals.achieved for number in result.answers}
    for index, number in enumerate(numbers):
        if number not in answered:
            words = {"one": _GOAL, "id": number, "lacking": _NO_RESULT}
            yield Hit((*path, "预期", index), arguments=words, other=(*path, "完成"))
    for index, result in enumerate(goals.achieved):
        if not set(result.answers) & set(numbers):
            number = result.number or str(index + 1)
            words = {"one": _RESULT, "id": number, "lacking": _NO_GOAL}
            yield Hit((*path, "完成", index), arguments=words, other=(*path, "预期"))


@rule(
    "NAR-12",
    Severity.WARNING,
    message=Wording("绩效目标空泛：“{stated}”", 'Goal is empty: "{stated}"'),
    hint=Wording(
        "写明数量、质量、时限或受益对象；实施期目标与年度目标分别填写",
        "State amount, quality, time or who benefits; period and year have goals of their own",
    ),
)
def goals_say_something(subject: Subject) -> Iterator[Hit]:
    """绩效目标写明要达到什么；跨年实施的，实施期目标与年度目标不相同。

    为什么：“完成本年度工作”放在哪一年、哪个项目都对，无从评价。一个项目只报一次。
    错：完成本年度血防服务；实施期三年，两个目标一字不差。
    对：完成查螺19050万平方米，急性感染零报告；实施期一年，两个目标可以相同。
    """
    department_year = subject.department_year
    for path, goals in _blocks(department_year):
        texts = [((*path, "总体"), goals.overall)]
        texts += [
            ((*path, "预期", i, "内容"), goal.content) for i, goal in enumerate(goals.expected)
        ]
        for here, text in texts:
            if _is_empty(text):
                yield Hit(here, stated=text)
    for index, project in enumerate(department_year.projects):
        here, period = ("项目", index), project.period_goal
        copied = bool(period) and period == project.annual_goal
        one_year = (project.period or "").strip() in _ONE_YEAR
        if _is_empty(project.annual_goal) or (copied and not one_year):
            other = (*here, "实施期目标") if copied else None
            yield Hit((*here, "年度目标"), stated=project.annual_goal, other=other)
        elif _is_empty(period):
            yield Hit((*here, "实施期目标"), stated=period)


def _is_empty(text: str | None) -> bool:
    return text is not None and _EMPTY.fullmatch(text.strip()) is not None


def _blocks(department_year: DepartmentYear) -> Iterator[tuple[DataPath, Goals]]:
    yield ("目标",), department_year.goals
    for index, project in enumerate(department_year.projects):
        yield ("项目", index, "目标"), project.goals
