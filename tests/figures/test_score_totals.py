from decimal import Decimal
from typing import Any

from reportgen.figures import score_totals
from reportgen.model.funds import Funds
from reportgen.model.indicators import Indicator


def tree(*nodes: dict[str, Any]) -> tuple[Indicator, ...]:
    return tuple(Indicator.model_validate(node) for node in nodes)


SCORED = tree(
    {"名称": "产出", "得分": "9", "下级": [{"得分": "4"}, {"得分": "5.5"}, {}]}, {"得分": "1"}
)


def test_a_branch_earns_what_its_rows_earn() -> None:
    assert score_totals.earned(SCORED[0]) == Decimal("9.5")
    assert score_totals.total_earned(SCORED) == Decimal("10.5")


def test_a_branch_without_scored_rows_earns_its_own_score() -> None:
    assert score_totals.earned(tree({"得分": "9", "下级": [{"名称": "甲"}]})[0]) == 9


def test_blank_is_not_zero() -> None:
    assert score_totals.total_earned(tree({"名称": "甲"}, {})) is None
    assert score_totals.evaluation_score((), Funds.model_validate({"总额": {"得分": "9"}})) is None


def test_evaluation_score_adds_the_execution_rate() -> None:
    total_row = Funds.model_validate({"总额": {"得分": "2.45"}, "来源": [{"得分": "1"}]})
    sources = Funds.model_validate({"来源": [{"得分": "1"}, {"得分": "2"}]})
    assert score_totals.evaluation_score(SCORED, Funds()) == Decimal("10.5")
    assert score_totals.evaluation_score(SCORED, total_row) == Decimal("12.95")
    assert score_totals.evaluation_score(SCORED, sources) == Decimal("13.5")


def test_rows_that_wait_for_their_score() -> None:
    assert score_totals.every_row_scored(SCORED)
    assert score_totals.every_row_scored(tree({"名称": "不适用", "分值": "0"}))
    assert not score_totals.every_row_scored(tree({"下级": [{"得分": "1"}, {"名称": "甲"}]}))
    unscored = Funds.model_validate({"总额": {"分值": "10"}})
    assert score_totals.is_fully_scored(SCORED, Funds())
    assert not score_totals.is_fully_scored(SCORED, unscored)
