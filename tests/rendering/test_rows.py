"""What the list filters of the forms give a Word table to loop over."""

from pathlib import Path
from typing import Any

import pytest

from reportgen.rendering.rows import at_least, indicator_rows, numbered
from tests.rendering.word import built, facts, word_file

TREE_ROW = "{{ 行.一级.名称 }}|{{ 行.二级.名称 }}|{{ 行.三级.名称 }}|{{ 行.四级.名称 }}"


def looped(folder: Path, loop: str, line: str, **typed: Any) -> list[str]:
    path = word_file(folder / "a.docx", f"{{%p for {loop} %}}", line, "{%p endfor %}")
    return built(path, **typed).paragraphs


def node(name: str | None, *children: Any, **stated: Any) -> dict[str, Any]:
    return {"名称": name, "下级": list(children), **stated}


def test_a_tree_is_one_row_a_leaf_with_its_levels(tmp_path: Path) -> None:
    tree = [
        node("产出", node("数量", node("甲"), node("乙", node("乙一"))), node("质量")),
        node("满意度"),
    ]
    line = TREE_ROW + " {{ 行.层数 }} {{ 行.指标.名称 }} {{ 行.序号 }}"
    assert looped(tmp_path, "行 in 指标|展开", line, 指标=tree) == [
        "产出|数量|甲| 3 甲 1",
        "产出|数量|乙|乙一 4 乙一 1",
        "产出|质量|| 2 质量 1",
        "满意度||| 1 满意度 1",
    ]


def test_the_fourth_level_takes_the_names_below_it(tmp_path: Path) -> None:
    tree = [node("一", node("二", node("三", node("四", node("五", node("六")), node(None)))))]
    line = TREE_ROW + " {{ 行.层数 }} {{ 行.指标.名称 }}"
    assert looped(tmp_path, "行 in 指标|展开", line, 指标=tree) == [
        "一|二|三|四：五：六 4 六",
        "一|二|三|四 4 ",
    ]


def test_a_branch_without_a_name_is_no_level(tmp_path: Path) -> None:
    tree = [node("效益", node(None, node("经济"), node("社会"), 分值="10"))]
    line = TREE_ROW + " {{ 行.分值 }}"
    assert looped(tmp_path, "行 in 指标|展开", line, 指标=tree) == [
        "效益|经济|| 10",
        "效益|社会|| 10",
    ]


def test_children_share_what_their_branch_states(tmp_path: Path) -> None:
    tree = [
        node("甲", node("甲一"), node("甲二", 目标="≥1"), 目标="共", 评分标准="准", 分值="9"),
        node("乙", node("乙一", node("乙一一")), 目标="远"),
        node("丙", node("丙一")),
    ]
    line = "{{ 行.目标 }}|{{ 行.评分标准 }}|{{ 行.分值 }}|{% if 行.共用目标 %}共用{% endif %}"
    assert looped(tmp_path, "行 in 指标|展开", line, 指标=tree) == [
        "共|准||共用",
        "≥1|准||",
        "远|||共用",
        "|||",
    ]


def test_a_shared_value_names_the_branch_that_states_it() -> None:
    rows = indicator_rows(facts(指标=[node("甲", node("一"), node("二"), 目标="共")])["指标"])
    first, second = rows
    assert first["目标"] == second["目标"]
    assert first.owners["目标"] is second.owners["目标"]
    assert first.owners["目标"]["名称"] == "甲"


def test_a_shared_weight_computes_like_any_other(tmp_path: Path) -> None:
    tree = [node("", node("甲一"), node("甲二"), 分值="9")]
    line = "{{ 行.分值|保留(1) }} {{ 行.分值 + 1 }} {% if 行.分值 > 8 %}多{% endif %}"
    assert looped(tmp_path, "行 in 指标|展开", line, 指标=tree) == ["9.0 10 多"] * 2


