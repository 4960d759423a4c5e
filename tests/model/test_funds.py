from decimal import Decimal

from reportgen.model.funds import FundRow, Funds, OtherBudgets


def test_a_row_may_hold_any_part_of_its_figures() -> None:
    row = FundRow.model_validate({"名称": "财政拨款", "执行数": "0", "执行率": "0%"})
    assert (row.budget, row.executed, str(row.rate)) == (None, Decimal(0), "0%")


def test_rows_keep_their_order() -> None:
    funds = Funds.model_validate({"来源": [{"名称": "乙"}, {"名称": "甲"}]})
    assert [row.name for row in funds.sources] == ["乙", "甲"]


def test_another_budget_is_an_amount_or_none() -> None:
    other = OtherBudgets.model_validate({"政府性基金": "无", "国有资本经营": "12.50"})
    assert (other.government_funds, other.state_capital) == ("无", "12.50")
