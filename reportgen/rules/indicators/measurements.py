"""Rules on how far a measured actual lies from its target, and on figures that need a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportgen.figures.remembered import remembered
from reportgen.figures.rounding import HUNDRED, plain, round_half_up
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Severity
from reportgen.rules.readings.indicator_rows import IndicatorRow, indicator_rows, paired_rows
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Phrase, Wording
from reportgen.wording.quantities import Measure, Quantity

_POSITIVE: Final = ("≥", ">")
_NARROWLY: Final = Decimal("0.1")
_BARELY: Final = Wording("仅超目标{excess}个百分点", "met by {excess} point only")
_EXACTLY: Final = Wording("与目标正好相等", "is exactly its target")
_SATISFACTION: Final = "满意"
# Shares of a whole. 完成率, 执行率, 增长率 and the use of beds may well pass 100%.
_SHARE: Final = re.compile(
    r"(?P<label>[^，。；：、,;:\s]{0,30}?(?:(?:覆盖|普及|知晓|建档|建册|接种|合格|达标|参保|参合|参与|签约|投保|及时|准确|规范|管理|服务|"
    r"访视|随访|检测|筛查|报告|公开|治愈|好转|成活|死亡|发生|感染|优良|优秀|上岗|出勤|入学|满意)率|"
    r"满意度|知晓度|覆盖面|占比|比重|总进度))"
    r"(?:为|是|约|达到?|[：:])?\s*(?P<number>\d+(?:\.\d+)?)\s*[%％]"
)
_LARGE: Final = re.compile(r"(\d(?<!\d\d)\d\d++(?:\.\d++)?)\s*+[%％]")
_PHRASE_END: Final = re.compile("[，。；、,;]")
_MEASURED: Final = re.compile(r"\d\s*(?:[%％]|分(?!之|钟))|问卷|测评|抽样|抽查|调查|样本|回访")


@remembered
def _measured(
    department_year: DepartmentYear,
) -> tuple[tuple[IndicatorRow, Measure, Measure], ...]:
    """Return every measured figure whose target sets a lower bound, with that target."""
    return tuple(
        [
            (row, wanted, reached)
            for row, wanted, reached in paired_rows(department_year)
            if wanted.comparator in _POSITIVE
            and reached.comparator is None
            and reached.unit in (wanted.unit, "")
        ]
    )


@rule(
    "IND-05",
    Severity.WARNING,
    message=Wording(
        "“{name}”完成率{computed}%，超目标较多，请说明是否目标偏低",
        '"{name}" at {computed}% of target; was the target too low?',
    ),
    hint=Wording(
        "请在“原因”中说明超额的原因；目标偏低的，下年据实调高",
        "Explain it under 原因; raise the target next year if it was too low",
    ),
)
def far_exceeded_target_is_explained(subject: Subject) -> Iterator[Hit]:
    """完成值超过目标较多的，说明原因。界限由口径规定：达到“超额提示”为提示，达到“超额警告”为警告。

    为什么：远超目标往往是目标定低了，审核时会问。
    错：目标“≥60%”，完成“84%”，原因空白。
    对：目标“≥60%”，完成“84%”，原因“年中新增两个服务点”。
    """
    profile = subject.profile
    for row, wanted, reached in _measured(subject.department_year):
        if row.node.reason or row.node.measure or wanted.number <= 0:
            continue
        rate = reached.number / wanted.number * HUNDRED
        if rate < profile.over_achievement_note:
            continue
        is_far = rate >= profile.over_achievement_warning
        yield Hit(
            (*row.path, "完成"),
            stated=row.node.actual,
            computed=plain(round_half_up(rate, 2)),
            arguments={"name": wanted.label or row.name},
            severity=None if is_far else Severity.INFO,
        )


@rule(
    "IND-06",
    Severity.WARNING,
    message=Wording(
        "“{name}”{margin}，请附数据来源",
        '"{name}" {margin}; cite the source',
    ),
    hint=Wording(
        "请附调查或统计的原始数据；压线达标的数会被核查",
        "Attach the survey or the statistics; figures this close are checked",
    ),
)
def narrowly_met_rate_has_source(subject: Subject) -> Iterator[Hit]:
    """比率仅以不到0.1个百分点达标的，附数据来源。

    为什么：压线达标的数最容易被质疑。
    错：目标“≥80%”，完成“80.01%”。
    对：目标“≥80%”，完成“80.5%”。
    """
    for row, wanted, reached in _measured(subject.department_year):
        if wanted.unit != "%" or reached.unit != "%" or wanted.number >= HUNDRED:
            continue
        excess = reached.number - wanted.number
        if 0 <= excess < _NARROWLY and (excess or wanted.comparator == "≥"):
            margin = Phrase(_BARELY, {"excess": plain(excess)}) if excess else _EXACTLY
            yield Hit(
                (*row.path, "完成"),
                stated=row.node.actual,
                computed=plain(excess),
                arguments={"name": wanted.label or row.name, "margin": margin},
            )


@rule(
    "IND-07",
    Severity.WARNING,
    message=Wording(
        "“{name}”为{stated}%，超过100%，请说明基数",
        '"{name}" is {stated}%, above 100%; state the base',
    ),
    hint=Wording(
        "覆盖、接种、满意等占比不会超过100%：请核对分子、分母，写明基数",
        "A share cannot pass 100%: check both counts and state the base",
    ),
)
def share_stays_within_100_percent(subject: Subject) -> Iterator[Hit]:
    """覆盖率、接种率、满意度等占比不超过100%。

    为什么：部分不会多于全体；超过的多半是分母取小了。完成率、增长率可以超过，不在此列。
    错：“12岁以上人群完成总进度104.15%”。
    对：“12岁以上人群接种率99.48%”，“筛查任务完成率101.6%”。
    """
    for row in indicator_rows(subject.department_year):
        actual = row.node.actual
        text = row.name if actual is None else row.name + actual.text
        holds_rate = "%" in text or "％" in text
        for share in _shares_of_a_whole(text) if holds_rate and _is_above(text) else ():
            if Decimal(share["number"]) > HUNDRED:
                yield Hit(
                    (*row.path, "完成"),
                    stated=share["number"],
                    computed="100",
                    arguments={"name": share["label"]},
                )


def _shares_of_a_whole(text: str) -> Iterator[re.Match[str]]:
    """Yield the shares in the phrases that hold a rate of three digits; 100% alone is none."""
    # The pattern of shares is slow: only the phrase that may hold one is searched.
    for phrase in _PHRASE_END.split(text):
        if _is_above(phrase):
            yield from _SHARE.finditer(phrase)


def _is_above(text: str) -> bool:
    # Most texts hold no such rate at all.
    rates = _LARGE.findall(text)
    return bool(rates) and any(rate != "100" for rate in rates)


def _is_survey_figure(actual: Quantity | None) -> bool:
    if actual is None:
        return False
    repeats = any(measure.comparator is not None for measure in actual.measures)
    return not repeats and bool(_MEASURED.search(actual.text))


@rule(
    "IND-18",
    Severity.WARNING,
    message=Wording("满意度指标无测评数据", "Satisfaction scored without a survey figure"),
    hint=Wording(
        "“{name}”：请填满意率，并注明样本数或测评来源",
        '"{name}": enter the rate, with sample or source',
    ),
)
def satisfaction_is_surveyed(subject: Subject) -> Iterator[Hit]:
    """满意度指标有测评得出的满意率，或注明样本和来源。

    为什么：满意度是服务对象的评价，不能由工作情况或“不断增强”代替。
    错：满意度指标，完成“不断增强”。
    对：满意度指标，完成“96.2%”。
    """
    for row in indicator_rows(subject.department_year):
        if _SATISFACTION in row.family or _SATISFACTION in row.name:
            is_reported = row.node.actual is not None or row.node.score is not None
            if is_reported and not _is_survey_figure(row.node.actual):
                yield Hit((*row.path, "完成"), stated=row.node.actual, arguments={"name": row.name})
