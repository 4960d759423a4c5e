"""Rules on the execution rate: what was spent against what was budgeted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportgen.figures.execution import POLICY_WORDS, execution_score
from reportgen.figures.rounding import (
    HUNDRED,
    MONEY_DECIMALS,
    decimals,
    plain,
    round_apart,
    round_half_up,
)
from reportgen.figures.tolerance import ADJUSTMENT_TOLERANCE, agrees
from reportgen.model.finding import Severity
from reportgen.rules.readings.rated_rows import (
    distinct_rows,
    rated_rows,
    spent,
    takes_transfers_out,
)
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_BUDGET_IS_ZERO: Final = Wording("全年预算数为0但有执行数", "Budget is 0 but spending is not")
_NO_BUDGET: Final = Wording(
    "该行有得分但全年预算数未填", "The row is scored but its budget is blank"
)
_NO_SPENDING: Final = Wording(
    "该行有得分但全年执行数未填", "The row is scored but its spending is blank"
)


@rule(
    "EXEC-01",
    Severity.ERROR,
    message=Wording(
        "执行率应为{computed}，表填{stated}，差{difference}个百分点",
        "Execution rate should be {computed}, form says {stated} ({difference} points apart)",
    ),
    hint=Wording(
        "按{formula}计算；改正执行率，或不填执行率由程序计算",
        "Computed as {formula}; correct the rate, or leave it blank to have it computed",
    ),
    answerable=False,
    basis="执行率＝执行数÷调整后预算数，见湖北、四川公开口径；（B−C）÷A 见望城2023年公开表",
)
def stated_rate_is_the_computed_one(subject: Subject) -> Iterator[Hit]:
    """填写的执行率，与按口径公式算出的相符，误差不超过所填末位的一半。

    为什么：执行率是算出来的，凑整或抄错都会改变得分。
    错：预算数 30758.63，执行数 27512.96，执行率填 90%。
    对：执行率填 89.45%，或填 89%。
    """
    for each in rated_rows(subject):
        stated, rate = each.row.rate, each.rate
        if stated is None or rate is None or agrees(stated.percent, rate):
            continue
        computed = round_half_up(rate, max(MONEY_DECIMALS, decimals(stated.percent)))
        words = {
            "difference": plain(abs(stated.percent - computed)),
            "formula": subject.profile.rate_formula,
        }
        yield Hit(each.place, stated.text, f"{computed}%", words)


@rule(
    "EXEC-02",
    Severity.WARNING,
    message=Wording(
        "执行率{computed}超过100%：全年预算数应填调整后预算，请核对并说明",
        "Execution rate {computed} above 100%: use the adjusted budget and explain",
    ),
    hint=Wording(
        "超预算{difference}万元；预算数应填调整后的全年预算，确属如此的，在该行的 说明 中写明原因",
        "{difference} above the budget: use the adjusted one of the year, or say why under 说明",
    ),
    basis="预算数为调整后财政资金总额，见湖北公开口径",
)
def spending_stays_within_budget(subject: Subject) -> Iterator[Hit]:
    """执行率不超过 100%；超过而没有说明的，要核对预算数。

    为什么：没有预算不得支出，超过 100% 多半是预算数填了年初数。
    错：预算数 25591.99949，执行数 33557.32，没有说明。
    对：预算数填调整后的 34000，或在该行说明原因。
    """
    for each in distinct_rows(subject):
        if each.rate is not None and each.rate > HUNDRED and not each.explained:
            computed = f"{round_apart(each.rate, HUNDRED)}%"
            excess = spent(subject, each.row) - (each.row.budget or Decimal(0))
            yield Hit(each.place, each.stated, computed, {"difference": plain(excess)})


@rule(
    "EXEC-03",
    Severity.WARNING,
    message=Wording(
        "执行率{computed}低于{threshold}%，未说明原因；未执行{difference}万元",
        "Execution rate {computed} below {threshold}% with no reason; {difference} unspent",
    ),
    hint=Wording(
        "请在该行的 说明 中写明未执行的原因和去向（结转、收回）",
        "Say under 说明 of this row why it was not spent and where it went",
    ),
    basis="预算执行率未达到90%的需说明原因，见四川公开口径",
)
def low_execution_is_explained(subject: Subject) -> Iterator[Hit]:
    """执行率低于口径下限的，要说明原因；正好等于下限的不算低。

    为什么：钱没有花出去，要么预算不实，要么事情没有做。
    错：预算数 22603.5，执行数 6576.08，没有说明。
    对：该行的说明写明项目招标推迟，资金结转下年。
    """
    threshold = subject.profile.execution_threshold
    for each in distinct_rows(subject):
        if each.rate is not None and each.rate < threshold and not each.explained:
            unspent = (each.row.budget or Decimal(0)) - spent(subject, each.row)
            words = {"threshold": threshold, "difference": plain(unspent)}
            yield Hit(each.place, each.stated, f"{round_apart(each.rate, threshold)}%", words)


@rule(
    "EXEC-04",
    Severity.ERROR,
    message=Wording("{problem}，无法计算执行率", "{problem}; rate undefined"),
    hint=Wording(
        "请填全年预算数（调整后）和全年执行数", "Fill in the adjusted budget and the expenditure"
    ),
)
def rate_can_be_computed(subject: Subject) -> Iterator[Hit]:
    """有执行数的行，预算数不为 0；计分的行，预算数和执行数都要填。

    为什么：分母为 0 或缺数，执行率和得分都无从算起。
    错：预算数 0，执行数 120。
    对：预算数填调整后的 120。
    """
    for each in distinct_rows(subject):
        row = each.row
        if row.budget == 0 and row.executed:
            yield Hit((*each.path, "预算数"), row.budget, None, {"problem": _BUDGET_IS_ZERO})
        elif row.score is not None and row.budget is None:
            yield Hit((*each.path, "预算数"), None, None, {"problem": _NO_BUDGET})
        elif row.score is not None and row.executed is None:
            yield Hit((*each.path, "执行数"), None, None, {"problem": _NO_SPENDING})


@rule(
    "EXEC-05",
    Severity.ERROR,
    message=Wording(
        "执行率得分应为{computed}，表填{stated}（规则{policy}）",
        "Execution score should be {computed}, form says {stated} (policy {policy})",
    ),
    hint=Wording(
        "分值{weight}，执行率{rate}%；请改正得分",
        "Weight {weight}, rate {rate}%; correct the score",
    ),
    basis="得分＝分值×执行率且不突破分值，见湖北公开口径；超出部分反向扣分由望城2023年公开表推算",
)
def fund_score_follows_the_policy(subject: Subject) -> Iterator[Hit]:
    """资金执行率的得分，与口径规定的计分方法相符，误差不超过所填末位的一半。

    为什么：这一项得分是算出来的，不是评出来的；分档和人工评定的口径不核对。
    错：分值 10，执行率 89.45%，得分填 10。
    对：得分填 8.95 或 8.9。
    """
    policy = subject.profile.execution_policy
    for each in rated_rows(subject):
        row, rate = each.row, each.rate
        if row.score is None or row.weight is None or rate is None:
            continue
        exact = execution_score(policy, row.weight, rate)
        if exact is not None and not agrees(row.score, exact):
            computed = round_half_up(exact, max(MONEY_DECIMALS, decimals(row.score)))
            words = {
                "policy": POLICY_WORDS[policy],
                "weight": row.weight,
                "rate": round_half_up(rate, 2),
            }
            yield Hit((*each.path, "得分"), row.score, computed, words)


@rule(
    "EXEC-08",
    Severity.WARNING,
    message=Wording(
        "上级转移支付填{stated}，而执行超预算{computed}万元，请核对C",
        "Transfers are {stated} although spending exceeds budget by {computed}; check C",
    ),
    hint=Wording(
        "执行数中的上级转移支付应从执行率中扣除；要使执行率不超过100%，C至少为{computed}",
        "Transfers within the spending are taken out of the rate;"
        " C must be at least {computed} for a rate of at most 100%",
    ),
)
def transfers_are_stated(subject: Subject) -> Iterator[Hit]:
    """执行率按（B−C）÷A 计算的，执行超预算时上级转移支付不应为 0。

    为什么：年中下达的上级资金进了执行数却没有进 C，执行率就会虚高。
    错：预算数 25656.78，执行数 45033.4，上级转移支付 0。
    对：上级转移支付 19376.62。
    """
    if not takes_transfers_out(subject):
        return
    for each in distinct_rows(subject):
        row = each.row
        if row.transfers == 0 and row.budget and row.executed and row.executed > row.budget:
            yield Hit((*each.path, "上级转移支付"), row.transfers, row.executed - row.budget)


@rule(
    "EXEC-09",
    Severity.WARNING,
    message=Wording(
        "年中调整{difference}万元（{percent}），未说明理由",
        "Budget adjusted by {difference} ({percent}) with no explanation",
    ),
    hint=Wording(
        "年初预算{computed}万元，调整后{stated}万元；请在该行的 说明 中写明调整依据",
        "Original budget {computed}, adjusted {stated}; give the ground under 说明 of this row",
    ),
    basis="年中发生预算调整的，应单独说明理由，见四川公开口径",
)
def adjustment_is_explained(subject: Subject) -> Iterator[Hit]:
    """全年预算数与年初预算数不同的，要说明调整理由。

    为什么：预算经人大批准，调整要有依据。
    错：年初预算数 100，预算数 150，没有说明。
    对：该行的说明写明年中追加上级专项 50 万元。
    """
    for each in distinct_rows(subject):
        initial, budget = each.row.initial_budget, each.row.budget
        if initial is None or budget is None or each.explained:
            continue
        change = budget - initial
        if abs(change) > ADJUSTMENT_TOLERANCE:
            share = f"{round_half_up(change / initial * HUNDRED, 2)}%" if initial else "—"
            words = {"difference": plain(change), "percent": share}
            other = (*each.path, "年初预算数")
            yield Hit((*each.path, "预算数"), budget, initial, words, other=other)