def test_a_list_is_padded_with_blank_entries(tmp_path: Path) -> None:
    line = "[{{ 行.名称 }}{{ 行.预算数 }}{{ 行.执行率 }}]"
    sources = {"来源": [{"名称": "甲"}]}
    assert looped(tmp_path, "行 in 资金.来源|至少(3)", line, 资金=sources) == ["[甲]", "[]", "[]"]
    assert looped(tmp_path, "行 in 资金.来源|至少", line) == ["[]"]
    assert looped(tmp_path, "行 in 部门.主要工作|至少(2)", "[{{ 行 }}]") == ["[]", "[]"]
    assert looped(tmp_path, "行 in 资金.来源|至少(1)", line, 资金={"来源": [{}, {}]}) == [
        "[]",
        "[]",
    ]


def test_a_padded_tree_keeps_every_column(tmp_path: Path) -> None:
    assert looped(tmp_path, "行 in 指标|展开|至少(1)", "[x]") == ["[x]"]


def test_padding_leaves_the_list_itself_alone() -> None:
    sources = facts(资金={"来源": [{"名称": "甲"}]})["资金"]["来源"]
    assert len(at_least(sources, 5)) == 5
    assert len(sources) == 1


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        ([], []),
        (["甲"], ["1.甲"]),
        (["甲", "乙"], ["1.甲", "2.乙"]),
        (["无"], ["无"]),
        ([" 暂无。 "], [" 暂无。 "]),
        (["无", "无"], ["1.无", "2.无"]),
        (["无人机采购延迟"], ["1.无人机采购延迟"]),
    ],
)
def test_problems_are_numbered_but_a_lone_none_is_not(texts: list[str], lines: list[str]) -> None:
    assert [f"{item['序号']}{item['文字']}" for item in numbered(texts)] == lines


def paragraphs(folder: Path, sections: list[Any], **report: Any) -> list[str]:
    line = "{{ 段.级 }} {{ 段.序号 }}{{ 段.文字 }}"
    loop = "段 in 报告.章节|展开章节"
    return looped(folder, loop, line, 报告={"章节": sections, **report})


def test_headings_are_numbered_by_level(tmp_path: Path) -> None:
    deep = {"标题": "四", "章节": [{"标题": "五"}, {"标题": "六"}]}
    sections = [
        {"标题": "甲", "正文": "第一段\n第二段"},
        {
            "标题": "乙",
            "章节": [{"标题": "一"}, {"标题": "二", "章节": [{"标题": "三", "章节": [deep]}]}],
        },
    ]
    assert paragraphs(tmp_path, sections) == [
        "1 一、甲",
        "0 第一段",
        "0 第二段",
        "1 二、乙",
        "2 （一）一",
        "2 （二）二",
        "3 1.三",
        "4 （1）四",
        "4 （1）五",
        "4 （2）六",
    ]


def test_a_typed_number_is_printed_as_typed(tmp_path: Path) -> None:
    sections = [{"标题": "甲"}, {"序号": "2、", "标题": "乙"}, {"标题": "丙"}]
    assert paragraphs(tmp_path, sections) == ["1 一、甲", "1 2、乙", "1 三、丙"]


def test_a_section_without_a_heading_takes_no_number(tmp_path: Path) -> None:
    sections = [{"正文": "引言"}, {"标题": "甲"}, {"序号": "二", "正文": "续"}, {"标题": "乙"}]
    assert paragraphs(tmp_path, sections) == ["0 引言", "1 一、甲", "0 续", "1 二、乙"]


def test_a_section_lists_problems_and_measures(tmp_path: Path) -> None:
    sections = [{"标题": "甲", "正文": "如下：", "列出": "问题"}, {"列出": "措施"}]
    lines = paragraphs(tmp_path, sections, 问题=["少", "慢"], 措施=["无"])
    assert lines == ["1 一、甲", "0 如下：", "0 1.少", "0 2.慢", "0 无"]
    assert paragraphs(tmp_path, [{"列出": "问题"}]) == []
