"""The tools of these tests can fail."""

from pathlib import Path

import docx
import pytest
from docx.oxml.parser import OxmlElement

from tests.pages.office import invalid, to_pdf


def test_a_document_that_gives_no_pdf_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no document")
    with pytest.raises(AssertionError, match="made no PDF"):
        to_pdf([broken], tmp_path)


def test_the_sdk_tells_of_a_wrong_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph()._p.append(OxmlElement("w:tbl"))
    document.save(str(tmp_path / "wrong.docx"))
    assert any("tbl" in problem for problem in invalid([tmp_path / "wrong.docx"]))
