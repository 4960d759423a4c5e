"""What a template is expected to print is read right from its tags."""

from pathlib import Path

import pytest

from tests.filled import filled, marked
from tests.printed import ALL_NAMES, printed_paths, values_at
from tests.rendering.word import word_file

TREE = [
    {"名称": "产出", "目标": "共", "分值": "9", "下级": [
        {"名称": "数量", "下级": [{"名称": "甲"}, {"名称": "乙", "目标": "≥1"}]},
        {"名称": None, "分值": "5", "下级": [{"名称": "丙"}]},
    ]},
]  # fmt: skip
DATA = {
    "部门": {"名称": "局", "职能": ["一", "二"], "联系人": None},
    "指标": TREE,
    "报告": {
        "问题": ["缺"],
        "章节": [{"标题": "章", "正文": ["文"], "列出": "问题", "章节": [{"标题": "节"}]}],
    },
}


@pytest.mark.parametrize(
    ("tags", "path"),
    [
        (["{{ 部门.名称 }}"], "部门.名称"),
        (["{{ 部门.名称|或('无') }}"], "部门.名称"),
        (["{{ 部门.名称|中文数字 }}"], None),
        (["{% for 段 in 部门.职能|至少(2) %}{{ 段 }}{% endfor %}"], "部门.职能.[]"),
        (["{%p for 行 in 指标|展开 %}", "{{ 行.目标 }}", "{%p endfor %}"], "指标.展开.目标"),
        (["{% if 部门.名称 %}{{ 部门.名称 }}{% endif %}"], "部门.名称"),
        (["{% if 部门 %}{{ 部门.名称 }}{% endif %}"], "部门.名称"),
        (["{% if 部门.名称 or 年度 %}{{ 部门.名称 }}{% endif %}"], "部门.名称"),
        (["{% if 部门.名称 is not none %}{{ 部门.名称 }}{% endif %}"], "部门.名称"),
        (["{% if 部门.名称 and 年度 %}{{ 部门.名称 }}{% endif %}"], None),
        (["{% if not 部门.名称 %}{{ 部门.名称 }}{% endif %}"], None),
        (["{% if 年度 %}{{ 部门.名称 }}{% endif %}"], None),
        (["{% if 年度 %}{{ 部门.名称 }}{% else %}{{ 部门.名称 }}{% endif %}"], "部门.名称"),
        (["{% for 段 in 部门.职能 %}{% if loop.first %}{{ 段 }}{% else %}{{ 段 }}{% endif %}",
          "{% endfor %}"], "部门.职能.[]"),
        (["{{ 意见 }}", "{{ 表单 }}"], None),
    ],
)  # fmt: skip
def test_a_tag_is_expected_to_print_its_path(
    tmp_path: Path, tags: list[str], path: str | None
) -> None:
    expected = set() if path is None else {tuple(path.split("."))}
    assert printed_paths(word_file(tmp_path / "a.docx", *tags)) == expected


def test_names_of_levels_stand_for_all_names(tmp_path: Path) -> None:
    loop = ["{%p for 行 in 指标|展开 %}", "{{ 行.一级.名称 }}", "{%p endfor %}"]
    assert ("指标", "展开", ALL_NAMES) in printed_paths(word_file(tmp_path / "a.docx", *loop))


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("部门.名称", ["局"]),
        ("部门.联系人", []),
        ("部门.职能.[]", ["一", "二"]),
        ("指标.展开.目标", ["共", "≥1", "共"]),
        ("指标.展开.分值", ["5"]),
        ("指标.展开.指标.名称", ["甲", "乙", "丙"]),
        ("指标.展开.各级名称", ["产出", "数量", "甲", "产出", "数量", "乙", "产出", "丙"]),
        ("报告.章节.展开章节.文字", ["章", "文", "缺", "节"]),
        ("报告.问题.编号段.文字", ["缺"]),
    ],
)
def test_values_are_found_at_a_path(path: str, values: list[str]) -> None:
    assert list(values_at(DATA, tuple(path.split(".")), DATA)) == values


def test_every_marked_text_is_unlike_the_others() -> None:
    data = marked(filled(lambda _: "甲"))
    names = [unit["名称"] for unit in data["机构"]["单位"]]
    amounts = [unit["收入"]["合计"] for unit in data["机构"]["单位"]]
    assert len({*names, *amounts}) == 4
    assert (data["年度"], data["项目"][0]["填表"]["填报日期"]) == ("2024", "2024-06-13")
