"""Rules on targets: measurable, in the right family, comparable, and not their own name."""

from __future__ import annotations

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from reportgen.figures.rounding import HUNDRED
from reportgen.model.finding import DataPath, Severity
from reportgen.rules.readings.indicator_rows import (
    IndicatorRow,
    IndicatorTable,
    indicator_rows,
    indicator_tables,
)
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording
from reportgen.wording.quantities import Comparator, Measure, Quantity, comparators_before_figures
from reportgen.wording.sameness import squeezed

_DIGIT: Final = re.compile(r"\d")
_COUNTABLE: Final = re.compile("数量|成本|满意")
_RATE: Final = re.compile(r"(?<![效频功])率$")
_PEOPLE: Final = ("人", "人次", "名")
_SYMBOL: Final = re.compile(r"[^\u4e00-\u9fff]+")
_WORDED: Final = {"≥": "大于等于", ">": "大于", "≤": "小于等于", "<": "小于", "=": "等于"}
_A_RATE: Final = Wording("比率", "a rate")
_A_HEADCOUNT: Final = Wording("人数", "a headcount")
_QUALITY: Final = Wording("质量", "quality")
_QUANTITY: Final = Wording("数量", "quantity")


def _unmeasured_goal(table: IndicatorTable, row: IndicatorRow) -> str | None:
    """Return the key of a goal in words only; in a table without targets the name is the goal."""
    if row.node.target is not None:
        is_words = not row.node.target.measures and not _DIGIT.search(row.node.target.text)
        return "目标" if is_words else None
    named_goal = not table.has_targets and row.node.actual is not None
    return "名称" if named_goal and not _DIGIT.search(row.name) else None


@rule(
    "IND-09",
    Severity.WARNING,
    message=Wording(
        "“{family}”应量化，“{name}”为定性表述",
        '"{family}" must be quantified; "{name}" is qualitative',
    ),
    hint=Wording(
        "请给出可以计量的指标值，如≥95%、18家、不超过600万元",
        "Set a value that can be measured, such as ≥95%",
    ),
)
def countable_family_has_figures(subject: Subject) -> Iterator[Hit]:
    """数量、成本和满意度指标的目标是数值。

    为什么：这三类指标说的就是多少；“降低”“有明显帮助”无法考核。
    错：成本指标，目标“降低”。
    对：成本指标，目标“≤600万元”。
    """
    for table in indicator_tables(subject.department_year):
        families = {row.family for row in table.rows}
        countable = {family for family in families if _COUNTABLE.search(family)}
        for row in table.rows if countable else ():
            key = _unmeasured_goal(table, row) if row.family in countable else None
            if key is not None:
                yield Hit(
                    (*row.path, key),
                    stated=row.node.target,
                    arguments={"family": row.family, "name": row.name},
                )


@rule(
    "IND-10",
    Severity.WARNING,
    message=Wording(
        "“{name}”是{kind}，宜列{where}指标", '"{name}" is {kind}; belongs under {where}'
    ),
    hint=Wording("请移到相应的二级指标下", "Move it to that family"),
)
def indicator_stands_in_its_family(subject: Subject) -> Iterator[Hit]:
    """比率列质量指标，人数列数量指标。

    为什么：数量指标说做了多少，质量指标说做得怎样；放错了，权重也跟着错。
    错：数量指标下列“肺结核患者管理率”。
    对：质量指标下列“肺结核患者管理率”。
    """
    for row in indicator_rows(subject.department_year):
        if "数量" in row.family and _RATE.search(row.name):
            kind, where = _A_RATE, _QUALITY
        elif "质量" in row.family and _counts_people(row.node.target):
            kind, where = _A_HEADCOUNT, _QUANTITY
        else:
            continue
        yield Hit(
            (*row.path, "名称"),
            stated=row.family,
            computed=where.zh + "指标",
            arguments={"name": row.name, "kind": kind, "where": where},
        )


def _counts_people(target: Quantity | None) -> bool:
    return target is not None and any(measure.unit in _PEOPLE for measure in target.measures)


@rule(
    "IND-11",
    Severity.WARNING,
    message=Wording("指标名称与指标值相同：“{name}”", 'Indicator name equals its value: "{name}"'),
    hint=Wording(
        "名称写考核什么，指标值写达到多少", "Name what is measured; the value says how much"
    ),
)
def target_says_more_than_name(subject: Subject) -> Iterator[Hit]:
    """指标值不与指标名称相同。

    为什么：名称重复一遍不是目标，年底无从判断是否完成。
    错：名称“卫生健康事业可持续发展”，指标值“卫生健康事业可持续发展”。
    对：名称“每千人口执业医师数”，指标值“≥3.2人”。
    """
    for row in indicator_rows(subject.department_year):
        target = row.node.target
        if target and row.node.name and squeezed(target.text) == squeezed(row.node.name):
            yield Hit(
                (*row.path, "目标"),
                stated=target,
                arguments={"name": row.name},
                other=(*row.path, "名称"),
            )


