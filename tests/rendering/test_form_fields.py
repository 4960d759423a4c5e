"""Which fields a form shows, the lists it loops over, and what of them is filled in."""

from pathlib import Path
from typing import Any

from reportgen.figures.facts import Facts
from reportgen.model.form import Form, FormManifest
from reportgen.rendering.form_fields import Filling, filling, shown_fields
from tests.rendering.word import facts, word_file


def form(folder: Path, *blocks: Any, **manifest: Any) -> Form:
    path = word_file(folder / "a.docx", *blocks)
    return Form("a", path, FormManifest.model_validate(manifest))


def fields(one: Form) -> list[tuple[str, str]]:
    return [(each.path, each.list_path) for each in shown_fields(one, one.templates())]


def filled(one: Form, known: Facts) -> dict[str, Filling]:
    return {each.path: filling(each, one, known) for each in shown_fields(one, one.templates())}


def test_fields_are_listed_once_in_the_order_of_the_form(tmp_path: Path) -> None:
    one = form(
        tmp_path,
        "{{ 部门.名称 }}{{ 资金.执行合计|保留(2) }}{{ 部门['名称'] }}",
        [
            ["{%tr for 行 in 资金.来源|至少(3) %}"],
            ["{{ 行.名称 }}{{ loop.index }}"],
            ["{%tr endfor %}"],
            ["{%tr for 行 in 指标|展开 %}"],
            ["{{ 行.一级.名称 }}"],
            ["{%tr endfor %}"],
        ],
        "{% set 总 = 资金.总额 %}{{ 总.预算数 }}",
        "{% for 项 in 项目 %}{% for 文 in 项.指标 %}{{ 文.名称 }}{% endfor %}{% endfor %}",
    )
    assert fields(one) == [
        ("部门.名称", ""),
        ("资金.执行合计", ""),
        ("资金.来源[].名称", "资金.来源"),
        ("指标|展开[].一级.名称", "指标|展开"),
        ("资金.总额.预算数", ""),
        ("项目[].指标[].名称", "项目[].指标"),
    ]
    (unit,) = [
        each.about.unit for each in shown_fields(one, one.templates()) if "合计" in each.path
    ]
    assert unit == "万元"


def test_what_is_filled_is_counted_entry_by_entry(tmp_path: Path) -> None:
    one = form(
        tmp_path,
        "{{ 部门.联系人 }}{{ 部门.名称 }}{{ 资金.到位资金 }}",
        "{% for 行 in 资金.来源 %}{{ 行.说明 }}{% endfor %}",
        "{% for 段 in 报告.章节|展开章节 %}{{ 段.文字 }}{% endfor %}",
        "{% for 行 in 征求意见 %}{{ 行.单位 }}{% endfor %}",
    )
    known = facts(
        资金={"到位资金": "0", "来源": [{"说明": "甲"}, {}]},
        报告={"章节": [{"标题": "一", "正文": "乙"}]},
    )
    assert filled(one, known) == {
        "部门.联系人": Filling(0, 1),
        "部门.名称": Filling(1, 1),
        "资金.到位资金": Filling(1, 1),
        "资金.来源[].说明": Filling(1, 2),
        "报告.章节|展开章节[].文字": Filling(2, 2),
        "征求意见[].单位": Filling(0, 0),
    }


def test_the_entry_stands_for_every_entry_of_its_list(tmp_path: Path) -> None:
    one = form(tmp_path, "{{ 本件.收函单位 }}", 范围="征求意见")
    known = facts(征求意见=[{"收函单位": "甲"}, {}])
    assert filled(one, known) == {"本件.收函单位": Filling(1, 2)}
