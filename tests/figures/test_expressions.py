"""Expressions over facts: exact, strict, and shut off from Python."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError

from reportgen.figures.expressions import FactEnvironment
from reportgen.figures.facts import facts_of
from reportgen.figures.filters import FILTERS
from reportgen.figures.paths import UnknownFact
from reportgen.model.department_year import DepartmentYear


def value(expression: str, **facts: Any) -> Any:
    environment = FactEnvironment(FILTERS)
    return environment.compile_expression(expression, undefined_to_none=False)(facts)


def value_in_year(expression: str) -> Any:
    year = DepartmentYear.model_validate(
        {
            "年度": "2023",
            "部门": {"名称": "局", "编制人数": "12"},
            "资金": {"到位资金": "100", "总额": {"预算数": "100", "执行数": "89"}},
        }
    )
    return value(expression, **facts_of(year))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("x == 0.89", True),
        ("x >= 0.89", True),
        ("x <= 0.89", True),
        ("x > 0.8899999999999999", True),
        ("0.1 + 0.2 == 0.3", True),
        ("x * 0.1 == 0.089", True),
        ("x in [0.89]", True),
    ],
)
def test_decimals_in_an_expression_are_exact(expression: str, *, expected: bool) -> None:
    assert value(expression, x=Decimal("0.89")) is expected


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=0, max_value=10**9))
def test_a_figure_typed_in_an_expression_equals_the_same_figure_typed_as_data(
    figure: Decimal,
) -> None:
    assert value(f"x == {figure:f} and x - {figure:f} == 0", x=figure) is True


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("资金.执行合计 / 资金.到位资金", "0.89"),
        ("资金.执行比例", "0.89"),
        ("资金.到位资金 - 资金.总额.执行数", "11"),
        ("资金.到位资金 / 8", "12.5"),
        ("资金.到位资金 // 8 + 资金.到位资金 % 8", "16"),
        ("部门.编制人数 * 2", "24"),
        ("-资金.到位资金", "-100"),
        ("(资金.总额.执行数 / 3)|保留", "29.67"),
        ("资金.执行比例|百分比", "89.00%"),
        ("部门.名称 + '机关'", "局机关"),
        ("资金['到位资金']", "100"),
        ("部门.编制人数|中文数字", "十二"),
        ("部门.联系人|或('无')", "无"),
        ("部门.联系人 ~ '（' ~ 部门.名称 ~ '）'", "（局）"),
        ("(资金.到位资金 / 0.5) ~ '万元'", "200万元"),
    ],
)
def test_facts_are_computed_exactly(expression: str, expected: str) -> None:
    assert str(value_in_year(expression)) == expected


@pytest.mark.parametrize(
    ("expression", "name", "meant"),
    [
        ("资今.到位资金", "资今", None),
        ("资金.到位资", "到位资", "到位资金"),
        ("资金.总额.执行", "执行", "执行率"),
        ("部门['名']", "名", "名称"),
        ("资金.来源[0].名称", "[0]", None),
        ("部门.名称.长度", "长度", None),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(
    expression: str, name: str, meant: str | None
) -> None:
    with pytest.raises(UnknownFact) as caught:
        value_in_year(expression)
    assert (caught.value.name, caught.value.suggestion) == (name, meant)


@pytest.mark.parametrize(
    "expression",
    [
        "部门.__class__",
        "部门['__class__']",
        "部门.名称.__class__.__mro__[1].__subclasses__()",
        "''.__class__",
        "(1).__class__",
        "年度.real",
        "部门.名称.upper()",
        "部门.keys()",
        "资金.items()",
        "资金.来源.append(1)",
        "资金.来源.model",
        "range(9)",
        "dict(a=1)",
        "cycler.__init__.__globals__",
        "lipsum.__globals__",
        "joiner",
        "namespace()",
        "部门.名称()",
        "部门()",
    ],
)
def test_nothing_of_python_can_be_reached(expression: str) -> None:
    with pytest.raises((UnknownFact, TypeError, TemplateError)):
        value_in_year(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "年度 ** 999999999",
        "9 ** 9",
        "部门.名称 * 999999999",
        "'啊' * 9",
        "[年度] * 999999999",
        "资金.来源 + 资金.来源",
        "'%0999999999d' % 年度",
        "部门.名称 + 年度",
        "资金 - 资金",
    ],
)
def test_only_figures_are_computed_with(expression: str) -> None:
    with pytest.raises(SecurityError, match="works on figures only"):
        value_in_year(expression)


@pytest.mark.parametrize(
    "expression",
    ["年度|upper", "年度|attr('x')", "年度|format", "年度 is callable", "年度 is foo", "年度|_x"],
)
def test_only_our_filters_and_a_few_tests_are_there(expression: str) -> None:
    with pytest.raises(TemplateError):
        value_in_year(expression)


def test_a_group_cannot_be_joined_to_a_text() -> None:
    with pytest.raises(TypeError):
        value_in_year("资金 ~ '甲'")


@pytest.mark.parametrize(
    ("expression", "paths"),
    [
        ("(甲)", {"甲"}),
        ("(甲.乙 - 丙[0].丁)|保留(戊)", {"甲.乙", "丙[0].丁", "戊"}),
        ("甲[乙.丙].丁 ~ '丁'", {"甲", "乙.丙"}),
        ("(甲|或(乙)).丙 if 丁", {"甲", "乙", "丁"}),
        ("1 + 1", set()),
    ],
)
def test_an_expression_tells_the_facts_it_reads(expression: str, paths: set[str]) -> None:
    assert set(FactEnvironment(FILTERS).paths_in(expression)) == paths
