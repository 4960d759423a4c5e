"""Forms in, documents out: which, under which names, and with what in them."""

from pathlib import Path
from typing import Any

import pytest

from reportgen.figures.facts import FactList, Facts
from reportgen.model.errors import FormError
from reportgen.model.form import Form, FormManifest
from reportgen.model.profile import Profile
from reportgen.rendering.documents import Document, Printer, document_names, has_data
from tests.rendering.word import Built, facts, package_parts, word_file

LETTERS = [{"收函单位": "甲局"}, {"收函单位": "乙局"}]


def form(folder: Path, *texts: str, **manifest: Any) -> Form:
    path = word_file(folder / "my-form.docx", *(texts or ("{{ 部门.名称 }}",)))
    return Form("my-form", path, FormManifest.model_validate(manifest))


def printed(form: Form, known: Facts, profile_id: str = "p") -> list[Document]:
    profile = Profile.model_validate({"整改期限": "30"})
    return list(Printer().print_form(form, known, profile_id, profile))


def test_a_form_for_a_department_is_one_document(tmp_path: Path) -> None:
    one = form(tmp_path, "{{ 部门.名称 }} {{ 表单 }} {{ 口径资料.整改期限 }}", 标题="自评表")
    (document,) = printed(one, facts())
    shown = Built(document.content)
    assert shown.paragraphs == ["某县卫生健康局 自评表 30"]
    assert (shown.title, shown.author) == ("自评表", "某县卫生健康局")
    assert (document.name, document.template, document.form) == ("自评表", one.template, one)


def test_a_form_for_entries_is_one_document_each(tmp_path: Path) -> None:
    letters = form(
        tmp_path,
        "{{ 本件.收函单位 }}：{{ 部门.名称 }}",
        标题="反馈函",
        范围="征求意见",
        后缀="收函单位",
    )
    documents = printed(letters, facts(征求意见=LETTERS))
    assert [document.name for document in documents] == ["反馈函-甲局", "反馈函-乙局"]
    texts = [Built(document.content).paragraphs[0] for document in documents]
    assert texts == ["甲局：某县卫生健康局", "乙局：某县卫生健康局"]
    assert [Built(document.content).title for document in documents] == [
        "反馈函-甲局",
        "反馈函-乙局",
    ]


@pytest.mark.parametrize("where", ["body", "header"])
def test_facts_that_come_late_are_made_for_a_template_that_names_them(
    tmp_path: Path, where: str
) -> None:
    made: list[str] = []

    def review() -> FactList:
        made.append("意见")
        return FactList([Facts({"规则": "EXEC-01"})])

    texts = ("{% for 行 in 意见 %}{{ 行.规则 }}{% endfor %}",)
    word_file(tmp_path / "all.docx", *(texts if where == "body" else ()),
              header=texts if where == "header" else ())  # fmt: skip
    word_file(tmp_path / "none.docx", "意见：{{ 部门.名称 }}{{ 征求意见[0].单位 }}")
    printer, known = Printer(), facts(征求意见=LETTERS)
    contents = {}
    for name in ("none", "all"):
        one = Form(name, tmp_path / f"{name}.docx")
        (document,) = printer.print_form(one, known, "p", Profile(), {"意见": review})
        assert isinstance(document, Document)
        contents[name] = document.content
        assert made == ([] if name == "none" else ["意见"])
    part = "word/document.xml" if where == "body" else "word/header1.xml"
    assert "EXEC-01" in package_parts(contents["all"])[part].decode()


def test_names_are_as_typed_and_a_blank_suffix_adds_nothing(tmp_path: Path) -> None:
    letters = form(tmp_path, 范围="征求意见", 后缀="收函单位")
    known = facts(征求意见=[{"收函单位": "甲/乙"}, {}, {"收函单位": "甲/乙"}])
    assert document_names(letters, known) == ["my-form-甲/乙", "my-form", "my-form-甲/乙"]


def test_a_profile_may_have_a_template_of_its_own(tmp_path: Path) -> None:
    varied = form(tmp_path, "标准版", 变体={"p-2023": "my-form.p-2023.docx"})
    word_file(tmp_path / "my-form.p-2023.docx", "地方版")
    assert Built(printed(varied, facts())[0].content).paragraphs == ["标准版"]
    assert Built(printed(varied, facts(), "p-2023")[0].content).paragraphs == ["地方版"]


