"""Rules on the feedback letter and the rectification report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Severity
from reportgen.model.papers import Remedy
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.dates import printed_date
from reportgen.wording.language import Wording

_PARTS: Final = (
    ("措施", "measure", Wording("整改措施", "rectification")),
    ("责任人", "owner", Wording("整改责任人", "one responsible")),
    ("时限", "deadline", Wording("整改时限", "deadline")),
    ("结果", "result", Wording("整改结果", "result")),
)


@rule(
    "DOC-04",
    Severity.ERROR,
    message=Wording(
        "反馈截止日{stated}早于发函日{sent}", "Reply date {stated} before letter date {sent}"
    ),
    hint=Wording("请改正反馈期限或发函日期", "Correct the reply-by date or the date of the letter"),
)
def reply_is_due_after_the_letter(subject: Subject) -> Iterator[Hit]:
    """反馈截止日不早于发函日。

    为什么：函还没有发出，不能要求已经反馈。
    错：6月10日发函，请于6月1日前反馈。
    对：6月10日发函，请于6月30日前反馈。
    """
    for index, letter in enumerate(subject.department_year.feedback_letters):
        due, sent = letter.reply_by, letter.sent_on
        if due and sent and due.day and sent.day and due.day < sent.day:
            path = ("征求意见", index)
            yield Hit(
                (*path, "反馈期限"),
                stated=due,
                arguments={"sent": sent},
                other=(*path, "发函日期"),
            )


@rule(
    "DOC-05",
    Severity.WARNING,
    message=Wording(
        "整改报告超过{days}日期限（应于{computed}前）",
        "Rectification report past the {days}-day limit (due {computed})",
    ),
    hint=Wording(
        "收到反馈意见后{days}日内报送；请核对日期，或说明延期原因",
        "It is due {days} days after the feedback; check the dates or explain the delay",
    ),
)
def rectification_is_reported_in_time(subject: Subject) -> Iterator[Hit]:
    """整改报告在收到反馈意见后的期限内报送。

    为什么：表注规定了期限（云溪为15天）；各地不同，取自口径的“整改期限”。
    错：7月1日收到，7月17日报送（期限15天）。
    对：7月1日收到，7月16日报送。
    """
    days = subject.profile.rectification_days
    for index, report in enumerate(subject.department_year.rectifications):
        received, sent = report.received_on, report.date
        if received and sent and received.day and sent.day:
            due = received.day + timedelta(days=days)
            if sent.day > due:
                yield Hit(
                    ("整改", index, "日期"),
                    stated=sent,
                    computed=printed_date(due),
                    arguments={"days": days},
                    other=("整改", index, "收到日期"),
                )


@rule(
    "DOC-06",
    Severity.WARNING,
    message=Wording("问题“{id}”无{lacking}", 'Problem "{id}" has no {lacking}'),
    hint=Wording(
        "在“整改”的“情况”中写明对应的问题编号，以及措施、责任人、时限、结果",
        "Under 整改, 情况 name the problem (对应), its measure, owner, deadline and result",
    ),
)
def every_problem_is_rectified(subject: Subject) -> Iterator[Hit]:
    """反馈函所列的每个问题都有整改措施、责任人、时限和结果。

    为什么：整改报告要逐条回应。还没有整改报告的，不查。
    错：函列问题1、2，整改情况只有“对应: 1”。
    对：函列问题1、2，整改情况各有一条，四项齐全。
    """
    remedies = _remedies(subject.department_year)
    if not remedies:
        return
    for index, letter in enumerate(subject.department_year.feedback_letters):
        for position, problem in enumerate(letter.problems):
            number = problem.number or str(position + 1)
            here: DataPath = ("征求意见", index, "问题", position)
            found = remedies.get(number) or remedies.get(problem.content or "")
            if found is None:
                yield Hit(here, arguments={"id": number, "lacking": _PARTS[0][2]})
                continue
            path, remedy = found
            for key, attribute, words in _PARTS:
                if not getattr(remedy, attribute):
                    lacking = {"id": number, "lacking": words}
                    yield Hit((*path, key), arguments=lacking, other=here)


def _remedies(department_year: DepartmentYear) -> dict[str, tuple[DataPath, Remedy]]:
    """Return every remedy by the number it answers, by its problem, and else by its position."""
    found: dict[str, tuple[DataPath, Remedy]] = {}
    for index, report in enumerate(department_year.rectifications):
        numbered = any(remedy.answers for remedy in report.remedies)
        for position, remedy in enumerate(report.remedies):
            placed = (("整改", index, "情况", position), remedy)
            for name in (remedy.answers if numbered else str(position + 1), remedy.problem):
                if name:
                    found.setdefault(name, placed)
    return found
