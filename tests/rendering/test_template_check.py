"""Every kind of wrong tag is told before anything is built: what, where, and what was meant."""

from pathlib import Path

import docx
import pytest

from reportgen.model.errors import FormError
from reportgen.model.papers import FeedbackLetter, Project, Rectification
from reportgen.model.record import Record
from tests.rendering.word import Block, compiled, replace_in_part, word_file


def said(path: Path, entry: type[Record] | None = None) -> list[str]:
    """Return what is told of a template, one line a problem; nothing of one that compiles."""
    try:
        compiled(path, entry)
    except FormError as error:
        return [detail.say("zh") for detail in error.details]
    return []


def problems(path: Path, entry: type[Record] | None = None) -> list[tuple[str, str, str]]:
    """Return place, code and tag of each problem."""
    found = []
    for line in said(path, entry):
        where, _, rest = line.partition("：")
        code, _, words = rest.partition(" ")
        end = max(words.find("}}"), words.find("%}"))
        found.append((where, code, words[: end + 2]))
    return found


def told_of(folder: Path, *blocks: Block) -> list[str]:
    return said(word_file(folder / "a.docx", *blocks))


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 部门.名称 }}",
        "{{ 资金.执行合计|保留(2) }}",
        "{{ 资金.来源[0].名称 }}",
        "{{ 部门['名称'] }}",
        "{{ 表单 }}{{ 口径资料.满分 }}",
        "{% if 部门.联系人 is none or 年度 > 2020 and 部门.名称 != '甲' %}{% endif %}",
        "{% for 行 in 指标|展开 %}{{ 行.二级.名称 }}{{ loop.index }}{{ 行.目标 }}{% endfor %}",
        "{% for 段 in 报告.章节|展开章节 %}{{ 段.级 }}{% else %}{{ 年度 }}{% endfor %}",
        "{% for 项 in 报告.问题|编号段 %}{{ 项.序号 }}{% endfor %}",
        "{% for 行 in 资金.来源|至少(2) %}{{ 行.预算数 }}{% endfor %}",
        "{% for 行 in 资金.来源 if 行.执行数 %}{{ 行.名称 }}{% endfor %}",
        "{% for 节 in 报告.章节 %}{% for 下 in 节.章节 %}{{ 下.标题 }}{% endfor %}{% endfor %}",
        "{% set 总 = 资金.总额 %}{{ 总.预算数 }}",
        "{{ 部门.联系人|或(部门.名称) }}",
        "{{ 报告.日期|日期空 }}",
        "{{ “甲” }}",
        "{# {{ 没有 }} #}",
    ],
)
def test_a_right_tag_is_not_told(tmp_path: Path, tag: str) -> None:
    assert told_of(tmp_path, tag) == []


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{ 部们.名称 }}", "FORM-01 {{ 部们.名称 }} 没有“部们”这一项。是否想写“部门”？"),
        (
            "{{ 资金.总额.执行 }}",
            "FORM-01 {{ 资金.总额.执行 }} 没有“资金.总额.执行”这一项。是否想写“资金.总额.执行率”？",
        ),
        (
            "{{ 部门['名'] }}",
            "FORM-01 {{ 部门['名'] }} 没有“部门[名]”这一项。是否想写“部门.名称”？",
        ),
        ("{{ xyz }}", "FORM-01 {{ xyz }} 没有“xyz”这一项。可用的名称"),
        ("{{ 部门.__class__ }}", "FORM-01 {{ 部门.__class__ }} 没有“部门.__class__”这一项"),
        ("{{ 资金.keys() }}", "FORM-01 {{ 资金.keys() }} 没有“资金.keys”这一项"),
        ("{{ range(9) }}", "FORM-01 {{ range(9) }} 没有“range”这一项"),
        ("{{ self }}", "FORM-01 {{ self }} 没有“self”这一项"),
        (
            "{{ 部门.名称.upper }}",
            "FORM-03 {{ 部门.名称.upper }} “部门.名称”是单个的值，下面没有“upper”",
        ),
        ("{{ 年度.月 }}", "FORM-03 {{ 年度.月 }} “年度”是单个的值，下面没有“月”"),
        ("{{ 资金.来源.名称 }}", "FORM-04 {{ 资金.来源.名称 }} “资金.来源”是一个列表"),
        ("{{ 部门.主要工作 }}", "FORM-04 {{ 部门.主要工作 }} “部门.主要工作”是一个列表"),
        ("{{ 报告.问题|或('无') }}", "FORM-04 {{ 报告.问题|或('无') }} “报告.问题|或”是一个列表"),
        ("{{ 资金.总额 }}", "FORM-04 {{ 资金.总额 }} “资金.总额”是一组数据，要写到其中的一项"),
        ("{{ 资金.来源[0] }}", "FORM-04 {{ 资金.来源[0] }} “资金.来源[0]”是一组数据"),
        (
            "{% for 甲 in 部门.名称 %}{% endfor %}",
            "FORM-05 {% for 甲 in 部门.名称 %} “部门.名称”不是列表，不能用 for",
        ),
        ("{% for 甲 in 资金 %}{% endfor %}", "FORM-05 {% for 甲 in 资金 %} “资金”不是列表"),
        (
            "{% for 甲 in 年度|至少(2) %}{% endfor %}",
            "FORM-05 {% for 甲 in 年度|至少(2) %} “年度”不是列表",
        ),
        ("{{ 年度|保流 }}", "FORM-06 {{ 年度|保流 }} 没有“|保流”这个过滤器。是否想写“保留”？"),
        ("{{ 年度|upper }}", "FORM-06 {{ 年度|upper }} 没有“|upper”这个过滤器"),
        (
            "{% if 年度 is defned %}{% endif %}",
            "FORM-06 {% if 年度 is defned %} 没有“is defned”这个判断。是否想写“defined”？",
        ),
        (
            "{%p if 年度 % 2 == 0 %}{%p endif %}",
            "FORM-12 {%p if 年度 % 2 == 0 %} 带 p、tr、tc 的标签里不能有 % 和 }",
        ),
        ("前文{%p if 年度 %}", "FORM-07 {%p if 年度 %} 标签旁边的“前文”会丢失"),
        ("{% include 'a' %}", "FORM-08 {% include 'a' %} 这里不能用“include”标签"),
        (
            "{% autoescape 0 %}{% endautoescape %}",
            "FORM-08 {% autoescape 0 %} 这里不能用“autoescape”",
        ),
        ("{%- if 年度 %}{% endif %}", "FORM-08 {%- if 年度 %} 标签里的短横会吃掉旁边的文字"),
        ("{{ 年度 -}}", "FORM-08 {{ 年度 -}} 标签里的短横"),
        ("{% set x %}{% endset %}", "FORM-08 {% set x %} 这里不能用“set”标签"),
    ],
)
def test_a_wrong_tag_is_told(tmp_path: Path, tag: str, expected: str) -> None:
    first, *_ = told_of(tmp_path, tag)
    assert first.startswith(f"第1段：{expected}")