@pytest.mark.parametrize(
    ("needs", "typed", "expected"),
    [
        ([], {}, True),
        (["指标"], {}, False),
        (["指标"], {"指标": [{}]}, False),
        (["指标"], {"指标": [{"名称": "甲"}]}, True),
        (["资金.总额.执行数"], {"资金": {"总额": {"执行数": "0"}}}, True),
        (["资金.总额"], {}, False),
        (["指标", "部门.主要工作"], {"部门": {"名称": "局", "主要工作": ["甲"]}}, True),
        (["报告.日期.年"], {}, False),
    ],
)
def test_a_form_is_printed_when_it_has_something_to_print(
    tmp_path: Path, needs: list[str], typed: dict[str, Any], *, expected: bool
) -> None:
    assert has_data(form(tmp_path, 需要=needs), facts(**typed)) is expected


def test_a_form_for_entries_needs_an_entry(tmp_path: Path) -> None:
    letters = form(tmp_path, 范围="征求意见")
    assert not has_data(letters, facts())
    assert has_data(letters, facts(征求意见=LETTERS))


def test_a_blank_form_prints_nothing_but_what_its_manifest_fills(tmp_path: Path) -> None:
    blank = form(
        tmp_path,
        "[{{ 年度 }}{{ 部门.名称 }}{{ 资金.执行合计 }}{{ 自评.得分 }}]",
        "{% for 行 in 资金.来源 %}{{ 行.名称 }}{{ 行.执行数 }};{% endfor %}",
        "{% for 行 in 意见 %}{{ 行.规则 }}{% else %}无意见{% endfor %}",
        标题="表",
        空表={"资金": {"来源": [{"名称": "财政拨款"}, {"名称": "其他资金"}]}},
    )
    document = Printer().print_blank(blank, blank.template)
    shown = Built(document.content)
    assert shown.paragraphs == ["[]", "财政拨款;其他资金;", "无意见"]
    assert (document.name, shown.title, shown.author) == ("表", "表", "")


def test_a_blank_form_for_entries_has_a_blank_entry(tmp_path: Path) -> None:
    letter = form(tmp_path, "[{{ 本件.收函单位 }}]{% if 本件 %}有{% endif %}", 范围="征求意见")
    document = Printer().print_blank(letter, letter.template)
    assert Built(document.content).paragraphs == ["[]"]


def test_the_blank_form_of_a_variant_is_named_after_its_profile(tmp_path: Path) -> None:
    varied = form(tmp_path, 标题="表", 变体={"p-2023": "my-form.p-2023.docx"})
    word_file(tmp_path / "my-form.p-2023.docx", "地方版")
    names = [Printer().print_blank(varied, path).name for path in varied.templates()]
    assert names == ["表", "表-p-2023"]


def test_a_wrong_variant_is_told_before_anything_is_printed(tmp_path: Path) -> None:
    varied = form(tmp_path, 变体={"p-2023": "my-form.p-2023.docx"})
    word_file(tmp_path / "my-form.p-2023.docx", "{{ 错 }}")
    with pytest.raises(FormError, match=r"my-form\.p-2023\.docx"):
        Printer().check(varied)
    with pytest.raises(FormError, match="not a usable"):
        Printer().check(form(tmp_path, 变体={"q": "没有.docx"}))


def test_a_template_is_not_read_again_once_it_is_compiled(tmp_path: Path) -> None:
    one = form(tmp_path)
    printer = Printer()
    first = list(printer.print_form(one, facts(), "p", Profile()))
    one.template.unlink()
    again = list(printer.print_form(one, facts(), "p", Profile()))
    assert [document.content for document in again] == [document.content for document in first]


def test_equal_documents_have_equal_content_hashes(tmp_path: Path) -> None:
    one = form(tmp_path)
    first, second = (printed(one, facts())[0] for _ in range(2))
    assert first.content_hash == second.content_hash
    assert first.content == second.content
    assert printed(one, facts(部门={"名称": "乙局"}))[0].content_hash != first.content_hash
