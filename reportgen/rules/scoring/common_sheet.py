"""Rules on the common index sheet: 投入 and 预算执行, recomputed from the figures."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.model.finding import Severity
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.rules.scoring.sheet_scores import FORM, SCORE_BY_RULE, wrongly_scored
from reportgen.wording.language import Wording


@rule(
    "SHT-01",
    Severity.ERROR,
    message=Wording(
        "在职人员控制率{rate}，应得{computed}分，自评{stated}分",
        "Staffing ratio {rate}: {computed} points, self-score {stated}",
    ),
    hint=SCORE_BY_RULE,
    basis=FORM,
)
def staffing_scored_by_ratio(subject: Subject) -> Iterator[Hit]:
    """财政供养人员控制率按实有人数与编制人数之比计分。

    为什么：编制和实有人数表上都有，得分可以算出：超过100%每个百分点扣0.5分，扣完为止。
    错：编制426，实有743（174.41%），自评5分。
    对：编制426，实有743，自评0分。
    """
    yield from wrongly_scored(subject, "财政供养人员控制率")


@rule(
    "SHT-02",
    Severity.ERROR,
    message=Wording(
        "三公经费变动率{rate}，应得{computed}分，自评{stated}分",
        "Three-public change {rate}: {computed} points, self-score {stated}",
    ),
    hint=SCORE_BY_RULE,
    basis=FORM,
)
def three_public_change_scored_by_budgets(subject: Subject) -> Iterator[Hit]:
    """“三公经费”变动率按本年与上年三公预算计分；上年为0的，本年也为0才得满分。

    为什么：三公经费只减不增，每增一个百分点扣0.5分。
    错：上年预算10，本年预算10.4（增4%），自评5分。
    对：上年预算10，本年预算10.4，自评3分。
    """
    yield from wrongly_scored(subject, "三公经费变动率")


@rule(
    "SHT-03",
    Severity.ERROR,
    message=Wording(
        "重点支出安排率{rate}，应得{computed}分，自评{stated}分",
        "Priority spending {rate}: {computed} points, self-score {stated}",
    ),
    hint=SCORE_BY_RULE,
    basis=FORM,
)
def priority_spending_scored_by_band(subject: Subject) -> Iterator[Hit]:
    """重点支出安排率按重点支出占项目总支出的比例分档计分，下限含本数。

    为什么：90%、80%、70%、60%各为一档，差一点就是另一档。
    错：重点支出85，项目总支出100，自评5分。
    对：重点支出85，项目总支出100，自评4分。
    """
    yield from wrongly_scored(subject, "重点支出安排率")


@rule(
    "SHT-04",
    Severity.ERROR,
    message=Wording(
        "预算调整率{rate}，应得{computed}分，自评{stated}分",
        "Budget adjustment {rate}: {computed} points, self-score {stated}",
    ),
    hint=SCORE_BY_RULE,
    basis=FORM,
)
def budget_adjustment_scored_by_band(subject: Subject) -> Iterator[Hit]:
    """预算调整率按调整数的绝对值占年初预算的比例分档计分，上限含本数。

    为什么：调增调减都说明预算编得不准。
    错：年初预算100，调减15，自评3分。
    对：年初预算100，调减15，自评1分。
    """
    yield from wrongly_scored(subject, "预算调整率")


@rule(
    "SHT-05",
    Severity.ERROR,
    message=Wording(
        "{measured}项专项未按进度下达，应得{computed}分，自评{stated}分",
        "{measured} funds late: {computed} points, self-score {stated}",
    ),
    hint=SCORE_BY_RULE,
    basis=FORM,
)
def payment_progress_scored_by_late_funds(subject: Subject) -> Iterator[Hit]:
    """支付进度按未按进度下达的专项数计分，每项扣0.5分。

    为什么：春节前下达50%、6月底前下达完，晚一项扣一次。
    错：2项未按进度，自评3分。
    对：2项未按进度，自评2分。
    """
    yield from wrongly_scored(subject, "支付进度")


@rule(
    "SHT-06",
    Severity.ERROR,
    message=Wording(
        "结余{measured}万元，应得{computed}分，自评{stated}分",
        "Balance {measured}: {computed} points, self-score {stated}",
    ),
    hint=SCORE_BY_RULE,
    basis=FORM,
)
def balance_scored_against_carry_over(subject: Subject) -> Iterator[Hit]:
    """资金结余：无结余得满分，不超过上年结转得2分，超过不得分。

    为什么：结余说明预算没有按计划花完。
    错：累计结余12，上年结转20，自评3分。
    对：累计结余12，上年结转20，自评2分。
    """
    yield from wrongly_scored(subject, "资金结余")


@rule(
    "SHT-07",
    Severity.ERROR,
    message=Wording(
        "三公经费控制率{rate}，应得{computed}分，自评{stated}分",
        "Three-public control {rate}: {computed} points, self-score {stated}",
    ),
    hint=SCORE_BY_RULE,
    basis=FORM,
)
def three_public_control_scored_by_budget(subject: Subject) -> Iterator[Hit]:
    """“三公经费”控制率按实际支出与预算之比计分，超过100%每个百分点扣1分。

    为什么：三公经费不得超预算。
    错：预算10，支出10.3（103%），自评6分。
    对：预算10，支出10.3，自评3分。
    """
    yield from wrongly_scored(subject, "三公经费控制率")