@pytest.mark.parametrize(
    ("tags", "culprit"),
    [
        (["{{ 年度"], "{{ 年度"),
        (["{{ 年度 }"], "{{ 年度 }"),
        (["{{ 年度 %}"], "{{ 年度 %}"),
        (["{{ 年度 部门 }}"], "{{ 年度 部门 }}"),
        (["{{ }}"], "{{ }}"),
        (["{% foreach 甲 in 指标 %}"], "{% foreach 甲 in 指标 %}"),
        (["{% for 甲 of 指标 %}", "{% endfor %}"], "{% for 甲 of 指标 %}"),
        (["{% if 年度 %}", "{{ 年度 }}", "{{ 年度 }}"], "{% if 年度 %}"),
        (["{{ 年度 }}", "{% endif %}"], "{% endif %}"),
        (["{% for 甲 in 指标 %}", "{% if 甲 %}", "{% endfor %}"], "{% if 甲 %}"),
        (["{% elif 年度 %}"], "{% elif 年度 %}"),
    ],
)
@pytest.mark.parametrize("before_each_paragraph", ["", "\n\n  "])
def test_a_broken_tag_is_told_where_it_stands(
    tmp_path: Path, tags: list[str], culprit: str, before_each_paragraph: str
) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 年度 }}", *tags, "{{ 年度 }}")
    replace_in_part(path, "word/document.xml", "<w:p>", f"{before_each_paragraph}<w:p>")
    (line,) = said(path)
    number = 2 + tags.index(culprit)
    assert line.startswith(f"第{number}段：FORM-02 {culprit} 标签不完整或不成对")


