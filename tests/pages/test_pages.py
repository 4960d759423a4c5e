"""All forms of all departments as Word and as PDF: sound, valid, and right on every page."""

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import docx

from tests.pages.layout import page_problems
from tests.pages.office import AT_ONCE, invalid
from tests.structure import problems_of

RUNNING_TEXT = ("绩效自评报告",)
"""Forms whose pages hold 22 lines of 28 characters; the others are tables."""


def test_every_document_is_sound(documents: list[Path]) -> None:
    found = {path: problems_of(path.read_bytes()) for path in documents}
    assert {path: problems for path, problems in found.items() if problems} == {}
    for path in documents:
        docx.Document(str(path))


def test_the_open_xml_sdk_finds_every_document_valid(documents: list[Path]) -> None:
    assert invalid(documents) == []


def test_every_page_is_right(pdfs: dict[Path, Path]) -> None:
    with ProcessPoolExecutor(AT_ONCE) as pool:
        problems = [problem for found in pool.map(_problems, pdfs.items()) for problem in found]
    assert problems == []


def _problems(files: tuple[Path, Path]) -> list[str]:
    document, pdf = files
    running = document.stem in RUNNING_TEXT
    return [f"{document}: {each}" for each in page_problems(document, pdf, running_text=running)]
