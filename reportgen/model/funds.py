"""Money: the department's funds by source, nature and function, and the tables by unit."""

from __future__ import annotations

from typing import Annotated

from reportgen.model.fields import MANY, PART, Amount, Percent, Points, Text, field
from reportgen.model.record import Record


class FundRow(Record):
    """One row of a funds table: what was budgeted, what was spent, and what it scored."""

    name: Text | None = field("名称", "Name")
    initial_budget: Amount | None = field(
        "年初预算数", "Original budget", unit="万元", note="年初批复的预算"
    )
    budget: Amount | None = field(
        "预算数", "Adjusted budget (A)", unit="万元", note="全年预算数（调整后），即公式中的 A"
    )
    executed: Amount | None = field(
        "执行数", "Actual expenditure (B)", unit="万元", note="全年执行数，即公式中的 B"
    )
    transfers: Amount | None = field(
        "上级转移支付", "Transfers from above (C)", unit="万元", note="执行数中的上级转移支付，即 C"
    )
    rate: Percent | None = field("执行率", "Execution rate", note="可不填；填了就照印并核对")
    weight: Points | None = field("分值", "Points", unit="分")
    score: Points | None = field("得分", "Score", unit="分")
    note: Text | None = field("说明", "Explanation", note="超支、结余、调整或构成的原因")


class OtherBudgets(Record):
    """The three budgets besides the general public one: an amount, or 无."""

    government_funds: Text | None = field("政府性基金", "Government-managed funds")
    state_capital: Text | None = field("国有资本经营", "State capital operations")
    social_insurance: Text | None = field("社会保险基金", "Social insurance funds")


class Funds(Record):
    """The department's money of the year."""

    transfers_label: Text | None = field(
        "上级转移支付列名", "Heading of column C", note="表头原文，缺省为“上级财政转移支付”"
    )
    total: Annotated[FundRow, PART] = field("总额", "Total", default=FundRow.model_construct())
    sources: Annotated[tuple[FundRow, ...], MANY] = field("来源", "By source", default=())
    sources_total: Annotated[FundRow, PART] = field(
        "来源合计", "Total by source", default=FundRow.model_construct(), note="表上印有合计时才填"
    )
    structure: Annotated[tuple[FundRow, ...], MANY] = field("结构", "By nature", default=())
    structure_total: Annotated[FundRow, PART] = field(
        "结构合计", "Total by nature", default=FundRow.model_construct(), note="表上印有合计时才填"
    )
    functions: Annotated[tuple[FundRow, ...], MANY] = field("功能分类", "By function", default=())
    other_budgets: Annotated[OtherBudgets, PART] = field(
        "其他预算", "Other budgets", default=OtherBudgets.model_construct()
    )
    received: Amount | None = field("到位资金", "Funds received", unit="万元")


class Income(Record):
    """Income of one unit."""

    total: Amount | None = field("合计", "Total income", unit="万元")
    carried_over: Amount | None = field("上年结转", "Carried forward", unit="万元")
    public_budget: Amount | None = field("公共财政拨款", "Public appropriation", unit="万元")
    government_funds: Amount | None = field("政府基金拨款", "Government funds", unit="万元")
    special_account: Amount | None = field(
        "专户非税收入", "Non-tax revenue", unit="万元", note="纳入专户管理的非税收入拨款"
    )
    other: Amount | None = field("其他收入", "Other income", unit="万元")


class Expenditure(Record):
    """Expenditure and balance of one unit."""

    total: Amount | None = field("合计", "Total expenditure", unit="万元")
    basic: Amount | None = field("基本支出", "Basic expenditure", unit="万元")
    staff: Amount | None = field("人员支出", "Staff costs", unit="万元")
    operating: Amount | None = field("公用支出", "Operating costs", unit="万元")
    project: Amount | None = field("项目支出", "Project expenditure", unit="万元")
    balance: Amount | None = field("当年结余", "Balance of the year", unit="万元")
    prior_balance: Amount | None = field(
        "上年累计结余", "Balance brought forward", unit="万元", note="表上没有此列时不填"
    )
    cumulative_balance: Amount | None = field("累计结余", "Cumulative balance", unit="万元")


class ThreePublic(Record):
    """The “三公” expenditure of one unit: receptions, vehicles, travel abroad."""

    total: Amount | None = field("合计", "Total", unit="万元")
    receptions: Amount | None = field("公务接待费", "Official receptions", unit="万元")
    vehicle_running: Amount | None = field("公务用车运维费", "Vehicle running", unit="万元")
    vehicle_purchase: Amount | None = field("公务用车购置费", "Vehicle purchase", unit="万元")
    travel_abroad: Amount | None = field("因公出国费", "Travel abroad", unit="万元")


class FixedAssets(Record):
    """Fixed assets of one unit."""

    total: Amount | None = field("合计", "Total", unit="万元")
    in_use: Amount | None = field("在用", "In use", unit="万元")
    leased: Amount | None = field("出租", "Leased out", unit="万元")
    other: Amount | None = field("其他", "Other", unit="万元")


class UnitAccounts(Record):
    """One unit's rows in the four stacked tables."""

    name: Text | None = field("名称", "Unit")
    income: Annotated[Income, PART] = field("收入", "Income", default=Income.model_construct())
    expenditure: Annotated[Expenditure, PART] = field(
        "支出", "Expenditure", default=Expenditure.model_construct()
    )
    three_public: Annotated[ThreePublic, PART] = field(
        "三公经费", "Three public funds", default=ThreePublic.model_construct()
    )
    fixed_assets: Annotated[FixedAssets, PART] = field(
        "固定资产", "Fixed assets", default=FixedAssets.model_construct()
    )


class Institutions(Record):
    """The bureau and its units: the stated summary row and one entry a unit."""

    summary: Annotated[UnitAccounts, PART] = field(
        "汇总", "Stated summary row", default=UnitAccounts.model_construct()
    )
    units: Annotated[tuple[UnitAccounts, ...], MANY] = field("单位", "Units", default=())
