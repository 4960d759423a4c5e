"""What is typed arrives in the document as typed, everywhere, and never as anything else."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from reportgen.model.errors import FormError
from reportgen.rendering.engine import Template
from tests.rendering.word import (
    Built,
    built,
    compiled,
    facts,
    package_parts,
    replace_in_part,
    word_file,
)

AWKWARD = [
    "A & B < C > D \" E ' F",
    "&amp; &#60; &nbsp;",
    "</w:t></w:r></w:p>",
    "<w:br/>",
    "]]><!-- x -->",
    "第一行\n第二行",
    "第一行\n\n\n第四行\n",
    "列一\t列二\t\t列四",
    "\n",
    "🏥👨\u200d👩\u200d👧",
    "镕 㐂 𠮷 龘",
    "a    b  　　c",
    "   两头有空格   ",
    "{_{ x }_} {_% x %_}",
    "{a} {{a}} {{{ a }}}",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{%p if x %}",
    "{# 注 #}",
    "%} }} #}",
    "{{",
    "{% raw %}",
    "# 行语句",
    "\\n \\1 \\g<0> $1",
    "“引号”‘单引号’",
    "a\u00a0b\u3000c\ufeff",
]
TYPEABLE = st.text(
    st.one_of(
        st.sampled_from("{}%#_<>&\"'\n\t \\-/nbrp人"),
        st.characters(
            codec="utf-8",
            exclude_categories=["Cc", "Cs"],
            exclude_characters="\ufffe\uffff\u2028\u2029",
        ),
    ),
    min_size=1,
    max_size=40,
)


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A template that prints one name in the body, a table, a looped row, header and footer."""
    tag = "{{ 部门.联系人 }}"
    path = word_file(
        tmp_path_factory.mktemp("forms") / "a.docx",
        tag,
        [
            ["单位", tag],
            ["{%tr for 项 in 部门.主要工作 %}", ""],
            ["{{ loop.index }}", "{{ 项 }}"],
            ["{%tr endfor %}", ""],
        ],
        header=[tag],
        footer=[tag],
    )
    return compiled(path)


def printed(template: Template, text: str) -> Built:
    department = {"名称": "局", "联系人": text, "主要工作": [text]}
    return Built(template.render(facts(部门=department), title=text, author=text).content)


def appearances(document: Built) -> dict[str, Any]:
    return {
        "body": document.paragraphs[0],
        "cell": document.rows[0][1],
        "looped cell": document.rows[1][1],
        "header": "".join(document.story("header")),
        "footer": "".join(document.story("footer")),
        "title": document.title,
        "author": document.author,
    }


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_arrives_unchanged(everywhere: Template, text: str) -> None:
    document = printed(everywhere, text)
    assert appearances(document) == dict.fromkeys(appearances(document), text)
    assert document.complaints == []


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(TYPEABLE)
def test_any_text_that_can_be_typed_arrives_unchanged(everywhere: Template, text: str) -> None:
    assert set(appearances(printed(everywhere, text)).values()) == {text}


def test_a_text_that_differs_would_be_noticed(everywhere: Template) -> None:
    document = printed(everywhere, "甲 ")
    assert "甲" not in appearances(document).values()


@pytest.mark.parametrize("typed", ["第一行\r\n第二行", "第一行\r第二行"])
def test_line_ends_of_other_systems_are_line_breaks(everywhere: Template, typed: str) -> None:
    assert printed(everywhere, typed).paragraphs[0] == "第一行\n第二行"


def test_runs_of_spaces_are_kept_beside_a_tag(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "年：  {{ 年度 }}   {{ 部门.名称 }}  止")
    assert built(path).paragraphs == ["年：  2023   某县卫生健康局  止"]


def test_blank_prints_nothing_and_zero_prints_zero(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        "[{{ 部门.联系人 }}]",
        "[{{ 资金.到位资金 }}]",
        "[{{ 资金.执行合计 }}]",
        "[{{ 资金.总额.执行率 }}]",
        "[{{ 报告.日期 }}]",
        "[{{ 部门.联系人 ~ 部门.联系电话 }}]",
        "[{{ 部门.联系人|或('无') }}]",
        "[{{ 资金.到位资金|保留(2) }}]",
        "[{{ 部门.编制人数|中文数字 }}]",
    )
    assert built(path).paragraphs == ["[]"] * 6 + ["[无]", "[]", "[]"]
    zeros = built(path, 资金={"到位资金": "0"}).paragraphs
    assert (zeros[1], zeros[7]) == ("[0]", "[0.00]")


