"""A profile (口径): everything about a form or a check that is local, as data."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Final, Literal

from reportgen.model.fields import MANY, MAPPING, PART, Count, Points, Text, field
from reportgen.model.finding import Severity
from reportgen.model.record import Record

RateFormula = Literal["B/A", "(B-C)/A"]
ExecutionPolicy = Literal["linear_capped", "linear_symmetric", "banded", "manual"]
IndicatorPolicy = Literal["by_rule", "manual"]
ReversePolicy = Literal["ratio", "linear"]
PerPoint = Literal["continuous", "floor"]
SeverityChange = Literal["错误", "警告", "提示", "不查", "error", "warning", "info", "off"]
_CHANGES: Final[dict[str, Severity]] = {
    "错误": Severity.ERROR,
    "警告": Severity.WARNING,
    "提示": Severity.INFO,
    **{severity.value: severity for severity in Severity},
}


_MARGINS: Final = (10, 50)
_LINES: Final = (12, 60)


class GradeBand(Record):
    """One grade: from which score on, and which other words say the same."""

    grade: Text = field("等次", "Grade", required=True)
    lowest: Points = field("下限", "Lowest score", unit="分", required=True, note="含本数")
    aliases: Annotated[tuple[Text, ...], MANY] = field("别称", "Other words", default=())


class TierBand(Record):
    """One tier of a qualitative indicator: from which share of the weight on."""

    tier: Text = field("评定", "Tier", required=True)
    lowest: Points = field("下限", "Lowest share of the weight", unit="%", required=True)


class PageLayout(Record):
    """Local values of an official document's page; what is blank is as in the template.

    The templates are those of GB/T 9704-2012: 37, 35, 28 and 26 mm, 28.95 pt.
    """

    top: Points | None = field("上边距", "Top margin", unit="毫米")
    bottom: Points | None = field("下边距", "Bottom margin", unit="毫米")
    left: Points | None = field("左边距", "Left margin", unit="毫米")
    right: Points | None = field("右边距", "Right margin", unit="毫米")
    line: Points | None = field("行距", "Line pitch", unit="磅", note="正文的固定值")

    def unusable(self) -> Iterator[tuple[str, Decimal]]:
        """Yield the keys, with their values, that leave no page to write on."""
        for key, value in self.model_dump(by_alias=True, exclude_none=True).items():
            lowest, highest = _LINES if key == "行距" else _MARGINS
            if not lowest <= value <= highest:
                yield key, value


class LegalBasis(Record):
    """A document the scheme rests on."""

    name: Text = field("名称", "Title", required=True)
    number: Text | None = field("文号", "Reference number")
    verified: Literal["已核实", "未核实"] = field("核实", "Verified", default="未核实")


# Not validated: a first validation would take a tenth of the start of every command.
_GRADES = (
    GradeBand.model_construct(grade="优", lowest=Decimal(90), aliases=("优秀",)),
    GradeBand.model_construct(grade="良", lowest=Decimal(80), aliases=("良好",)),
    GradeBand.model_construct(grade="中", lowest=Decimal(60), aliases=("合格", "中等")),
    GradeBand.model_construct(grade="差", lowest=Decimal(0), aliases=("不合格",)),
)
_TIERS = (
    TierBand.model_construct(tier="达成", lowest=Decimal(80)),
    TierBand.model_construct(tier="部分达成", lowest=Decimal(60)),
    TierBand.model_construct(tier="未达成", lowest=Decimal(0)),
)


class Profile(Record):
    """A local scheme. What it leaves out it takes from 继承, and last from the defaults here.

    The defaults are those of 财预〔2020〕10号 as published forms restate them.
    """

    title: Text | None = field("名称", "Title")
    extends: Text | None = field("继承", "Extends", note="另一个口径的文件名")
    basis: Annotated[tuple[LegalBasis, ...], MANY] = field("依据", "Legal basis", default=())
    forms: Annotated[tuple[Text, ...], MANY] = field("表单", "Forms built by default", default=())
    rate_formula: RateFormula = field("执行率公式", "Execution rate", default="B/A")
    execution_policy: ExecutionPolicy = field(
        "执行率计分", "Score of the execution rate", default="linear_capped"
    )
    execution_threshold: Points = field(
        "执行率下限", "Below it a reason is due", unit="%", default=Decimal(90)
    )
    indicator_policy: IndicatorPolicy = field(
        "指标计分", "Score of measured indicators", default="by_rule"
    )
    reverse_policy: ReversePolicy = field(
        "反向指标计分", "Score of lower-is-better indicators", default="ratio"
    )
    tiers: Annotated[tuple[TierBand, ...], MANY] = field("定性档次", "Tiers", default=_TIERS)
    full_score: Points = field("满分", "Full score", unit="分", default=Decimal(100))
    grades: Annotated[tuple[GradeBand, ...], MANY] = field("等次", "Grades", default=_GRADES)
    weights: Annotated[dict[str, Points], MAPPING] = field(
        "一级权重", "Weights of the level-1 indicators", default={}
    )
    second_weights: Annotated[dict[str, Points], MAPPING] = field(
        "二级权重", "Weights of the level-2 indicators", default={}
    )
    families: Annotated[tuple[Text, ...], MANY] = field(
        "必设指标", "Required indicator families", default=(), note="写全称，如 数量指标"
    )
    sections: Annotated[tuple[Text, ...], MANY] = field(
        "必备章节", "Required sections of the report", default=()
    )
    over_achievement_note: Points = field(
        "超额提示", "Over-achievement noted from", unit="%", default=Decimal(120)
    )
    over_achievement_warning: Points = field(
        "超额警告", "Over-achievement needs a reason from", unit="%", default=Decimal(130)
    )
    largest_weight: Points = field(
        "单项权重上限", "Largest weight of one indicator", unit="分", default=Decimal(20)
    )
    most_qualitative: Points = field(
        "定性指标上限", "Largest share of targets in words", unit="%", default=Decimal(40)
    )
    largest_other_funds: Points = field(
        "其他资金上限", "Largest share of other funds", unit="%", default=Decimal(50)
    )
    project_coverage: Points = field(
        "项目覆盖下限", "Least share of itemised projects", unit="%", default=Decimal(50)
    )
    per_point: PerPoint = field("每百分点", "Deduction per percentage point", default="continuous")
    common_sheet: Literal["是", "否"] = field(
        "共性评分表", "Scores the common index sheet", default="否"
    )
    bureau: Text = field("财政部门", "Finance bureau", default="财政局", note="表上怎样称呼财政局")
    division: Text | None = field(
        "绩效科室", "Division in charge of performance", note="整改报告交给它，如 绩效管理股"
    )
    annex_marks: Annotated[dict[str, Text], MAPPING] = field(
        "附件标记", "Annex marks by form", default={}, note="表单编号和印在表首的字，如 附表4"
    )
    layout: Annotated[PageLayout, PART] = field(
        "版面", "Page of official documents", default=PageLayout.model_construct()
    )
    charts: Literal["是", "否"] = field("图表", "Draws charts in the report", default="否")
    rectification_days: Count = field(
        "整改期限", "Days to rectify", unit="天", default=15, note="收到反馈意见之日起"
    )
    severities: Annotated[dict[str, SeverityChange], MAPPING] = field(
        "严重程度", "Changed severities by rule code", default={}
    )

    def severity_of(self, code: str, usual: Severity) -> Severity | None:
        """Return how bad a breach of rule `code` is here; None when it is not checked."""
        change = self.severities.get(code)
        return usual if change is None else _CHANGES.get(change)
