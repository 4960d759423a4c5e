"""Rules on what the report tells: its sections, problems, measures and repetitions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportgen.figures.rounding import HUNDRED, plain, round_half_up
from reportgen.figures.totals import executed_total, planned_total
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Severity
from reportgen.model.papers import Section
from reportgen.rules.readings.scorecards import all_leaves
from reportgen.rules.readings.texts import report_sections, says_nothing, sections
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

RESULTS: Final = re.compile(r"(?:完成|实现|绩效)情况")
_PROBLEMS: Final = re.compile(r"存在.{0,4}问题|主要问题|问题.{0,4}原因|问题.{0,2}不足")
_MEASURES: Final = re.compile(r"(?:改进|整改|对策|下一步).{0,6}(?:措施|建议|打算)|整改|改进意见")
_FIGURE: Final = re.compile(r"\d(?!\d{0,3}年)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=年)")
_NUMBER_YEAR: Final = re.compile(r"[〔\[［【（(]((?:19|20)\d\d)[〕\]］】）)]")
_LOW_EXECUTION: Final = Wording("执行率偏低", "execution is low")
_POINTS_LOST: Final = Wording("有扣分", "points were lost")


@rule(
    "NAR-04",
    Severity.ERROR,
    message=Wording("列有{count}个问题，改进措施为“无”", "{count} problems listed, no measures"),
    hint=Wording("针对每个问题写明改进措施、责任单位和时限", "Answer each problem with a measure"),
)
def problems_have_measures(subject: Subject) -> Iterator[Hit]:
    """列了问题，就有改进措施。

    为什么：找出问题而没有下文，自评不能起作用。章节标题为改进措施、整改措施而有内容的，也算。
    错：问题四条，措施为“无。”。
    对：问题四条，措施四条。
    """
    report = subject.department_year.report
    if says_nothing(report.problems) or not says_nothing(report.measures):
        return
    if not _told_in_sections(subject.department_year, _MEASURES):
        path: DataPath = ("报告", "措施", 0) if report.measures else ("报告",)
        stated = report.measures[0] if report.measures else None
        words = {"count": len(report.problems)}
        yield Hit(path, stated, arguments=words, other=("报告", "问题"))


@rule(
    "NAR-05",
    Severity.WARNING,
    message=Wording(
        "存在扣分或执行偏低，却未列问题", "Points lost or low execution but no problems reported"
    ),
    hint=Wording("{cause}；请写明问题和原因", "{cause}; state the problem and its cause"),
)
def shortfalls_are_named_as_problems(subject: Subject) -> Iterator[Hit]:
    """有扣分或预算执行偏低的，报告列出问题。

    为什么：分数和执行率已经说明有问题，报告却说没有，自相矛盾。只查有正文的报告。
    错：执行率89.45%，报告没有“存在的问题”。
    对：执行率89.45%，报告写明结余的原因。
    """
    department_year = subject.department_year
    report = department_year.report
    if not report.sections or not says_nothing(report.problems):
        return
    if _told_in_sections(department_year, _PROBLEMS):
        return
    shortfall = _shortfall(subject)
    if shortfall is not None:
        cause, figure = shortfall
        path: DataPath = ("报告", "问题") if report.problems else ("报告",)
        yield Hit(path, computed=figure, arguments={"cause": cause})


def _shortfall(subject: Subject) -> tuple[Wording, str | None] | None:
    """Return what fell short, the execution of the budget or else the score, and its figure."""
    funds, profile = subject.department_year.funds, subject.profile
    planned, executed = planned_total(funds), executed_total(funds)
    if planned and executed is not None:
        if profile.rate_formula == "(B-C)/A":
            executed -= funds.total.transfers or 0
        rate = executed / planned * HUNDRED
        if rate < profile.execution_threshold:
            return _LOW_EXECUTION, f"{plain(round_half_up(rate, 2))}%"
    return (_POINTS_LOST, None) if _points_lost(subject) else None


def _points_lost(subject: Subject) -> bool:
    stated = subject.department_year.self_evaluation
    full = stated.weight or subject.profile.full_score
    if stated.score is not None and stated.score < full:
        return True
    return any(
        leaf.weight is not None and leaf.score is not None and leaf.score < leaf.weight
        for _, leaf in all_leaves(subject)
    )


@rule(
    "NAR-06",
    Severity.WARNING,
    message=Wording(
        "完成情况无任何数据：{stated}", "Results section contains no figures: {stated}"
    ),
    hint=Wording("写明实际完成的数量、比例或金额", "Report the figures that were reached"),
)
def results_contain_figures(subject: Subject) -> Iterator[Hit]:
    """报告绩效完成情况的章节有数据。

    为什么：只重复目标而没有一个数，不是完成情况。年份不算数据。只查正文中的最上一级。
    错：“绩效目标实现情况”十二项，没有一个数字。
    对：“绩效目标实现情况”：培训乡村医生114名，合格率98%。
    """
    for path, level, section in report_sections(subject.department_year):
        if level == 1 and section.heading and RESULTS.search(section.heading):
            bodies = list(_bodies(section))
            if bodies and not any(_FIGURE.search(text) for text in bodies):
                yield Hit((*path, "标题"), stated=section.heading)


@rule(
    "NAR-13",
    Severity.INFO,
    message=Wording("年度不一致：{stated}/{computed}", "Years disagree: {stated}/{computed}"),
    hint=Wording("请核对标题、依据与预算年度", "Check title and basis against the budget year"),
)
def years_agree(subject: Subject) -> Iterator[Hit]:
    """标题的年度就是数据的年度；依据文件不晚于自评当年（次年）。

    为什么：多是套用上年的报告忘了改。自评在次年进行，依据文件可以是次年的。
    错：年度2021，标题写2020年度；2021年度的自评依据2023年的文件。
    对：年度2021，标题写2021年度，依据2022年的通知。
    """
    year, report = subject.department_year.year, subject.department_year.report
    titled = {int(found) for found in _YEAR.findall(report.title or "")}
    if titled and year not in titled:
        yield Hit(("报告", "标题"), stated=max(titled), computed=year, other=("年度",))
    for index, document in enumerate(report.basis):
        for found in _NUMBER_YEAR.findall(document.number or ""):
            if int(found) > year + 1:
                path = ("报告", "依据", index, "文号")
                yield Hit(path, stated=found, computed=year, other=("年度",))


@rule(
    "NAR-14",
    Severity.WARNING,
    message=Wording("缺少“{computed}”", 'Section "{computed}" missing'),
    hint=Wording(
        "口径要求有这一部分；没有内容的写“无”", "The profile asks for it; write 无 if none"
    ),
)
def required_sections_are_there(subject: Subject) -> Iterator[Hit]:
    """报告有口径所要求的各部分。

    为什么：提纲由财政部门下发，缺一部分就要退回。标题中含有所要求的字样即可。
    错：口径要求“存在的问题”，报告没有这样的标题。
    对：报告有“七、存在的问题及原因分析”。
    """
    entries = report_sections(subject.department_year)
    if not entries:
        return
    headings = [section.heading or "" for _, _, section in entries]
    for required in subject.profile.sections:
        if not any(required in heading for heading in headings):
            yield Hit(("报告", "章节"), computed=required)


def _told_in_sections(department_year: DepartmentYear, heading: re.Pattern[str]) -> bool:
    """Whether a section with such a heading says something of its own."""
    return any(
        section.heading is not None
        and heading.search(section.heading) is not None
        and not says_nothing(tuple(_bodies(section)))
        for _, _, section in report_sections(department_year)
    )


def _bodies(section: Section) -> Iterator[str]:
    yield from section.body
    for _, _, inner in sections(section.sections):
        yield from inner.body
