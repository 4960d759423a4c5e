from decimal import Decimal
from typing import Any

from reportgen.figures import weights
from reportgen.model.funds import Funds
from reportgen.model.indicators import Indicator


def node(**fields: Any) -> Indicator:
    return Indicator.model_validate(fields)


GROUP = node(分值="15", 下级=[{"名称": "经济效益"}, {"名称": "社会效益"}])


def test_stated_weight_comes_before_the_sum() -> None:
    stated = node(分值="20", 下级=[{"分值": "10"}, {"分值": "5"}])
    assert weights.weight_of(stated) == 20
    assert weights.children_weight(stated) == 15


def test_unstated_weight_is_the_sum_of_the_children() -> None:
    assert weights.weight_of(node(下级=[{"分值": "10"}, {"分值": "5.5"}])) == Decimal("15.5")


def test_nothing_is_invented() -> None:
    leaf = node(名称="甲", 得分="2")
    assert weights.weight_of(leaf) is None
    assert weights.total_weight([leaf, node()]) is None
    assert weights.children_weight(GROUP) is None


def test_a_blank_row_weighs_nothing() -> None:
    family = node(分值="7", 下级=[{"名称": "甲", "分值": "7"}, {}])
    assert weights.children_weight(family) == 7
    assert weights.filled(family.children) == [family.children[0]]
    assert not weights.is_blank(node(名称="甲"))


def test_points_are_whole_where_nothing_below_divides_them() -> None:
    assert weights.is_scored_whole(GROUP)
    assert weights.is_scored_whole(node(分值="5"))
    assert not weights.is_scored_whole(node(分值="5", 下级=[{"分值": "5"}]))
    assert not weights.is_scored_whole(node(名称="甲"))


def test_execution_weight_of_the_total_else_of_the_sources() -> None:
    sources = [{"分值": "4"}, {"分值": "6"}, {}]
    of_sources = Funds.model_validate({"来源": sources})
    assert weights.execution_weight(Funds()) is None
    assert weights.execution_weight(of_sources) == 10
    both = Funds.model_validate({"总额": {"分值": "20"}, "来源": sources})
    assert weights.execution_weight(both) == 20
