"""reportgen proof: what is wrong on the pages of documents."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from reportgen.export.libreoffice import VARIABLE
from tests.cli.conftest import Run
from tests.export.pages.drawn import pdf
from tests.export.pages.written import add, document, saved

FOOT = (470.0, 765.0)


@pytest.fixture
def sound(workspace: Path) -> Path:
    """A document with a PDF beside it that shows all of it, and its page number."""
    made = document(titled=False, number="")
    add(made, "text", latin="Times")
    (workspace / "output").mkdir()
    saved(made, workspace / "output", "通知")
    (workspace / "output/通知.pdf").write_bytes(pdf([(100, 150, "text"), (*FOOT, "-1-")]))
    return workspace


@pytest.fixture
def wrong(sound: Path) -> Path:
    (sound / "output/通知.pdf").write_bytes(pdf([(10, 150, "text"), (*FOOT, "1")]))
    return sound


@pytest.mark.usefixtures("sound")
def test_clean_pages_end_with_0(run: Run) -> None:
    ended = run("proof", "output/通知.pdf")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == "1 个文件：0 个错误，0 个警告，0 个提示，0 个已说明\n"


@pytest.mark.usefixtures("wrong")
def test_errors_are_told_by_page_with_the_remedy_and_end_with_1(run: Run) -> None:
    ended = run("proof", "output/通知.pdf")
    assert ended.code == 1
    assert ended.out.splitlines() == [
        "output/通知.docx：第1页“text”：PAGE-02 错误 有 4 个字印到了版心之外",
        "  建议：在 Word 里检查这里的缩进和表格宽度；模板里就有的，请表单设计人员改",
        "output/通知.docx：第1页：PAGE-12 警告 页码应为“— 本页页码 —”，这里是“1”",
        "  建议：这是模板的事：请财政局的表单设计人员在 Word 里改模板，再重新生成",
        "1 个文件：1 个错误，1 个警告，0 个提示，0 个已说明",
    ]
    english = run("proof", "output/通知.pdf", "--lang", "en").out.splitlines()
    assert english[0] == (
        'output/通知.docx: page 1 "text": PAGE-02 error 4 character(s) are outside the margins'
    )


def test_warnings_alone_end_with_0(sound: Path, run: Run) -> None:
    (sound / "output/通知.pdf").write_bytes(pdf([(100, 150, "text"), (*FOOT, "1")]))
    assert run("proof", "output/通知.pdf").code == 0


@pytest.mark.usefixtures("wrong")
def test_programs_get_one_object_with_form_and_page(run: Run) -> None:
    ended = run("proof", "output/通知.pdf", "--format", "json")
    told = json.loads(ended.out)
    assert (ended.code, told["version"], told["files"]) == (1, 1, ["output/通知.docx"])
    assert told["summary"] == {"error": 1, "warning": 1, "info": 0, "answered": 0}
    first = told["findings"][0]
    assert (first["code"], first["form"], first["page"]) == ("PAGE-02", "notice", 1)
    assert (first["where"], first["path"]) == ("第1页“text”", "第1页")
    assert (first["line"], first["column"]) == (1, 1)


@pytest.mark.usefixtures("sound")
def test_without_libreoffice_one_sentence_says_so(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "/nowhere/soffice")
    ended = run("proof")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.splitlines()[0] == "错误：没有找到 LibreOffice"


@pytest.mark.usefixtures("sound")
def test_without_the_library_that_reads_pdf_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "reportgen.export.pages.pdf_reader", raising=False)
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    ended = run("proof", "output/通知.pdf")
    assert ended.code == 2
    assert 'pip install ".[pdf]"' in ended.err


@pytest.mark.usefixtures("workspace")
def test_nothing_built_yet_is_told(run: Run) -> None:
    ended = run("proof")
    assert ended.code == 2
    assert "先运行 reportgen build" in ended.err


def test_a_code_of_the_pages_is_explained(run: Run) -> None:
    ended = run("rules", "page-05")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("PAGE-05 错误 这一格太窄")
    assert "加宽" in ended.out
