"""Forms: a .docx and what its manifest says, each from the workspace first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.loading.form_files import form_of, load_forms
from reportgen.loading.resources import builtin_folder
from reportgen.model.errors import FormError
from tests.workspace import write_tree

BUILT_IN = builtin_folder("templates") / "docx"


@pytest.fixture(autouse=True)
def _workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(**files: str) -> None:
    names = {name.replace("_docx", ".docx").replace("_yaml", ".yaml") for name in files}
    assert len(names) == len(files)
    write_tree(
        Path("templates/docx"),
        {
            name.replace("_docx", ".docx").replace("_yaml", ".yaml"): text
            for name, text in files.items()
        },
    )


def test_every_built_in_form_has_a_manifest_and_its_variants() -> None:
    forms = load_forms()
    assert len(forms) >= 10
    for form in forms.values():
        assert form.manifest.title, form.id
        assert form.manifest.english, form.id
        assert all(path.is_file() for path in form.templates()), form.id
        assert form.template.parent == BUILT_IN


def test_a_template_alone_is_a_form() -> None:
    write(通知_docx="")
    form = load_forms()["通知"]
    assert (form.title, form.entry) == ("通知", None)
    assert form.templates() == (Path("templates/docx/通知.docx"),)


def test_a_variant_is_no_form_of_its_own() -> None:
    write(
        甲_docx="",
        甲_yaml="标题: 通知\n变体: {本县: 甲.本县.docx, 邻县: 甲.本县.docx}\n",
        **{"甲.本县_docx": ""},
    )
    forms = load_forms()
    assert "甲.本县" not in forms
    form = forms["甲"]
    assert form.template_for("本县") == Path("templates/docx/甲.本县.docx")
    assert form.template_for("别县") == Path("templates/docx/甲.docx")
    assert len(form.templates()) == 2


def test_a_document_that_a_form_brings_in_is_no_form_of_its_own() -> None:
    write_tree(
        Path(),
        {
            "templates/docx/notice.docx": ("正文",),
            "templates/docx/notice.yaml": "附带: [填表说明.docx]\n",
            "templates/docx/填表说明.docx": ("说明",),
        },
    )
    assert "notice" in load_forms()
    assert "填表说明" not in load_forms()


def test_a_template_of_the_workspace_keeps_the_built_in_manifest() -> None:
    write(**{"self-evaluation-table_docx": ""})
    form = load_forms()["self-evaluation-table"]
    assert form.template == Path("templates/docx/self-evaluation-table.docx")
    assert form.title == "部门整体支出绩效自评表"
    assert form.template_for("wangcheng-2023").parent == BUILT_IN
    assert "self-evaluation-table.wangcheng-2023" not in load_forms()


def test_a_variant_of_the_workspace_wins_alone() -> None:
    write(**{"self-evaluation-table.wangcheng-2023_docx": ""})
    forms = load_forms()
    form = forms["self-evaluation-table"]
    assert form.template.parent == BUILT_IN
    assert form.template_for("wangcheng-2023").parent == Path("templates/docx")
    assert "self-evaluation-table.wangcheng-2023" not in forms


def test_a_manifest_of_the_workspace_wins_alone() -> None:
    write(**{"narrative-report_yaml": "标题: 我们的报告\n"})
    form = load_forms()["narrative-report"]
    assert (form.title, form.template.parent) == ("我们的报告", BUILT_IN)


def test_files_that_word_leaves_behind_are_no_forms() -> None:
    write(**{"~$甲_docx": "", "._甲_docx": ""})
    assert not {name for name in load_forms() if "甲" in name}


def test_a_broken_manifest_is_told_with_its_place() -> None:
    write(甲_docx="", 甲_yaml="标题: 通知\n需用: [资金]\n")
    with pytest.raises(FormError) as caught:
        load_forms()
    (detail,) = caught.value.details
    assert detail.say("zh").startswith("templates/docx/甲.yaml:2:1: DATA-01")
    assert "需要" in detail.say("zh")


def test_a_file_belongs_to_its_form_as_its_template_or_its_variant() -> None:
    forms = load_forms()
    varied = next(form for form in forms.values() if len(form.templates()) > 1)
    for path in varied.templates():
        assert form_of(path).id == varied.id


def test_a_file_elsewhere_is_a_form_of_its_own_with_the_manifest_beside_it(tmp_path: Path) -> None:
    write_tree(tmp_path / "else", {"我的表.docx": ("甲",), "letter.docx": ("甲",)})
    write_tree(tmp_path / "else", {"letter.yaml": "范围: 征求意见\n"})
    assert form_of(tmp_path / "else" / "我的表.docx").entry is None
    assert form_of(tmp_path / "else" / "letter.docx").manifest.scope == "征求意见"


def test_a_template_whose_name_is_no_text_is_told(tmp_path: Path) -> None:
    write_tree(tmp_path, {os.fsdecode(b"templates/docx/\xb8\xdf.docx"): b""})
    with pytest.raises(FormError, match="cannot be shown"):
        load_forms()
