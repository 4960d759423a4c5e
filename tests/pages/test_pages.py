"""All forms of all departments as Word and as PDF: sound, valid, and right on every page."""

from pathlib import Path

import docx

from reportgen.batch.papers import Paper
from reportgen.batch.proof import prove
from reportgen.export.pages.page_words import WHERE
from reportgen.loading.form_files import load_forms
from tests.pages.office import invalid
from tests.structure import problems_of


def test_every_document_is_sound(documents: list[Path]) -> None:
    found = {path: problems_of(path.read_bytes()) for path in documents}
    assert {path: problems for path, problems in found.items() if problems} == {}
    for path in documents:
        docx.Document(str(path))


def test_the_open_xml_sdk_finds_every_document_valid(documents: list[Path]) -> None:
    assert invalid(documents) == []


def test_every_page_is_right(documents: list[Path]) -> None:
    proofs = prove([Paper(path) for path in documents], load_forms(), lambda *_: None)
    assert set(proofs.forms.values()) == set(load_forms())
    assert [
        f"{each.place.file}: {WHERE.say('zh', each.arguments)}: {each.code} {each.say('zh')}"
        for each in proofs.findings
    ] == []
