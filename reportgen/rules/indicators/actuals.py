"""Rules on actuals: what is reported must be a measurement in the unit of its target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportgen.figures.degrees import is_weaker
from reportgen.figures.paired_measures import units_differ
from reportgen.figures.rounding import plain
from reportgen.figures.totals import total
from reportgen.model.finding import Severity
from reportgen.rules.readings.indicator_rows import (
    IndicatorRow,
    IndicatorTable,
    indicator_tables,
    paired_rows,
    reported_rows,
)
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording
from reportgen.wording.quantities import Comparator, Quantity, comparators_before_figures
from reportgen.wording.sameness import squeezed

_DIGIT: Final = re.compile(r"\d")
_NONE: Final = ("零", "无", "未发生", "没有")


def _means_zero(target: Quantity, actual: Quantity) -> bool:
    if not actual.text.strip().startswith(_NONE):
        return False
    return all(measure.number == 0 for measure in target.measures)


@rule(
    "IND-01",
    Severity.ERROR,
    message=Wording(
        "“{name}”目标为{target}，完成值“{stated}”不是数值",
        '"{name}": numeric target {target}, non-numeric actual "{stated}"',
    ),
    hint=Wording(
        "请填实际完成的数值和单位；情况说明写在“原因”中",
        "Enter the measured figure with its unit; explanations belong under 原因",
    ),
)
def numeric_target_has_numeric_actual(subject: Subject) -> Iterator[Hit]:
    """目标是数值的，完成值也是数值。

    为什么：没有数值就无法与目标比较，得分没有依据。
    错：目标“不低于 80%”，完成“逐步提高”。
    对：目标“不低于 80%”，完成“83.5%”。
    """
    for row, target, actual in reported_rows(subject.department_year):
        is_wordy = target.measures and not _DIGIT.search(actual.text)
        if is_wordy and not _means_zero(target, actual):
            yield Hit(
                (*row.path, "完成"),
                stated=actual,
                arguments={"name": row.name, "target": target},
                other=(*row.path, "目标"),
            )


@rule(
    "IND-02",
    Severity.WARNING,
    message=Wording(
        "“{name}”完成值“{stated}”照抄目标，应填实际数",
        '"{name}": actual "{stated}" repeats the target; enter the measured value',
    ),
    hint=Wording(
        "请去掉≥、不低于等比较符，填实际完成数", "Drop the comparator and enter the measured figure"
    ),
)
def actual_has_no_comparator(subject: Subject) -> Iterator[Hit]:
    """完成值是实际数，不带目标的比较符。

    为什么：“大于等于120人次”是要求，不是结果。
    错：目标“大于等于 120 人次”，完成“大于等于 120 人次”。
    对：目标“大于等于 120 人次”，完成“135人次”。
    """
    for row, target, actual in reported_rows(subject.department_year):
        copied = _comparators(actual) if actual.measures else ()
        if copied and copied & _comparators(target):
            yield Hit((*row.path, "完成"), stated=actual, arguments={"name": row.name})


def _comparators(cell: Quantity) -> set[Comparator]:
    return {comparator for _, comparator in comparators_before_figures(cell.text)}


def _is_bare_figure(actual: Quantity) -> bool:
    """Whether an actual is a plain figure, which may well hit its target exactly: 100%, 18家.

    79元/人 is the standard itself, and a cell with a comparator is the target itself.
    """
    for measure in actual.measures:
        if measure.comparator is not None or "/" in measure.unit:
            return False
    return actual.is_numeric


def _repeats_target(row: IndicatorRow) -> bool:
    target, actual = row.target, row.node.actual
    if target is None or actual is None or _is_bare_figure(actual):
        return False
    return squeezed(target.text) == squeezed(actual.text)


@rule(
    "IND-03",
    Severity.WARNING,
    message=Wording(
        "{n}个指标完成值与目标文字完全相同，{points}请补充佐证",
        "{n} actuals repeat the target word for word{points}; give evidence",
    ),
    hint=Wording("请填实际情况，或附佐证材料：{names}", "Report what was reached: {names}"),
)
def actual_says_more_than_target(subject: Subject) -> Iterator[Hit]:
    """完成值不照抄目标的文字；一张表合并报一次，几个指标的位置是这张表。

    为什么：与目标一字不差的完成情况没有说明做到了什么，所占的分数没有佐证。
    错：目标“逐步提高”，完成“逐步提高”。
    对：目标“逐步提高”，完成“由62%提高到68%”。
    """
    for table in indicator_tables(subject.department_year):
        rows = [row for row in table.rows if _repeats_target(row)]
        if rows:
            yield _copied(rows, table)


def _copied(rows: list[IndicatorRow], table: IndicatorTable) -> Hit:
    points = total(row.points for row in rows)
    said = Wording("", "")
    if points is not None:
        said = Wording(f"涉及{plain(points)}分，", f" ({plain(points)} points)")
    first = (*rows[0].path, "完成")
    # An answer for one indicator does not speak for the others.
    alone = len(rows) == 1
    return Hit(
        first if alone else table.path,
        stated=rows[0].node.actual,
        other=None if alone else first,
        arguments={
            "n": len(rows),
            "points": said,
            "names": "、".join(row.name for row in rows),
        },
    )


@rule(
    "IND-04",
    Severity.WARNING,
    message=Wording(
        "“{name}”目标“{target}”，完成“{stated}”，程度下降却得满分",
        '"{name}": target "{target}", actual "{stated}" is weaker',
    ),
    hint=Wording("请按实际程度计分，或补充依据", "Score what was reached, or give evidence"),
)
def weaker_actual_loses_points(subject: Subject) -> Iterator[Hit]:
    """完成的程度低于目标的，不得满分。

    为什么：有所提高弱于逐步提高，逐步提高弱于显著提升；说法降了，分数也应降。
    错：目标“逐步提高”，完成“有所提高”，3分得3分。
    对：目标“逐步提高”，完成“有所提高”，3分得2分。
    """
    for row, target, actual in reported_rows(subject.department_year):
        node = row.node
        scored = node.weight is not None and node.score is not None and node.score == node.weight
        if scored and is_weaker(actual.text, target.text):
            yield Hit(
                (*row.path, "完成"),
                stated=actual,
                arguments={"name": row.name, "target": target},
                other=(*row.path, "得分"),
            )


NO_UNIT: Final = Wording("（没有写）", "(none)")


@rule(
    "IND-08",
    Severity.ERROR,
    message=Wording(
        "“{name}”目标单位“{unit}”，完成值单位“{other_unit}”",
        '"{name}": units differ ("{unit}" / "{other_unit}")',
    ),
    hint=Wording("请统一单位，并换算数值", "Use one unit and convert the figure"),
)
def actual_has_unit_of_target(subject: Subject) -> Iterator[Hit]:
    """完成值与目标用同一单位。

    为什么：单位不同的两个数不能比较。
    错：目标“≥120人次”，完成“130人”；目标“≥65%”，完成“68.2”。
    对：目标“≥120人次”，完成“130人次”。
    """
    for row, wanted, reached in paired_rows(subject.department_year):
        unitless = wanted.unit == "%" and not reached.unit and reached.number != 0
        if unitless or units_differ(wanted.unit, reached.unit):
            yield Hit(
                (*row.path, "完成"),
                stated=row.node.actual,
                arguments={
                    "name": wanted.label or row.name,
                    "unit": wanted.unit,
                    "other_unit": NO_UNIT if unitless else reached.unit,
                },
                other=(*row.path, "目标"),
            )
