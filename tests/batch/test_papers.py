"""Which documents a proof means, and of which form each is."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest

from reportgen.batch.papers import FormsOfPapers, find_papers
from reportgen.model.errors import UsageError
from reportgen.model.form import Form, FormManifest
from tests.packages import damaged, encrypted
from tests.workspace import write_tree


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[tuple[str, bool]]:
    return [(each.path.as_posix(), each.pdf is not None) for each in find_papers(paths)]


def test_a_folder_means_every_document_below_it(here: Path) -> None:
    names = ("output/2024/某局/a.docx", "output/2024/某局/a.edited.docx", "output/b.docx")
    hidden = ("output/~$b.docx", "output/.b.docx", "output/b.pdf", "output/manifest.json")
    write_tree(here, dict.fromkeys((*names, *hidden), b""))
    assert found() == found("output") == [(name, False) for name in names]


def test_a_pdf_is_held_against_the_document_beside_it(here: Path) -> None:
    write_tree(here, {"a.docx": b"", "a.pdf": b"", "b.docx": b""})
    assert found("a.pdf", "a.docx", "b.docx") == [("a.docx", True), ("b.docx", False)]
    assert found("a.docx", "a.pdf") == [("a.docx", True)]


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        ((), "没有“output”这个文件或文件夹"),
        (("a.docx",), "没有“a.docx”这个文件或文件夹"),
        (("empty",), "文件夹“empty”里没有 .docx 文件"),
        (("alone.pdf",), "“alone.pdf”旁边没有同名的 .docx，无从对照"),
        (("data.yaml",), "“data.yaml”不是 .docx 或 .pdf，没有版面可核对"),
        (("老表.doc",), "“老表.doc”不是 .docx 或 .pdf，没有版面可核对"),
    ],
)
def test_what_is_not_there_is_told(here: Path, paths: Sequence[str], said: str) -> None:
    write_tree(here, {"empty/a.txt": "", "alone.pdf": b"", "data.yaml": "", "老表.doc": b""})
    with pytest.raises(UsageError) as caught:
        find_papers(paths)
    assert caught.value.message.say("zh") == said
    assert caught.value.hint is not None


def form(name: str, title: str) -> Form:
    return Form(name, Path(f"{name}.docx"), FormManifest.model_validate({"标题": title}))


FORMS = {
    each.id: each
    for each in (form("report", "自评报告"), form("long", "自评报告-长"), form("table", "目标表"))
}


def test_the_manifest_of_the_output_tells_form_and_profile(here: Path) -> None:
    entry = {
        **dict.fromkeys(("source", "template", "sha256", "content_sha256"), ""),
        **dict.fromkeys(("source_sha256", "template_sha256", "profile_sha256"), ""),
        "form": "table",
        "file": "2024/某局/任意.docx",
        "profile": "本县",
    }
    manifest = json.dumps({"version": 1, "documents": [entry], "sources": []})
    write_tree(here, {"output/manifest.json": manifest})
    forms = FormsOfPapers(FORMS)
    for name in ("任意.docx", "任意.edited.docx"):
        known, profile = forms.find(Path("output/2024/某局", name))
        assert (known and known.id, profile) == ("table", "本县")
    other, profile = forms.find(Path("output/2024/某局/自评报告.docx"))
    assert (other and other.id, profile) == ("report", "")


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("自评报告.docx", "report"),
        ("自评报告-甲.docx", "report"),
        ("自评报告-长-甲.docx", "long"),
        ("自评报告2.docx", None),
        ("别的.docx", None),
    ],
)
def test_else_the_longest_title_that_begins_the_name(name: str, known: str | None) -> None:
    found, _ = FormsOfPapers(FORMS).find(Path("output", name))
    assert (found and found.id) == known


@pytest.mark.usefixtures("here")
def test_a_renamed_document_is_known_by_its_title() -> None:
    made = docx.Document()
    made.core_properties.title = "自评报告"
    made.save("改过名.docx")
    found, profile = FormsOfPapers(FORMS).find(Path("改过名.docx"))
    assert (found and found.id, profile) == ("report", "")


@pytest.mark.parametrize("spoil", [damaged, encrypted])
def test_a_document_that_cannot_be_read_has_no_title(
    here: Path, spoil: Callable[[Path, str], None]
) -> None:
    made = docx.Document()
    made.core_properties.title = "自评报告"
    made.save("坏的.docx")
    spoil(here / "坏的.docx", "docProps/core.xml")
    assert FormsOfPapers(FORMS).find(Path("坏的.docx")) == (None, "")
    write_tree(here, {"坏的.docx": b"PK"})
    assert FormsOfPapers(FORMS).find(Path("坏的.docx")) == (None, "")
