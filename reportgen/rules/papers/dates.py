"""Rules on dates: how they are written, and whether they fit the budget year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportgen.model.finding import DataPath, Severity
from reportgen.model.papers import Project
from reportgen.rules.readings.texts import dates, joined_prose
from reportgen.rules.readings.walks import leaves
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.dates import DateText, parse_date, printed_date
from reportgen.wording.language import Phrase, Wording

_DATE: Final = re.compile(
    r"(?:19|20)(?<![\d./-]..)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}(?:日|(?![\d./-]))"
)
_DATED: Final = tuple(
    re.compile(
        rf"{sign}(?:(?<=[12][09]\d\d{sign})|(?<=[12][09]\d\d\s{sign}))"
        r"\s?\d{1,2}\s?[月./-]\s?\d"
    )
    for sign in ("年", r"\.", "/", "-")
)
"""What every date holds, searched for from a sign that few other words have."""
_PRINTED: Final = re.compile(r"\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")
WRITE: Final = Wording("改为“{day}”", 'Write "{day}"')
WRITE_A_DAY: Final = Wording(
    "写明年月日，如 2024-06-13 或 2024年6月13日", "Give a day: 2024-06-13 or 2024年6月13日"
)
GOALS_FIRST: Final = Wording(
    "目标表应随预算在上年度编报；请核对日期，或说明补报原因",
    "Goals are set with the budget, the year before; check the date or explain",
)
AFTER_YEAR: Final = Wording(
    "自评应在年度终了后进行；请核对日期", "Evaluate after the year has ended; check the date"
)
_NO_SUCH_DAY: Final = Wording("没有这一天，请核对", "There is no such day; check it")


@rule(
    "DOC-02",
    Severity.ERROR,
    message=Wording("日期“{stated}”不规范", 'Date "{stated}" not in the standard form'),
    hint=Wording("{remedy}", "{remedy}"),
    basis="GB/T 9704-2012（成文日期用阿拉伯数字、年份写全、月日不编虚位，依公开资料转述）",
)
def dates_are_in_standard_form(subject: Subject) -> Iterator[Hit]:
    """日期写作“2024年6月13日”，并且确有这一天。

    为什么：公文日期用阿拉伯数字写全年、月、日，月、日不补0。只提示，打印仍照录入的样子。
    错：2024.6.13；2024年06月13日；2024年2月30日。
    对：2024-06-13（打印为2024年6月13日）；2024年6月13日。
    """
    for path, date in dates(subject.department_year):
        if not date.standard:
            yield _unlike_standard(path, date)
    for path, text in joined_prose(subject.department_year).holding(*_DATED):
        for match in _DATE.finditer(text):
            read = _read(match[0])
            if read is None:
                yield Hit(path, match[0], arguments={"remedy": _NO_SUCH_DAY})
            elif not _PRINTED.fullmatch(match[0]):
                yield _unlike_standard(path, read)


def _read(text: str) -> DateText | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _unlike_standard(path: DataPath, date: DateText) -> Hit:
    if date.day is None:
        return Hit(path, date.text, arguments={"remedy": WRITE_A_DAY})
    day = printed_date(date.day)
    return Hit(path, date.text, day, {"remedy": Phrase(WRITE, {"day": day})})


@rule(
    "DOC-03",
    Severity.WARNING,
    message=Wording(
        "填报日期{stated}与预算年度{year}不符", "Date {stated} does not fit the budget year {year}"
    ),
    hint=Wording("{remedy}", "{remedy}"),
)
def dates_fit_the_budget_year(subject: Subject) -> Iterator[Hit]:
    """目标表在预算年度开始前填报，自评在年度终了后填报。

    为什么：绩效目标随预算编报，年中补填就不是目标；年度未完，谈不上全年完成情况。
    错：2024年度的目标表填报于2024年6月13日；2021年度的自评报告日期为2021年12月1日。
    对：2024年度的目标表填报于2023年11月20日；2021年度的自评报告日期为2022年3月1日。
    """
    department_year = subject.department_year
    year = department_year.year
    report, evaluation = department_year.report, department_year.evaluation
    yield from _early(("评价", "报告日期"), evaluation.report_date, year)
    yield from _early(("报告", "日期"), report.date, year)
    for index, project in enumerate(department_year.projects):
        path, date = ("项目", index, "填表", "填报日期"), project.preparation.date
        if _is_evaluated(project):
            yield from _early(path, date, year)
        elif date is not None and date.day is not None and date.day.year >= year:
            yield Hit(path, date, arguments={"year": year, "remedy": GOALS_FIRST}, other=("年度",))


def _early(path: DataPath, date: DateText | None, year: int) -> Iterator[Hit]:
    if date is not None and date.day is not None and date.day.year <= year:
        yield Hit(path, date, arguments={"year": year, "remedy": AFTER_YEAR}, other=("年度",))


def _is_evaluated(project: Project) -> bool:
    """Whether a project reports what was done, not only what was meant."""
    if project.self_evaluation.score is not None or project.goals.achieved:
        return True
    return any(
        leaf.actual is not None or leaf.score is not None
        for _, leaf in leaves((), project.indicators)
    )
