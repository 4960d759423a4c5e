"""`forms check`: everything wrong with a template in one run, nothing wrong with a right one."""

from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from reportgen.loading.form_files import load_forms
from reportgen.model.errors import FormError
from reportgen.rendering.form_check import check_template
from reportgen.rendering.template_problem import TemplateProblem
from tests.rendering.word import Block, replace_in_part, word_file
from tests.workspace import ROOT


def told(path: Path) -> list[str]:
    return [f"{each.at.where.say('zh')} {each.code}" for each in check_template(path, None)]


def test_every_shipped_template_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    forms = load_forms().values()
    templates = [(path, form.entry) for form in forms for path in form.templates()]
    assert len(templates) > 5
    assert [check_template(path, entry) for path, entry in templates] == [[]] * len(templates)


def test_many_faults_are_told_at_once_each_with_its_place(tmp_path: Path) -> None:
    path = word_file(
        tmp_path / "a.docx",
        "{{ 部门.名字 }}｛｛ 年度 ｝｝年",
        "{% if 年度 %}",
        "{{ 部门.",
        "名称 }}",
        [
            ["{%tr for 行 in 资金 %}", ""],
            ["{{ 行.名称 }}", "{{ 年度|保流 }}"],
            ["{%tr endfor %}", "合计"],
        ],
        "{%p if 年度 % 2 %}",
        "{%p endif %}",
        "{{ 资金.items }}",
        footer=["{{ 本件.名称 }}"],
    )
    assert told(path) == [
        "第1段 FORM-21",
        "第1段 FORM-01",
        "第2段 FORM-02",
        "第3段 FORM-10",
        "表1 行1 列1 FORM-05",
        "表1 行2 列2 FORM-06",
        "表1 行3 列1 FORM-07",
        "第5段 FORM-12",
        "第7段 FORM-01",
        "页脚 第2段 FORM-01",
    ]


@pytest.mark.parametrize("name", ["items", "keys", "values", "get", "upper"])
def test_a_name_of_python_is_told_to_be_out_of_reach(tmp_path: Path, name: str) -> None:
    (problem,) = check_template(word_file(tmp_path / "a.docx", f"{{{{ 资金.{name} }}}}"), None)
    assert problem.code == "FORM-01"
    assert "Python" in problem.say("zh")


def test_the_entry_without_a_scope_is_answered_with_the_manifest(tmp_path: Path) -> None:
    (problem,) = check_template(word_file(tmp_path / "a.docx", "{{ 本件.名称 }}"), None)
    assert "范围: 项目" in problem.say_hint("zh")


MERGES: dict[str, Sequence[Block]] = {
    "outside": ["{% 合并 年度 %}{{ 年度 }}"],
    "no loop": [[["{% 合并 年度 %}{{ 年度 }}"], ["甲"]]],
    "two": [[["{%tr for 行 in 指标 %}"], ["{% 合并 行 %}{% 合并 行 %}甲"], ["{%tr endfor %}"]]],
    "loop inside the cell": [[["{% for 行 in 指标 %}{% 合并 行 %}{{ 行.名称 }}{% endfor %}"]]],
}


@pytest.mark.parametrize("blocks", MERGES.values(), ids=MERGES)
def test_a_merge_tag_in_the_wrong_place_is_told(tmp_path: Path, blocks: Sequence[Block]) -> None:
    problems = check_template(word_file(tmp_path / "a.docx", *blocks), None)
    assert {each.code for each in problems} == {"FORM-17"}


def merged_table(path: Path, *, nested: bool) -> Path:
    rows = [["{%tr for 行 in 指标 %}", ""], ["{% 合并 行 %}甲", ""], ["{%tr endfor %}", ""]]
    word_file(path, rows)
    document = docx.Document(str(path))
    cell = document.tables[0].cell(1, 0)
    if nested:
        cell.add_table(1, 1)
        cell.add_paragraph()
    else:
        cell._tc.get_or_add_tcPr().get_or_add_gridSpan()
        merge = docx.oxml.OxmlElement("w:vMerge")
        cell._tc.tcPr.append(merge)
    document.save(str(path))
    return path


@pytest.mark.parametrize(("nested", "said"), [(False, "已经纵向合并过"), (True, "表中套表")])
def test_a_cell_that_cannot_merge_is_told(tmp_path: Path, said: str, *, nested: bool) -> None:
    (problem,) = check_template(merged_table(tmp_path / "a.docx", nested=nested), None)
    assert problem.code == "FORM-17"
    assert said in problem.say("zh")


def test_a_tag_that_word_split_over_runs_is_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = docx.Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ 部门", ".名", "称 }", "}"):
        paragraph.add_run(piece)
        paragraph._p.append(docx.oxml.OxmlElement("w:proofErr"))
    document.save(str(path))
    assert told(path) == []


BOX = "<w:pict><w:txbxContent><w:p><w:r><w:t>{tag}</w:t></w:r></w:p></w:txbxContent></w:pict>"
BOUND = (
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="1"/></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>{tag}</w:t></w:r></w:sdtContent></w:sdt>"
)
FREE = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>{tag}</w:t></w:r></w:sdtContent></w:sdt>"
FIELD = "<w:r><w:instrText>HYPERLINK {tag}</w:instrText></w:r>"
HIDDEN = '<w:bookmarkStart w:id="1" w:name="{tag}"/>'


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (BOX.format(tag="{{ 年度 }}"), []),
        (BOX.format(tag="{{ 年份 }}") * 2, ["第1段的文本框 FORM-01"]),
        (FREE.format(tag="{{ 年度 }}"), []),
        (BOUND.format(tag="{{ 年度 }}"), ["第1段 FORM-09"]),
        (FIELD.format(tag="{{ 年度 }}"), ["第1段 FORM-09"]),
        (HIDDEN.format(tag="{{ 年度 }}"), ["第1段 FORM-09"]),
    ],
)
def test_a_tag_outside_the_running_text_is_told_where_it_is_not_filled_in(
    tmp_path: Path, xml: str, expected: list[str]
) -> None:
    path = word_file(tmp_path / "a.docx", "HERE")
    replace_in_part(path, "word/document.xml", "<w:r><w:t>HERE</w:t></w:r>", xml)
    assert told(path) == expected


def test_a_tag_in_a_part_that_is_not_filled_in_is_told(tmp_path: Path) -> None:
    path = word_file(tmp_path / "a.docx", "甲")
    end = "</cp:coreProperties>"
    replace_in_part(path, "docProps/core.xml", end, "<cp:x>{{ 年度 }}</cp:x>" + end)
    (problem,) = check_template(path, None)
    assert (problem.code, problem.at.tag) == ("FORM-09", "{{ 年度 }}")
    assert "文档属性" in problem.say("zh")


@pytest.mark.parametrize("tag", ["{{p 年度 }}", "{{r 年度 }}"])
def test_a_print_with_a_prefix_is_told(tmp_path: Path, tag: str) -> None:
    problems: list[TemplateProblem] = check_template(word_file(tmp_path / "a.docx", tag), None)
    assert [each.code for each in problems] == ["FORM-18"]


def test_a_file_that_is_no_word_document_cannot_be_checked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_text("甲", "utf-8")
    with pytest.raises(FormError, match="not a usable"):
        check_template(path, None)