@rule(
    "IND-12",
    Severity.WARNING,
    message=Wording(
        "{n}行绩效标准与指标值相同，应填计划、行业或历史标准",
        "{n} standards just repeat the target; give a planned, sector or historical standard",
    ),
    hint=Wording(
        "请写标准的来源和数值，如“行业标准：≥90%”“上年实际：87%”",
        "Name the yardstick and its value, such as the figure of last year",
    ),
)
def standard_is_a_yardstick(subject: Subject) -> Iterator[Hit]:
    """绩效标准不是指标值的重复；一张表各行都相同时，合并报一次。

    为什么：标准是衡量指标值高低的尺子，照抄指标值等于没有标准。
    错：各行指标值“≥90%”，绩效标准“≥90%”。
    对：指标值“≥90%”，绩效标准“行业标准：≥85%”。
    """
    for table in indicator_tables(subject.department_year):
        rows = [row for row in table.rows if row.node.standard and row.node.target]
        if len(rows) > 1 and all(
            squeezed(row.node.standard) == squeezed(row.node.target) for row in rows
        ):
            first = rows[0]
            yield Hit(
                (*first.path, "标准"),
                stated=first.node.standard,
                arguments={"n": len(rows)},
                other=(*first.path, "目标"),
            )


def _lacks_comparator(measure: Measure) -> bool:
    """Whether a figure may mean at least, at most or exactly; 0 and 100% can mean one thing."""
    is_extreme = measure.number == 0 or (measure.unit == "%" and measure.number == HUNDRED)
    return measure.comparator is None and not is_extreme


@rule(
    "IND-13",
    Severity.WARNING,
    message=Wording(
        "“{name}”指标值“{stated}”缺少≥/≤/=", '"{name}": value "{stated}" has no ≥, ≤ or ='
    ),
    hint=Wording("请在数值前写≥、≤或=", "Write ≥, ≤ or = before the figure"),
)
def planned_quantity_has_comparator(subject: Subject) -> Iterator[Hit]:
    """绩效目标表中的数值带比较符。

    为什么：不写≥或≤，年底无法判断多做少做是好是坏。
    错：指标值“260770人次”。
    对：指标值“≥260770人次”。
    """
    for table in indicator_tables(subject.department_year):
        for row in table.rows if table.is_goal_table else ():
            target = row.node.target
            if target and any(_lacks_comparator(measure) for measure in target.measures):
                yield Hit((*row.path, "目标"), stated=target, arguments={"name": row.name})


def _glyphs(subject: Subject) -> Iterator[tuple[DataPath, str, Comparator]]:
    """Yield every comparator typed in a target or a standard: its place, its form, its meaning.

    大于等于, 不低于 and the like are one form: words.
    """
    for table in indicator_tables(subject.department_year):
        for path, node in table.nodes:
            if node.target is None and node.standard is None:
                continue
            for key, cell in (("目标", node.target), ("标准", node.standard)):
                for spelling, meaning in comparators_before_figures(str(cell)) if cell else ():
                    yield (*path, key), _form(spelling, meaning), meaning


@functools.lru_cache(maxsize=64)
def _form(spelling: str, meaning: Comparator) -> str:
    return spelling if _SYMBOL.fullmatch(spelling) else _WORDED[meaning]


@rule(
    "IND-14",
    Severity.INFO,
    message=Wording(
        "比较符不统一（{forms}），请统一为{computed}",
        "Mixed comparator glyphs ({forms}); use {computed} throughout",
    ),
    hint=Wording("照原样打印，不代为改动", "It is printed as typed; nothing is changed for you"),
)
def comparators_look_alike(subject: Subject) -> Iterator[Hit]:
    """同一个比较符全文写法一致；每种比较符报一次。

    为什么：≧与≥混用、符号与文字混用，读者会以为意思不同，汇总时也对不上。
    错：一行“≧90%”，另一行“≥95%”。
    对：两行都用“≥”。
    """
    seen: defaultdict[Comparator, Counter[str]] = defaultdict(Counter)
    places: dict[str, DataPath] = {}
    for path, form, meaning in _glyphs(subject):
        seen[meaning][form] += 1
        places.setdefault(form, path)
    for meaning, forms in seen.items():
        others = [form for form in forms if form != meaning]
        if len(forms) > 1:
            yield Hit(
                places[others[0]],
                stated=others[0],
                computed=meaning,
                arguments={"forms": "/".join(f"{form}×{forms[form]}" for form in forms)},
            )
