"""All checks of a document, as findings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.export.pages.page_words import PAGE_WORDS, WHERE
from reportgen.export.pages.printed import Expected
from reportgen.export.pages.proof import faults_of, proof
from reportgen.model.finding import Severity, path_text
from tests.export.pages.drawn import cell, foot, line, page, pdf, printed
from tests.export.pages.written import add, document, saved
from tests.rendering.word import replace_in_part


def test_findings_tell_page_cell_and_text_in_both_languages(tmp_path: Path) -> None:
    made = document(titled=False)
    add(made, "逐步提高")
    held = cell(["逐", "步", "提", "高"], (100, 120, 120, 200), row=3, column=2)
    sheets = page(line("—"), foot("—1—")), page(cells=[held], number=2)
    subject = printed(saved(made, tmp_path), *sheets, expected=Expected("notice", most=1))
    count, squeezed, number = faults_of(subject, "output/a.docx")
    assert (count.code, squeezed.code, number.code) == ("PAGE-15", "PAGE-05", "PAGE-12")
    assert squeezed.severity is Severity.ERROR
    place = squeezed.place
    assert (place.file, place.line, place.column) == ("output/a.docx", 2, 1)
    assert path_text(squeezed.path) == "第2页.表1.行3.列2"
    assert WHERE.say("zh", squeezed.arguments) == "第2页 表1 行3 列2“逐步提高”"
    assert WHERE.say("en", squeezed.arguments) == 'page 2 table 1 row 3 column 2 "逐步提高"'
    assert squeezed.say("zh") == "这一格太窄，连着 4 行每行只有一个字（本页这一列有 1 格）"
    assert "“逐步提高”这一列加宽" in squeezed.say_hint("zh")
    assert (WHERE.say("zh", count.arguments), count.place.line) == ("全文", 1)
    assert WHERE.say("en", number.arguments) == "page 2"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no document"])
def test_a_document_that_cannot_be_read_is_a_finding(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    (tmp_path / "a.pdf").write_bytes(pdf([(72, 100, "a")]))
    (found,) = proof(tmp_path / "a.docx", tmp_path / "a.pdf", "a.docx", Expected())
    assert found.code == "PAGE-24"


def test_a_length_that_is_none_ends_no_proof(tmp_path: Path) -> None:
    path = saved(document(), tmp_path)
    (tmp_path / "a.pdf").write_bytes(pdf([(72, 100, "a")]))
    replace_in_part(path, "word/document.xml", 'w:w="', 'w:w="huge')
    (found,) = proof(path, tmp_path / "a.pdf", "a.docx", Expected())
    assert found.code == "PAGE-24"


def test_so_is_one_without_a_pdf(tmp_path: Path) -> None:
    path = saved(document(), tmp_path)
    assert [each.code for each in proof(path, None, "a", Expected())] == ["PAGE-24"]


@pytest.mark.parametrize("content", [b"", b"none", pdf([(72, 100, "a")])[:-60], pdf()])
def test_a_pdf_that_cannot_be_read_is_named_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = saved(document(), tmp_path)
    given = tmp_path / "given.pdf"
    given.write_bytes(content)
    (found,) = proof(path, given, "a.docx", Expected())
    assert found.code == "PAGE-25"
    assert "given.pdf”读不出来" in found.say("zh")
    assert "打开“a.docx”，重新导出 PDF" in found.say_hint("zh")
    assert "--force" not in found.say_hint("zh")


def test_a_given_pdf_of_another_document_is_told_once(tmp_path: Path) -> None:
    path = saved(document(), tmp_path)
    given = tmp_path / "given.pdf"
    given.write_bytes(pdf([(100, 150, "text")]))
    (found,) = proof(path, given, "a.docx", Expected(), is_given=True)
    assert found.code == "PAGE-26"
    assert "given.pdf”不是这份文书的 PDF" in found.say("zh")
    made_here = {each.code for each in proof(path, given, "a.docx", Expected())}
    assert "PAGE-07" in made_here
    assert "PAGE-26" not in made_here


def test_every_code_of_a_check_has_its_words() -> None:
    folder = Path(__file__).parents[3] / "reportgen/export/pages"
    used = {
        code
        for path in folder.glob("*.py")
        if not path.name.endswith("_words.py")
        for code in re.findall(r"PAGE-\d\d", path.read_text("utf-8"))
    }
    assert used == set(PAGE_WORDS)