def test_every_broken_tag_is_told_at_once(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 年度", "{{ 年度 }}", "甲 {{ 部门 {{ 年度 }}", "{% if")
    assert [line.split(" ")[0] for line in said(path)] == [
        "第1段：FORM-02",
        "第3段：FORM-02",
        "第4段：FORM-02",
    ]


def test_each_place_is_named_in_the_terms_of_word(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "b.docx",
        "无标签的一段",
        "{{ 年度 }}",
        "{{ 错一 }}和{{ 年度 }}和{{ 错二 }}",
        [
            ["", "{{ 错三 }}"],
            ["{%tr for 项 in 指标 %}", ""],
            ["{{ 项.名称 }}", "{{ 项.错四 }}"],
            ["{%tr endfor %}", ""],
        ],
        "{%p if 年度 %}",
        "{%p endif %}",
        [["甲"], ["{{ 错八 }}"]],
        header=["{{ 错五 }}", [["甲", "{{ 错六 }}"]]],
        footer=["{{ 错七 }}"],
    )
    assert sorted(problems(path)) == sorted(
        [
            ("第3段", "FORM-01", "{{ 错一 }}"),
            ("第3段", "FORM-01", "{{ 错二 }}"),
            ("表1 行1 列2", "FORM-01", "{{ 错三 }}"),
            ("表1 行3 列2", "FORM-01", "{{ 项.错四 }}"),
            ("表2 行2 列1", "FORM-01", "{{ 错八 }}"),
            ("页眉 第2段", "FORM-01", "{{ 错五 }}"),
            ("页眉 表1 行1 列2", "FORM-01", "{{ 错六 }}"),
            ("页脚 第2段", "FORM-01", "{{ 错七 }}"),
        ]
    )


def test_names_inside_nested_loops_are_known(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        "{%p for 项 in 项目 %}",
        "{%p for 行 in 项.资金.来源 %}",
        "{{ 行.预算 }}",
        "{%p if 行.预算数 %}",
        "{{ 项.名 }}{{ 行.执行数 }}",
        "{%p else %}",
        "{{ 行.错 }}",
        "{%p endif %}",
        "{%p endfor %}",
        "{{ 行.名称 }}",
        "{%p endfor %}",
        "{{ 项.名称 }}",
    )
    assert [(where, tag) for where, _, tag in problems(path)] == [
        ("第3段", "{{ 行.预算 }}"),
        ("第5段", "{{ 项.名 }}"),
        ("第7段", "{{ 行.错 }}"),
        ("第10段", "{{ 行.名称 }}"),
        ("第12段", "{{ 项.名称 }}"),
    ]


def test_a_merge_tag_is_checked_like_any_other(tmp_path: Path) -> None:
    rows = [
        ["{%tr for 行 in 指标|展开 %}"],
        ["{% 合并 行.五级 %}{{ 行.一级.名称 }}"],
        ["{%tr endfor %}"],
    ]
    (line,) = told_of(tmp_path, rows)
    assert line.startswith(
        "表1 行2 列1：FORM-01 {% 合并 行.五级 %} 没有“行.五级”这一项。是否想写“行."
    )


@pytest.mark.parametrize(
    ("blocks", "lost"),
    [
        (["{%p if 年度 %}后文", "{%p endif %}"], "后文"),
        (["{{ 年度 }}{%p if 年度 %}", "{%p endif %}"], "{{ 年度 }}"),
        (["{%p if 年度 %}{%p if 部门 %}", "{%p endif %}"], "{%p if 年度 %}"),
        ([[["{%tr if 年度 %}", "合计"], ["甲", ""], ["{%tr endif %}", ""]]], "合计"),
        ([[["{%tc if 年度 %}甲", "乙", "{%tc endif %}"]]], "甲"),
    ],
)
def test_what_would_vanish_beside_a_tag_is_told(
    tmp_path: Path, blocks: list[Block], lost: str
) -> None:
    (line,) = told_of(tmp_path, *blocks, "{{ 年度 }}")
    assert f"标签旁边的“{lost}”会丢失" in line


def test_places_after_a_vanishing_tag_stay_right(tmp_path: Path) -> None:
    blocks = ["{{ 年度 }}{%p if 年度 %}", "{%p endif %}", "甲{{ 错 }}"]
    lines = told_of(tmp_path, *blocks)
    assert [line.split(" ")[0] for line in lines] == ["第1段：FORM-07", "第3段：FORM-01"]


def test_a_tag_that_word_split_over_runs_is_found_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = docx.Document()
    document.add_paragraph("{{ 年度 }}")
    paragraph = document.add_paragraph()
    for piece in ("甲{", "{ 部", "门.名", "字 }", "}乙{", "{ 年度 }}"):
        paragraph.add_run(piece).bold = piece == "门.名"
    document.save(str(path))
    (line,) = said(path)
    assert line.startswith(
        "第2段：FORM-01 {{ 部门.名字 }} 没有“部门.名字”这一项。是否想写“部门.名称”？"
    )


def test_tags_in_nested_tables_and_text_boxes_keep_the_count(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 1)
    cell.text = "{{ 年度 }}"
    cell.add_table(1, 1).cell(0, 0).text = "{{ 年度 }}"
    cell.add_paragraph("{{ 错一 }}")
    document.add_paragraph("BOX")
    document.add_paragraph("{{ 错二 }}")
    document.save(str(path))
    box = "<w:txbxContent><w:p><w:r><w:t>{{ 年度 }}</w:t></w:r></w:p></w:txbxContent>"
    replace_in_part(
        path,
        "word/document.xml",
        "<w:t>BOX</w:t>",
        f"<w:t>{{{{ 年度 }}}}</w:t><w:pict>{box}</w:pict>",
    )
    assert problems(path) == [
        ("表1 行1 列2", "FORM-01", "{{ 错一 }}"),
        ("第2段", "FORM-01", "{{ 错二 }}"),
    ]


@pytest.mark.parametrize(
    ("entry", "tag"),
    [
        (Project, "{{ 本件.名称 }}"),
        (FeedbackLetter, "{{ 本件.收函单位 }}"),
        (Rectification, "{{ 本件.预算支出名称 }}"),
    ],
)
def test_the_entry_is_known_only_with_a_scope(
    tmp_path: Path, entry: type[Record], tag: str
) -> None:
    path = word_file(tmp_path / "a.docx", tag)
    assert problems(path, entry) == []
    assert problems(path) == [("第1段", "FORM-01", tag)]


def test_the_entry_has_the_fields_of_its_scope(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 本件.预算支出名称 }}")
    assert problems(path, Project) == [("第1段", "FORM-01", "{{ 本件.预算支出名称 }}")]


def test_problems_are_told_in_english_too(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", [["{{ 部们 }}"]])
    with pytest.raises(FormError) as caught:
        compiled(path)
    (detail,) = caught.value.details
    assert detail.say("en").startswith(
        'table 1 row 1 column 1: FORM-01 {{ 部们 }} there is no "部们". Did you mean "部门"?'
    )
