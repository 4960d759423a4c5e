"""A document is written only when it shows everything its tags printed."""

from pathlib import Path
from typing import Any

import pytest

from reportgen.cli.main import main
from reportgen.model.errors import OutputError
from reportgen.model.form import Form, FormManifest
from reportgen.model.profile import Profile
from reportgen.rendering import emptied
from reportgen.rendering.documents import Document, Printer
from tests.rendering.word import compiled, facts, word_file
from tests.workspace import write_tree


@pytest.fixture
def lossy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mending step that loses one value on its way into the file."""
    mended = emptied.mended

    def losing(xml: bytes, with_marks: bytes) -> bytes:
        return mended(xml.replace("丙局".encode(), b""), with_marks)

    monkeypatch.setattr(emptied, "mended", losing)


TEMPLATE: list[Any] = [
    "{{ 年度 }}{{ 部门.联系人 }}",
    [
        ["{%tr for 行 in 资金.来源 %}", ""],
        ["{% 合并 行.名称 %}{{ 行.名称 }}", "{{ 行.说明 }}"],
        ["{%tr endfor %}", ""],
    ],
]


@pytest.mark.usefixtures("lossy")
def test_a_dropped_value_fails_its_document_and_names_the_tag(tmp_path: Path) -> None:
    template = compiled(word_file(tmp_path / "a.docx", *TEMPLATE))
    rows = [{"名称": "甲", "说明": "无"}, {"名称": "甲", "说明": "丙局"}]
    with pytest.raises(OutputError) as caught:
        template.render(facts(资金={"来源": rows}), title="表", author="")
    assert caught.value.message.say("zh") == (
        "“表”没有写成：表1 行2 列2的标签 {{ 行.说明 }} 印出的“丙局”没有出现在文书里"
    )
    assert caught.value.hint is not None
    assert "forms check" in caught.value.hint.say("zh")


@pytest.mark.usefixtures("lossy")
def test_the_other_documents_of_the_form_are_printed(tmp_path: Path) -> None:
    path = word_file(tmp_path / "letter.docx", "{{ 本件.收函单位 }}")
    letters = Form("letter", path, FormManifest.model_validate({"范围": "征求意见"}))
    known = facts(征求意见=[{"收函单位": "甲局"}, {"收函单位": "丙局"}, {"收函单位": "丁局"}])
    made = list(Printer().print_form(letters, known, "p", Profile()))
    assert [isinstance(each, Document) for each in made] == [True, False, True]
    assert isinstance(made[1], OutputError)


def test_nothing_is_lost_in_an_empty_table(tmp_path: Path) -> None:
    template = compiled(word_file(tmp_path / "a.docx", *TEMPLATE))
    assert template.render(facts(), title="表", author="").content


@pytest.mark.usefixtures("lossy")
def test_a_build_goes_on_without_the_document_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_tree(
        tmp_path,
        {
            "data/a.yaml": "年度: 2024\n部门: {名称: 局}\n"
            "征求意见: [{收函单位: 丙局}, {收函单位: 丁局}]\n",
            "templates/docx/函.docx": ("{{ 本件.收函单位 }}",),
            "templates/docx/函.yaml": "范围: 征求意见\n后缀: 收函单位\n",
        },
    )
    assert main(["build", "-f", "函", "--lang", "zh"]) == 1
    assert [path.name for path in (tmp_path / "output").rglob("*.docx")] == ["函-丁局.docx"]
    assert "{{ 本件.收函单位 }} 印出的“丙局”没有出现在文书里" in capsys.readouterr().out