@pytest.mark.parametrize(
    "typed", ["350.40", "0.00", "25591.99949", "-3.5", "1000", "0.0000001", "9" * 28]
)
def test_an_amount_keeps_its_digits(tmp_path: Path, typed: str) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 资金.到位资金 }}万元")
    assert built(path, 资金={"到位资金": typed}).paragraphs == [f"{typed}万元"]


def test_a_computed_amount_has_no_exponent(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 资金.到位资金 / 0.5 }}")
    assert built(path, 资金={"到位资金": "100"}).paragraphs == ["200"]


def test_dates_are_printed_as_official_documents_do(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 报告.日期 }}")
    assert built(path, 报告={"日期": "2024-06-13"}).paragraphs == ["2024年6月13日"]
    assert built(path, 报告={"日期": "2024.6.13"}).paragraphs == ["2024.6.13"]


def test_same_facts_give_the_same_bytes(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 部门.名称 }}", [["{{ 年度 }}"]])
    template = compiled(path)
    first = template.render(facts(), title="甲", author="乙")
    assert template.render(facts(), title="甲", author="乙") == first
    assert compiled(path).render(facts(), title="甲", author="乙") == first
    other = template.render(facts(年度="2024"), title="甲", author="乙")
    assert other.content_hash != first.content_hash


def test_one_rendering_leaves_nothing_in_the_next(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        [
            ["{%tr for 行 in 指标|展开 %}"],
            ["{% 合并 行.一级.名称 %}{{ 行.一级.名称 }}"],
            ["{%tr endfor %}"],
        ],
    )
    template = compiled(path)
    one = facts(指标=[{"名称": "甲"}])
    renderings = [template.render(one, title="", author="") for _ in range(2)]
    assert renderings[0] == renderings[1]


def test_parts_without_tags_are_carried_over(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 年度 }}")
    before, after = package_parts(path.read_bytes()), built(path).parts
    changed = {name for name in before if before[name] != after[name]}
    assert before.keys() == after.keys()
    assert changed == {"word/document.xml", "docProps/core.xml"}


def test_a_document_opens_with_python_docx(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 部门.名称 }}", [["{{ 年度 }}"]])
    document = docx.Document(io.BytesIO(built(path).content))
    assert document.paragraphs[0].text == "某县卫生健康局"
    assert document.tables[0].cell(0, 0).text == "2023"


def test_properties_name_title_and_author_and_no_time(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 年度 }}")
    document = docx.Document(io.BytesIO(built(path).content))
    properties = document.core_properties
    assert (properties.title, properties.author) == ("表", "局")
    assert (properties.created, properties.last_modified_by) == (None, "")


def test_nothing_is_computed_in_text_beside_tags(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "7*7 {a} } % # {{ 年度 }}")
    assert built(path).paragraphs == ["7*7 {a} } % # 2023"]


LOOPS = {
    "a table of looped rows only": [
        [["{%tr for 项 in 部门.主要工作 %}"], ["{{ 项 }}"], ["{%tr endfor %}"]]
    ],
    "a cell of looped paragraphs only": [
        [["工作", "{%p for 项 in 部门.主要工作 %}\n{{ 项 }}\n{%p endfor %}"]]
    ],
    "a row of looped cells only": [
        [["{%tc for 项 in 部门.主要工作 %}", "{{ 项 }}", "{%tc endfor %}"]]
    ],
}


def looped_template(path: Path, blocks: list[Any]) -> Path:
    """Save a template in which a line end inside a cell starts a new paragraph."""
    word_file(path, *blocks)
    document = docx.Document(str(path))
    for cell in document.tables[0]._cells:
        texts = cell.text.split("\n")
        cell.text = texts[0]
        for text in texts[1:]:
            cell.add_paragraph(text)
    document.save(str(path))
    return path


@pytest.mark.parametrize("blocks", LOOPS.values(), ids=LOOPS)
@pytest.mark.parametrize("tasks", [[], ["甲"], ["甲", "乙"]])
def test_word_has_nothing_to_repair_after_a_loop(
    tmp_path: Path, blocks: list[Any], tasks: list[str]
) -> None:
    path = looped_template(tmp_path / "a.docx", blocks)
    document = built(path, 部门={"名称": "局", "主要工作": tasks})
    assert document.complaints == []
    texts = [cell.text for table in document.tables for cell in table if cell.text != "工作"]
    assert "".join(texts) == "".join(tasks)


def test_a_header_row_stays_above_an_empty_loop(tmp_path: Path) -> None:
    rows = [["序号"], ["{%tr for 项 in 部门.主要工作 %}"], ["{{ 项 }}"], ["{%tr endfor %}"]]
    document = built(word_file(tmp_path / "a.docx", rows))
    assert document.rows == [["序号"]]
    assert document.complaints == []


