import pytest

from reportgen.figures.paths import UnknownFact, follow, is_path, steps_of, typed_at
from reportgen.model.department_year import DepartmentYear

YEAR = DepartmentYear.model_validate(
    {"年度": "2023", "部门": {"名称": "某局"}, "资金": {"来源": [{"预算数": "350.40"}]}}
)


@pytest.mark.parametrize("text", ["部门.名称", "资金.来源[0].预算数", "年度", "a.b[12].c"])
def test_a_name_with_parts_and_positions_is_a_path(text: str) -> None:
    assert is_path(text)


@pytest.mark.parametrize(
    "text", ["1+1", "年度|保留", "资金.来源[-1]", "部门 名称", "", "'年度'", "资金.", "[0]", "0.89"]
)
def test_anything_else_is_an_expression(text: str) -> None:
    assert not is_path(text)


def test_a_path_is_read_as_keys_and_positions() -> None:
    assert steps_of("资金.来源[0][12].名称") == ("资金", "来源", 0, 12, "名称")
    assert steps_of("资金.来源[０]") == ("资金", "来源", 0)
    assert steps_of("资金.来源[0000000]") is None


def test_follows_keys_and_positions() -> None:
    assert str(follow(YEAR, "资金.来源[0].预算数")) == "350.40"
    assert str(follow(YEAR, "资金.预算合计")) == "350.40"
    assert follow(YEAR, "资金.总额") is YEAR.funds.total


@pytest.mark.parametrize(
    ("path", "name", "suggestion"),
    [
        ("资金.来原", "来原", "来源"),
        ("资金.来源[1].预算数", "[1]", None),
        ("部门.名称.长度", "长度", None),
        ("部门[0]", "0", None),
        ("年度 + 1", "年度 + 1", None),
    ],
)
def test_a_wrong_step_is_named_with_what_was_meant(
    path: str, name: str, suggestion: str | None
) -> None:
    with pytest.raises(UnknownFact) as caught:
        follow(YEAR, path)
    assert (caught.value.name, caught.value.suggestion) == (name, suggestion)


@pytest.mark.parametrize(
    ("path", "typed"),
    [("年度", "2023"), ("部门.名称", "某局"), ("资金.来源[0].预算数", "350.40")],
)
def test_what_is_typed_is_read_at_once(path: str, typed: str) -> None:
    assert str(typed_at(YEAR, path)) == typed
    assert typed_at(YEAR, path) is follow(YEAR, path)


@pytest.mark.parametrize(
    "path",
    [
        *("资金.来源[0].执行数", "资金.预算合计", "资金.执行比例"),
        *("资金.来原", "资金.来源[1].预算数", "部门.名称.长度", "部门[0]", "部门.名称[0]"),
        *("资金.来源[0][0]", "资金.来源[-1]", "资金.来源[0", "资金.来源[]", "资金.来源[0000000]"),
        *("年度 + 1", "年度|保留", "资金 .来源", "", "."),
    ],
)
def test_what_is_blank_or_computed_or_no_path_is_not_typed(path: str) -> None:
    assert typed_at(YEAR, path) is None
