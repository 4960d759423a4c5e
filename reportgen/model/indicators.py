"""Goals, indicators and scores."""

from __future__ import annotations

from typing import Annotated, Literal

from reportgen.model.fields import (
    MANY,
    PART,
    Amount,
    Count,
    Percent,
    Points,
    Text,
    Value,
    field,
)
from reportgen.model.record import Record

Tier = Literal["达成", "部分达成", "未达成"]


class Goal(Record):
    """One annual goal."""

    number: Text | None = field("编号", "Number", note="可不填，按次序编号")
    content: Text | None = field("内容", "Goal")


class Result(Record):
    """One reported result, and the goals it answers."""

    number: Text | None = field("编号", "Number", note="可不填，按次序编号")
    content: Text | None = field("内容", "Result")
    answers: Annotated[tuple[Text, ...], MANY] = field(
        "对应", "Goals it answers", default=(), note="所对应目标的编号"
    )


class Goals(Record):
    """What was meant and what came of it. Four goals and six results need not pair."""

    overall: Text | None = field("总体", "Overall goal", note="只有一段总目标的表用它")
    expected: Annotated[tuple[Goal, ...], MANY] = field("预期", "Expected", default=())
    achieved: Annotated[tuple[Result, ...], MANY] = field("完成", "Achieved", default=())


class Indicator(Record):
    """A node of the indicator tree: a family with children, or an indicator with a target.

    A branch may state a weight, a target or a scoring rule that all its children share. A branch
    without a name only groups: its children share what it states, and it is no level of the table.
    """

    name: Text | None = field("名称", "Name")
    project: Text | None = field("项目", "Project it belongs to")
    weight: Points | None = field("分值", "Points", unit="分")
    target: Value | None = field("目标", "Target", note="写在上级，下级共用")
    standard: Text | None = field("标准", "Performance standard", note="绩效标准")
    scoring_rule: Text | None = field("评分标准", "Scoring rule", note="写在上级，下级共用")
    actual: Value | None = field("完成", "Actual")
    score: Points | None = field("得分", "Score", unit="分")
    tier: Tier | None = field("评定", "Tier", note="定性指标：达成、部分达成、未达成")
    reason: Text | None = field("原因", "Reason for deviation or deduction")
    measure: Text | None = field("措施", "Corrective measure")
    children: Annotated[tuple[Indicator, ...], MANY] = field("下级", "Children", default=())


class SelfEvaluation(Record):
    """The total and the grade, as the form prints them."""

    weight: Points | None = field("分值", "Total points", unit="分")
    score: Points | None = field("得分", "Total score", unit="分")
    grade: Text | None = field("等次", "Grade", note="优、良、中、差")


class SheetData(Record):
    """What the rows of the common index sheet are computed from.

    Staff, posts, balances, “三公” expenditure and fixed assets are taken from 部门 and 机构.
    Source: 财预〔2013〕53号 and the score sheets built on it.
    """

    three_public_budget: Amount | None = field("三公预算数", "“三公” budget", unit="万元")
    prior_three_public_budget: Amount | None = field(
        "上年三公预算数", "“三公” budget, prior year", unit="万元"
    )
    priority_spending: Amount | None = field("重点支出", "Priority spending", unit="万元")
    project_spending: Amount | None = field("项目总支出", "All project spending", unit="万元")
    initial_budget: Amount | None = field("年初预算数", "Original budget", unit="万元")
    budget_adjustment: Amount | None = field("预算调整数", "Budget adjustment", unit="万元")
    late_funds: Count | None = field("未按进度专项数", "Earmarked funds disbursed late", unit="项")
    prior_carry_over: Amount | None = field("上年结转", "Prior carry-over", unit="万元")
    procurement_budget: Amount | None = field("政府采购预算数", "Procurement budget", unit="万元")
    procurement_actual: Amount | None = field("政府采购执行数", "Procurement actual", unit="万元")
    card_rate: Percent | None = field("公务卡刷卡率", "Official-card rate")
    satisfaction: Percent | None = field("满意度", "Satisfaction rate")


class ScoringSheet(Record):
    """The common index sheet: its inputs, and the scored rows."""

    data: Annotated[SheetData, PART] = field("数据", "Inputs", default=SheetData.model_construct())
    indicators: Annotated[tuple[Indicator, ...], MANY] = field("指标", "Scored rows", default=())