def test_an_empty_header_keeps_a_paragraph(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "甲")
    document = docx.Document(str(path))
    header = document.sections[0].header
    header.paragraphs[0].text = "{%p if 部门.联系人 %}"
    header.add_paragraph("{{ 部门.联系人 }}")
    header.add_paragraph("{%p endif %}")
    document.save(str(path))
    empty = built(path)
    assert (empty.story("header"), empty.complaints) == ([], [])
    filled = built(path, 部门={"名称": "局", "联系人": "李"})
    assert (filled.story("header"), filled.complaints) == (["李"], [])


def test_word_would_complain_about_what_is_broken(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", [["甲"], ["乙"]])
    document = docx.Document(str(path))
    rows = document.tables[0].rows
    paragraph = rows[0].cells[0].paragraphs[0]._p
    paragraph.getparent().remove(paragraph)
    merge = docx.oxml.parse_xml(
        '<w:vMerge xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    )
    rows[1].cells[0]._tc.get_or_add_tcPr().append(merge)
    document.add_table(0, 1)
    document.save(str(path))
    assert Built(path.read_bytes()).complaints == [
        "word/document.xml: a cell that does not end with a paragraph",
        "word/document.xml: row 1 column 0 continues nothing",
        "word/document.xml: a table without rows",
    ]


@pytest.mark.parametrize(
    ("tag", "typed"),
    [
        ("{{ 年度 / 资金.到位资金 }}", {"资金": {"到位资金": "0"}}),
        ("{{ 年度 + 部门.联系人 }}", {}),
        ("{% for 行 in 资金.来源|展开 %}{% endfor %}", {"资金": {"来源": [{"名称": "甲"}]}}),
        ("{{ 资金.来源[3].名称 }}", {}),
        ("{{ 指标 if 年度 else 部门 }}", {}),
        ("{{ 年度 ** 99 }}", {}),
        ("{{ 部门.名称 * 999 }}", {}),
        ("{{ 年度|保留(1, 2, 3) }}", {}),
    ],
)
def test_a_tag_that_cannot_be_computed_names_the_template(
    tmp_path: Path, tag: str, typed: dict[str, Any]
) -> None:
    path = word_file(tmp_path / "坏.docx", tag)
    with pytest.raises(FormError) as caught:
        built(path, **typed)
    said = caught.value.message.say("zh")
    assert "坏.docx" in said
    assert "无法计算" in said


def test_a_template_with_problems_lists_them_all(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "坏.docx",
        "{{ 部们.名称 }}",
        [["{{ 资金.总额.执行 }}", "{{ 年度 }}"], ["", "{{ 年度|四舍 }}"]],
        header=["{{ 年份 }}"],
        footer=["{% if 年度 %}"],
    )
    with pytest.raises(FormError) as caught:
        compiled(path)
    assert caught.value.message.say("zh").endswith("有 5 处标签不能用")
    said = [detail.say("zh") for detail in caught.value.details]
    assert sorted(line.split(" {")[0] for line in said) == sorted(
        [
            "第1段：FORM-01",
            "表1 行1 列1：FORM-01",
            "表1 行2 列2：FORM-06",
            "页眉 第2段：FORM-01",
            "页脚 第2段：FORM-02",
        ]
    )


def test_a_merge_tag_outside_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormError) as caught:
        compiled(word_file(tmp_path / "a.docx", "{% 合并 年度 %}{{ 年度 }}"))
    (detail,) = caught.value.details
    assert "outside a table cell" in detail.say("en")


def test_a_damaged_main_part_is_no_word_document(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "甲")
    replace_in_part(path, "word/document.xml", "</w:body>", "")
    with pytest.raises(FormError, match=r"not a usable \.docx"):
        compiled(path)


def test_a_template_without_properties_gets_none(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "{{ 年度 }}")
    parts = package_parts(path.read_bytes())
    del parts["docProps/core.xml"]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    content = compiled(path).render(facts(), title="甲", author="乙").content
    assert package_parts(content).keys() == parts.keys()


def test_a_part_is_declared_as_word_declares_it(tmp_path: Path) -> None:
    template = compiled(word_file(tmp_path / "a.docx", "{{ 年度 }}"))
    part = package_parts(template.render(facts(), "表", "").content)["word/document.xml"]
    assert part.splitlines()[1].startswith(b"<w:document ")
    assert etree.fromstring(part).getroottree().docinfo.standalone
