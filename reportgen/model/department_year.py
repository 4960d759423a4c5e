"""The root: one department's year, as one YAML file tells it."""

from __future__ import annotations

from typing import Annotated

from reportgen.model.fields import MANY, PART, Count, Paragraphs, Text, Year, field
from reportgen.model.funds import Funds, Institutions
from reportgen.model.indicators import Goals, Indicator, ScoringSheet, SelfEvaluation
from reportgen.model.papers import (
    Answer,
    Evaluation,
    FeedbackLetter,
    Project,
    Rectification,
    Report,
)
from reportgen.model.record import Record


class SubUnit(Record):
    """A unit the department is in charge of."""

    name: Text = field("名称", "Name", required=True)
    aliases: Annotated[tuple[Text, ...], MANY] = field("别名", "Other names", default=())


class Department(Record):
    """Who the department is and what it is for."""

    name: Text = field("名称", "Name", required=True)
    aliases: Annotated[tuple[Text, ...], MANY] = field("别名", "Other names", default=())
    budget_code: Text | None = field("预算编码", "Budget code")
    accounting_units: Count | None = field(
        "独立核算单位数", "Units with accounts of their own", unit="个"
    )
    posts: Count | None = field("编制人数", "Authorised posts", unit="人")
    staff: Count | None = field("实有人数", "Actual headcount", unit="人")
    contact: Text | None = field("联系人", "Contact")
    telephone: Text | None = field("联系电话", "Telephone")
    duties: Paragraphs = field("职能", "Duties", default=())
    divisions: Annotated[tuple[Text, ...], MANY] = field("内设机构", "Divisions", default=())
    affiliates: Annotated[tuple[SubUnit, ...], MANY] = field(
        "所属单位", "Affiliated units", default=()
    )
    projects: Count | None = field("项目数", "Budget projects", unit="个")
    tasks: Annotated[tuple[Text, ...], MANY] = field("主要工作", "Main tasks", default=())
    overview: Paragraphs = field("总体运行情况", "Overview and achievements", default=())


class DepartmentYear(Record):
    """A department's year: every fact once, for every form."""

    profile: Text = field("口径", "Scheme", default="national-2020", note="profiles/ 下的文件名")
    year: Year = field("年度", "Year", required=True)
    department: Department = field("部门", "Department", required=True)
    funds: Annotated[Funds, PART] = field("资金", "Funds", default=Funds.model_construct())
    institutions: Annotated[Institutions, PART] = field(
        "机构", "Units' accounts", default=Institutions.model_construct()
    )
    goals: Annotated[Goals, PART] = field("目标", "Goals", default=Goals.model_construct())
    indicators: Annotated[tuple[Indicator, ...], MANY] = field("指标", "Indicators", default=())
    self_evaluation: Annotated[SelfEvaluation, PART] = field(
        "自评", "Self-evaluation", default=SelfEvaluation.model_construct()
    )
    scoring_sheet: Annotated[ScoringSheet, PART] = field(
        "评分表", "Scoring sheet", default=ScoringSheet.model_construct()
    )
    evaluation: Annotated[Evaluation, PART] = field(
        "评价", "Evaluation", default=Evaluation.model_construct()
    )
    report: Annotated[Report, PART] = field(
        "报告", "Narrative report", default=Report.model_construct()
    )
    projects: Annotated[tuple[Project, ...], MANY] = field("项目", "Projects", default=())
    feedback_letters: Annotated[tuple[FeedbackLetter, ...], MANY] = field(
        "征求意见", "Feedback letters", default=()
    )
    rectifications: Annotated[tuple[Rectification, ...], MANY] = field(
        "整改", "Rectification reports", default=()
    )
    assertions: Annotated[tuple[Text, ...], MANY] = field(
        "核对", "The author's own assertions", default=(), note="如 资金.执行合计 <= 资金.到位资金"
    )
    answers: Annotated[tuple[Answer, ...], MANY] = field("说明", "Answers to findings", default=())
