"""The papers around the figures: report, evaluation team, letters, projects, answers."""

from __future__ import annotations

from typing import Annotated, Literal

from reportgen.model.fields import MANY, PART, Amount, Date, Paragraphs, Text, field
from reportgen.model.funds import Funds
from reportgen.model.indicators import Goals, Indicator, SelfEvaluation
from reportgen.model.record import Record


class BasisDocument(Record):
    """A document the report rests on."""

    name: Text | None = field("名称", "Title")
    number: Text | None = field("文号", "Reference number", note="如 湘财绩〔2024〕5号")


ChartKind = Literal["预算执行", "指标失分", "单位执行率"]


class Section(Record):
    """A section of the report. A typed 序号 is printed as typed; without one it is numbered."""

    number: Text | None = field("序号", "Heading number", note="可不填，自动编号")
    heading: Text | None = field("标题", "Heading")
    listing: Literal["问题", "措施"] | None = field(
        "列出", "Prints a list", note="在此处逐条列出 报告.问题 或 报告.措施"
    )
    body: Paragraphs = field("正文", "Body", default=())
    chart: ChartKind | None = field("图", "Chart after it", note="报告要图表时，画在这一章之后")
    sections: Annotated[tuple[Section, ...], MANY] = field("章节", "Sections", default=())


class Report(Record):
    """The narrative report."""

    title: Text | None = field("标题", "Title")
    charts: Literal["是", "否"] | None = field("图表", "Draws charts", note="是 或 否；不填按口径")
    basis: Annotated[tuple[BasisDocument, ...], MANY] = field("依据", "Basis documents", default=())
    sections: Annotated[tuple[Section, ...], MANY] = field("章节", "Sections", default=())
    problems: Paragraphs = field("问题", "Problems", default=())
    measures: Paragraphs = field("措施", "Measures", default=())
    annexes: Annotated[tuple[Text, ...], MANY] = field(
        "附件", "Annexes", default=(), note="附件名称，逐件；不写序号和标点"
    )
    signatory: Text | None = field("署名", "Signatory", note="可不填，用部门名称")
    date: Date | None = field("日期", "Date")


class Evaluator(Record):
    """A member of the evaluation team."""

    name: Text | None = field("姓名", "Name")
    post: Text | None = field("职务", "Post or title")
    unit: Text | None = field("单位", "Unit")


class Evaluation(Record):
    """Who evaluated, and what the unit and the bureau say."""

    method: Text | None = field("方式", "Method")
    body: Text | None = field("机构", "Evaluating body")
    leader: Text | None = field("组长", "Team leader")
    report_date: Date | None = field("报告日期", "Date of the report")
    team: Annotated[tuple[Evaluator, ...], MANY] = field("人员", "Team", default=())
    unit_opinion: Text | None = field("单位意见", "Opinion of the unit")
    bureau_opinion: Text | None = field("财政意见", "Opinion of the bureau's division")
    preparer: Text | None = field("填报人", "Preparer")
    telephone: Text | None = field("联系电话", "Telephone")


class UpperFunds(Record):
    """Funds from higher levels."""

    central: Amount | None = field("中央", "Central", unit="万元")
    provincial: Amount | None = field("省", "Provincial", unit="万元")
    municipal: Amount | None = field("市", "Municipal", unit="万元")


class Preparation(Record):
    """Who filled a form in, and when."""

    preparer: Text | None = field("填表人", "Preparer")
    telephone: Text | None = field("联系电话", "Telephone")
    date: Date | None = field("填报日期", "Date")
    head: Text | None = field("单位负责人", "Head of the unit")


class Project(Record):
    """One project: its money, goals and indicators."""

    name: Text = field("名称", "Name", required=True)
    department: Text | None = field("主管部门", "Line department", note="即预算部门")
    implementer: Text | None = field("实施单位", "Implementing unit")
    own_budget: Amount | None = field("本级预算", "Own-level budget", unit="万元")
    upper_funds: Annotated[UpperFunds, PART] = field(
        "上级资金", "Upper-level funds", default=UpperFunds.model_construct()
    )
    total_budget: Amount | None = field("资金合计", "Stated total", unit="万元")
    period: Text | None = field("实施期", "Implementation period")
    period_goal: Text | None = field("实施期目标", "Goal of the period")
    annual_goal: Text | None = field("年度目标", "Annual goal")
    funds: Annotated[Funds, PART] = field("资金", "Funds", default=Funds.model_construct())
    goals: Annotated[Goals, PART] = field("目标", "Goals", default=Goals.model_construct())
    indicators: Annotated[tuple[Indicator, ...], MANY] = field("指标", "Indicators", default=())
    self_evaluation: Annotated[SelfEvaluation, PART] = field(
        "自评", "Self-evaluation", default=SelfEvaluation.model_construct()
    )
    preparation: Annotated[Preparation, PART] = field(
        "填表", "Preparation", default=Preparation.model_construct()
    )


class Problem(Record):
    """One problem named in a feedback letter."""

    number: Text | None = field("编号", "Number", note="可不填，按次序编号")
    content: Text | None = field("内容", "Problem")
    advice: Text | None = field("建议", "Advice")


class FeedbackLetter(Record):
    """A letter that asks a department for comments on an evaluation."""

    addressee: Text | None = field("收函单位", "Addressee")
    report: Text | None = field("报告名称", "Report", note="不带书名号")
    reply_by: Date | None = field("反馈期限", "Reply by")
    conclusion_opinion: Paragraphs = field("结论意见", "On the conclusion", default=())
    problem_opinion: Paragraphs = field("问题建议意见", "On problems and advice", default=())
    other_opinion: Paragraphs = field("其他意见", "Other opinions", default=())
    unit: Text | None = field("单位", "Signing unit")
    date: Date | None = field("日期", "Date of the opinion")
    sent_on: Date | None = field("发函日期", "Sent on")
    problems: Annotated[tuple[Problem, ...], MANY] = field("问题", "Problems", default=())


class Remedy(Record):
    """What was done about one problem."""

    problem: Text | None = field("问题", "Problem")
    answers: Text | None = field("对应", "Number of the problem in the letter")
    measure: Text | None = field("措施", "Measure")
    result: Text | None = field("结果", "Result")
    deadline: Text | None = field("时限", "Deadline")
    owner: Text | None = field("责任人", "Owner")


class Rectification(Record):
    """A rectification report."""

    expenditure: Text | None = field("预算支出名称", "Budget expenditure")
    evaluated: Text | None = field("评价内容", "What was evaluated")
    contact: Text | None = field("联系人", "Contact")
    telephone: Text | None = field("联系电话", "Telephone")
    received_on: Date | None = field("收到日期", "Feedback received on")
    remedies: Annotated[tuple[Remedy, ...], MANY] = field("情况", "Remedies", default=())
    unit_opinion: Paragraphs = field("单位意见", "Opinion of the unit", default=())
    head: Text | None = field("单位负责人", "Head of the unit")
    date: Date | None = field("日期", "Date")


class Answer(Record):
    """A reason given for a finding; the place is written with names, as in 评分表/经济效益."""

    rule: Text = field("规则", "Rule", required=True)
    place: Text | None = field("位置", "Place")
    reason: Text | None = field("理由", "Reason")
