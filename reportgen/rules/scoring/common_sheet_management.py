"""Rules on the common index sheet: management, assets, satisfaction; what cannot be computed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportgen.figures.common_sheet import score_agrees
from reportgen.figures.rounding import plain
from reportgen.figures.sheet_rows import Outcome
from reportgen.model.finding import Severity
from reportgen.model.profile import PerPoint
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.rules.scoring.sheet_scores import (
    FORM,
    SCORE_BY_RULE,
    ScoredRow,
    missing_inputs,
    scored_rows,
    wrongly_scored,
)
from reportgen.wording.language import Wording

_MODES: Final[dict[PerPoint, Wording]] = {
    "continuous": Wording("比例（不足一个百分点的按比例）", "in proportion, parts of a point too"),
    "floor": Wording("整百分点（不足一个百分点的不计）", "by whole points only"),
}


@rule(
    "SHT-08",
    Severity.ERROR,
    message=Wording(
        "政府采购执行率{rate}，应得{computed}分，自评{stated}分",
        "Procurement execution {rate}: {computed} points, self-score {stated}",
    ),
    hint=SCORE_BY_RULE,
    basis=FORM,
)
def procurement_scored_by_execution(subject: Subject) -> Iterator[Hit]:
    """政府采购执行率按采购执行数与预算数之比计分，低于100%每个百分点扣0.2分。

    为什么：采购预算编了就应执行。
    错：采购预算100，执行95，自评3分。
    对：采购预算100，执行95，自评2分。
    """
    yield from wrongly_scored(subject, "政府采购执行率")


@rule(
    "SHT-09",
    Severity.ERROR,
    message=Wording(
        "公务卡刷卡率{rate}，应得{computed}分，自评{stated}分",
        "Official-card rate {rate}: {computed} points, self-score {stated}",
    ),
    hint=SCORE_BY_RULE,
    basis=FORM,
)
def card_use_scored_by_rate(subject: Subject) -> Iterator[Hit]:
    """公务卡刷卡率达50%得满分，每低一个百分点扣0.2分。

    为什么：刷卡率可由财务系统查得，得分可以算出。
    错：刷卡率40%，自评3分。
    对：刷卡率40%，自评1分。
    """
    yield from wrongly_scored(subject, "公务卡刷卡率")


@rule(
    "SHT-10",
    Severity.ERROR,
    message=Wording(
        "固定资产利用率{rate}，应得{computed}分，自评{stated}分",
        "Fixed-asset use {rate}: {computed} points, self-score {stated}",
    ),
    hint=SCORE_BY_RULE,
    basis=FORM,
)
def asset_use_scored_by_rate(subject: Subject) -> Iterator[Hit]:
    """固定资产利用率按在用固定资产占全部固定资产的比例计分，低于100%每个百分点扣0.1分。

    为什么：在用和合计表上都有，得分可以算出。
    错：固定资产100，在用90，自评3分。
    对：固定资产100，在用90，自评2分。
    """
    yield from wrongly_scored(subject, "固定资产利用率")


@rule(
    "SHT-11",
    Severity.ERROR,
    message=Wording(
        "满意度{rate}，应得{computed}分，自评{stated}分",
        "Satisfaction {rate}: {computed} points, self-score {stated}",
    ),
    hint=SCORE_BY_RULE,
    basis=FORM,
)
def satisfaction_scored_by_band(subject: Subject) -> Iterator[Hit]:
    """社会公众或服务对象满意度按满意度分档计分，下限含本数。

    为什么：95%、85%、75%各为一档，差一点就是另一档。
    错：满意度94.9%，自评5分。
    对：满意度94.9%，自评3分。
    """
    yield from wrongly_scored(subject, "社会公众或服务对象满意度")


@rule(
    "SHT-12",
    Severity.WARNING,
    message=Wording(
        "“{name}”得{stated}分，但缺少计算数据：{inputs}",
        '"{name}" scored {stated} but inputs are missing: {inputs}',
    ),
    hint=Wording(
        "请在“评分表.数据”“部门”或“机构”中补填这些数据",
        "Fill them in under 评分表.数据, 部门 or 机构",
    ),
    basis=FORM,
)
def scored_row_has_its_inputs(subject: Subject) -> Iterator[Hit]:
    """可以计算的行得了分，计算所用的数据就应填报。

    为什么：没有数据的满分无法核实。
    错：公务卡刷卡率得3分，没有刷卡率。
    对：公务卡刷卡率得3分，数据中刷卡率62%。
    """
    for scored in scored_rows(subject):
        missing = missing_inputs(scored) if scored.score > 0 else []
        if missing:
            yield Hit(
                (*scored.path, "得分"),
                stated=plain(scored.score),
                arguments={"name": scored.name, "inputs": "、".join(missing)},
            )


@rule(
    "SHT-13",
    Severity.INFO,
    message=Wording("按{mode}计扣", "Deduction counted {mode}"),
    hint=Wording(
        "“{name}”的得分对错取决于此：不足一个百分点是否计扣，由口径的“每百分点”规定",
        'Whether the score of "{name}" is right hangs on it; the profile decides (每百分点)',
    ),
)
def deduction_does_not_hang_on_parts_of_a_point(subject: Subject) -> Iterator[Hit]:
    """得分的对错取决于不足一个百分点是否计扣的，说明按哪一种计扣。

    为什么：“每超过一个百分点”没有说零头算不算，两种算法的结果可能不同。
    错：三公经费控制率102.5%，自评4分：整百分点计扣为4分，按比例计扣为3.5分。
    对：三公经费控制率102%，自评4分：两种算法相同。
    """
    for scored in scored_rows(subject):
        outcomes = [scored.outcome(mode) for mode in _MODES]
        if outcomes[0] == outcomes[1]:
            continue
        if len({_agrees(scored, outcome) for outcome in outcomes}) > 1:
            yield Hit(
                (*scored.path, "得分"),
                stated=plain(scored.score),
                arguments={"name": scored.name, "mode": _MODES[subject.profile.per_point]},
            )


def _agrees(scored: ScoredRow, outcome: Outcome | None) -> bool:
    return outcome is not None and score_agrees(scored.score, outcome.points)
