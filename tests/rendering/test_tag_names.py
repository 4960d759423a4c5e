"""What the tags name is followed through loops, filters and set."""

import pytest

from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.tag_names import NameCheck
from reportgen.rendering.tag_places import TagPlace
from reportgen.rendering.vocabulary import form_names
from reportgen.wording.language import Wording

HERE = Wording("此处", "here")


def checked(*lines: str) -> NameCheck:
    environment = FormEnvironment()
    check = NameCheck([TagPlace(line, HERE) for line in lines], environment)
    check.walk(environment.parse("\n".join(lines)).body, form_names(None))
    return check


@pytest.mark.parametrize(
    ("lines", "uses"),
    [
        (["{{ 年度 }}"], ["年度"]),
        (["{{ 资金.总额.预算数 + 资金.到位资金 }}"], ["资金 总额 预算数", "资金 到位资金"]),
        (["{{ 资金.来源[0].名称 }}"], ["资金 来源 [] 名称"]),
        (["{{ 部门.联系人|或(部门.名称) }}"], ["部门 联系人", "部门 名称"]),
        (
            ["{% for 段 in 报告.问题|编号段 %}", "{{ 段.文字 }}", "{% endfor %}"],
            ["报告 问题 |编号段 [] 文字"],
        ),
        (["{% for 文 in 部门.职能 %}", "{{ 文 }}", "{% endfor %}"], ["部门 职能 []"]),
        (["{% if 部门.联系人 %}", "{% endif %}"], ["部门 联系人"]),
        (["{% set 总 = 资金.总额 %}", "{{ 总.得分 }}"], ["资金 总额 得分"]),
        (["{{ 部门.名字 }}{{ loop.index }}"], []),
    ],
)
def test_a_use_is_told_by_its_path_from_the_top(lines: list[str], uses: list[str]) -> None:
    assert [" ".join(use.path) for use in checked(*lines).uses] == uses


def test_a_use_knows_its_tag_and_its_unit() -> None:
    (use,) = checked("{{ 资金.到位资金 }}").uses
    assert (use.at.tag, use.value.about.unit) == ("{{ 资金.到位资金 }}", "万元")


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("{{ 口径资料.一级权重 }}", ["FORM-04"]),
        ("{{ 口径资料.严重程度 }}", ["FORM-04"]),
        ("{{ 口径资料.一级权重.投入 }}{{ 口径资料.一级权重['投入'] }}", []),
        ("{% if '投入' in 口径资料.一级权重 %}{% endif %}", []),
        ("{% for 名 in 口径资料.一级权重 %}{% endfor %}", ["FORM-05"]),
    ],
)
def test_of_a_table_one_value_is_taken_by_its_name(line: str, codes: list[str]) -> None:
    assert [each.code for each in checked(line).problems] == codes


def test_what_stands_behind_a_wrong_name_is_not_told_again() -> None:
    codes = [each.code for each in checked("{{ 部们.名称.长度|保留 }}").problems]
    assert codes == ["FORM-01"]
