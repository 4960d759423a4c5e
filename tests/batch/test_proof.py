"""The pages of many documents, made by a stand-in for LibreOffice that a test writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.batch.papers import Paper
from reportgen.batch.proof import prove
from reportgen.cli.main import main
from reportgen.export.libreoffice import VARIABLE
from reportgen.loading.form_files import load_forms
from reportgen.model.errors import UsageError
from reportgen.model.form import Form, FormManifest
from tests.export.office import calls, stand_in
from tests.export.pages.drawn import pdf
from tests.export.pages.written import add, document, saved
from tests.workspace import DEPARTMENT, NOTICE, PROFILE, write_tree

MAKES_ONE = """
for file in files:
    if file != "1.docx": (output / f"{pathlib.Path(file).stem}.pdf").write_bytes(
        (here / "page.pdf").read_bytes())
"""
"""Every document but the second becomes the same page."""


@pytest.fixture
def soffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = stand_in(tmp_path / "bin", MAKES_ONE)
    (tmp_path / "bin/page.pdf").write_bytes(pdf([(100, 150, "text")]))
    monkeypatch.setenv(VARIABLE, str(program))
    return program


def papers(folder: Path, count: int) -> list[Paper]:
    made = document(titled=False)
    add(made, "text", latin="Times")
    return [Paper(saved(made, folder, f"通知-{n}")) for n in range(count)]


@pytest.mark.parametrize("count", [2, 5])
def test_every_document_is_checked_in_its_order(tmp_path: Path, soffice: Path, count: int) -> None:
    form = Form(
        "notice", Path("t.docx"), FormManifest.model_validate({"标题": "通知", "页数": "2"})
    )
    moved: list[tuple[int, int]] = []
    asked = papers(tmp_path, count)
    proofs = prove(asked, {"notice": form}, lambda done, of, _: moved.append((done, of)))
    names = [paper.path.as_posix() for paper in asked]
    told = [(each.code, names.index(each.place.file)) for each in proofs.findings]
    one = [("PAGE-12", 0), ("PAGE-14", 0)]
    assert told[:3] == [*one, ("PAGE-24", 1)]
    assert len(told) == 2 * (count - 1) + 1
    assert moved == [(done, count) for done in range(1, count + 1)]
    assert proofs.forms == dict.fromkeys(names, "notice")
    assert len(calls(soffice)) == 1


def test_a_given_pdf_needs_no_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nothing"))
    (paper,) = papers(tmp_path, 1)
    (tmp_path / "given.pdf").write_bytes(pdf([(100, 150, "text")]))
    proofs = prove([Paper(paper.path, tmp_path / "given.pdf")], {}, lambda *_: None)
    assert [each.code for each in proofs.findings] == ["PAGE-12"]
    (tmp_path / "given.pdf").write_bytes(pdf([(100, 150, "other")]))
    proofs = prove([Paper(paper.path, tmp_path / "given.pdf")], {}, lambda *_: None)
    assert [each.code for each in proofs.findings] == ["PAGE-26"]
    with pytest.raises(UsageError, match="LibreOffice"):
        prove([paper], {}, lambda *_: None)


@pytest.mark.usefixtures("soffice")
@pytest.mark.parametrize(("layout", "count"), [("", 1), ("版面: {左边距: 20}", 0)])
def test_a_profile_with_a_page_of_its_own_is_not_held_against_the_standard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: str, count: int
) -> None:
    monkeypatch.chdir(tmp_path)
    write_tree(
        tmp_path,
        {
            "data/a.yaml": DEPARTMENT,
            "profiles/本县.yaml": f"{PROFILE}{layout}\n",
            "templates/docx/notice.docx": NOTICE,
            "templates/docx/notice.yaml": "标题: 通知\n公文: 是\n版式: GB/T 9704\n",
        },
    )
    assert main(["build"]) == 0
    (document,) = Path("output").rglob("*.docx")
    proofs = prove([Paper(document)], load_forms(), lambda *_: None)
    assert len({"PAGE-16"} & {each.code for each in proofs.findings}) == count
