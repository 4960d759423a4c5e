"""What a document depends on beside its source."""

from __future__ import annotations

from pathlib import Path

from reportgen.batch.fingerprints import FormPrints, engine_version
from reportgen.loading.form_files import load_forms
from tests.workspace import write_tree


def test_the_version_names_the_code_and_the_libraries() -> None:
    version = engine_version()
    assert version.startswith("reportgen ")
    assert all(name in version for name in ("docxtpl ", "jinja2 ", "isal "))


def test_a_form_is_its_template_and_its_manifest(workspace: Path) -> None:
    def prints() -> str:
        return FormPrints().form(load_forms()["notice"], "本县")

    first = prints()
    assert prints() == first
    write_tree(workspace, {"templates/docx/notice.yaml": "标题: 通知书\n"})
    second = prints()
    write_tree(workspace, {"templates/docx/notice.docx": ("改",)})
    assert len({first, second, prints()}) == 3


def test_a_variant_is_another_print(workspace: Path) -> None:
    write_tree(
        workspace,
        {
            "templates/docx/notice.本县.docx": ("本县",),
            "templates/docx/notice.yaml": "变体: {本县: notice.本县.docx}\n",
        },
    )
    form, prints = load_forms()["notice"], FormPrints()
    assert prints.form(form, "本县") != prints.form(form, "邻县")


def test_a_template_that_is_gone_is_like_no_other(workspace: Path) -> None:
    form = load_forms()["notice"]
    (workspace / "templates/docx/notice.docx").unlink()
    assert not FormPrints().form(form, "本县")


def test_a_form_is_also_what_it_brings_in(workspace: Path) -> None:
    write_tree(workspace, {"templates/docx/notice.yaml": "附带: [公章.png]\n"})
    seal = workspace / "templates/docx/公章.png"
    assert FormPrints().form(load_forms()["notice"], "本县") == ""
    seal.write_bytes(b"1")
    first = FormPrints().form(load_forms()["notice"], "本县")
    seal.write_bytes(b"2")
    assert FormPrints().form(load_forms()["notice"], "本县") not in (first, "")
