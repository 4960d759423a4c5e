"""Rules on what a table as a whole can measure: targets of their own, and figures among them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportgen.figures.rounding import HUNDRED, plain, round_apart
from reportgen.figures.totals import total
from reportgen.figures.weights import filled
from reportgen.model.finding import Severity
from reportgen.model.indicators import Indicator
from reportgen.rules.readings.indicator_rows import IndicatorRow, indicator_tables
from reportgen.rules.readings.scorecards import named
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_FEWEST: Final = 3
"""Tables of fewer indicators are too short for a share of them to mean anything."""


@rule(
    "IND-20",
    Severity.WARNING,
    message=Wording(
        "“{name}”下{n}个指标共用目标“{stated}”，没有各自的指标值，{points}无从考核",
        '{n} indicators under "{name}" share the target "{stated}" and have none of their own'
        "{points}",
    ),
    hint=Wording(
        "请给每个指标填可以衡量的目标：{names}", "Give each a target that can be measured: {names}"
    ),
)
def each_indicator_has_its_target(subject: Subject) -> Iterator[Hit]:
    """每个指标有自己的目标，不几项共用一句话。

    为什么：一句“按规定填报”管几项，完成值填什么都对，分数没有依据。目标是数值的可以共用。
    本程序自设的规则，不在原编目之内。
    错：八项指标共用目标“根据考核办法规定填报”，各填完成100%、得满分。
    对：预算编审管理，目标“预算编制按时报送，误差率≤5%”。
    """
    for table in indicator_tables(subject.department_year):
        for path, node in table.nodes:
            if not node.children or node.target is None or node.target.is_numeric:
                continue
            sharing = [
                child
                for child in filled(node.children)
                if child.target is None and not child.children and child.score is not None
            ]
            if len(sharing) > 1:
                points = total(_points(child) for child in sharing)
                words = {
                    "name": named(node),
                    "n": len(sharing),
                    "points": _points_at_stake(points),
                    "names": "、".join(named(child) for child in sharing),
                }
                yield Hit((*path, "目标"), stated=node.target, arguments=words)


def _points(node: Indicator) -> Decimal | None:
    return node.score if node.weight is None else node.weight


def _points_at_stake(points: Decimal | None) -> Wording:
    if points is None:
        return Wording("", "")
    return Wording(f"{plain(points)}分", f" ({plain(points)} points)")


@rule(
    "IND-21",
    Severity.WARNING,
    message=Wording(
        "{n}个指标中{stated}个是定性表述（{computed}%），难以考核",
        "{stated} of {n} targets are words without a figure ({computed}%)",
    ),
    hint=Wording(
        "绩效指标以定量为主，口径上限{limit}%；请给能计量的填数：{names}",
        "Targets are figures in the main, at most {limit}% words: measure what can be: {names}",
    ),
)
def targets_are_mostly_figures(subject: Subject) -> Iterator[Hit]:
    """目标表以定量指标为主，定性指标的占比不超过口径的上限。

    为什么：年初的目标没有数，年底就无从判断是否完成。自评表照抄目标的见 IND-03。
    本程序自设的规则，不在原编目之内。
    错：10 个指标，7 个写“不断提高”“降低”一类的话。
    对：10 个指标，2 个定性，其余有数。
    """
    limit = subject.profile.most_qualitative
    for table in indicator_tables(subject.department_year):
        if not table.is_goal_table:
            continue
        rows = [row for row in table.rows if row.node.target is not None]
        if len(rows) < _FEWEST:
            continue
        wordy = [row for row in rows if _is_wordy(row)]
        if len(wordy) * HUNDRED > limit * len(rows):
            share = round_apart(Decimal(len(wordy)) / len(rows) * HUNDRED, limit, 1)
            names = "、".join(row.name for row in wordy)
            words = {"n": len(rows), "limit": limit, "names": names}
            yield Hit((*wordy[0].path, "目标"), len(wordy), share, words)


def _is_wordy(row: IndicatorRow) -> bool:
    target = row.node.target
    return target is not None and not any(character.isdigit() for character in target.text)
