import pytest
from pydantic import ValidationError

from reportgen.model.indicators import Goals, Indicator


def test_a_tree_is_as_deep_as_it_is_typed() -> None:
    tree = Indicator.model_validate(
        {"名称": "一", "下级": [{"名称": "二", "下级": [{"名称": "三", "下级": [{"名称": "四"}]}]}]}
    )
    names = []
    node = tree
    while True:
        names.append(node.name)
        if not node.children:
            break
        (node,) = node.children
    assert names == ["一", "二", "三", "四"]


def test_a_tier_is_one_of_three() -> None:
    assert Indicator.model_validate({"评定": "部分达成"}).tier == "部分达成"
    with pytest.raises(ValidationError):
        Indicator.model_validate({"评定": "基本达成"})


def test_goals_and_results_need_not_pair() -> None:
    goals = Goals.model_validate(
        {"预期": [{"内容": "甲"}], "完成": [{"内容": "乙", "对应": ["1"]}] * 3}
    )
    assert (len(goals.expected), len(goals.achieved), goals.achieved[0].answers) == (1, 3, ("1",))
