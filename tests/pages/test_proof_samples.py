"""Each check of the pages finds what LibreOffice makes of a document that is wrong in one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.document import Document
from docx.shared import Mm, Pt, Twips

from reportgen.export.pages.printed import Expected
from reportgen.export.pages.proof import proof
from reportgen.export.pages.standards import GBT_9704
from reportgen.model.finding import Finding
from tests.export.pages.written import HEI, TEXT, add, document, saved, table
from tests.pages.office import to_pdf

STANDARD = Expected(standard=GBT_9704)


def text(*, pitch: float = 28.95, squeeze: float = -0.25) -> Document:
    made = document()
    add(made, TEXT, pitch=pitch, squeeze=squeeze)
    return made


def boxed(made: Document, height: float | None = None, width: float = 120) -> Document:
    table(made, Mm(width), TEXT[:90], None if height is None else Mm(height))
    return made


def blank_page() -> Document:
    made = text()
    made.add_page_break()
    made.add_paragraph().paragraph_format.page_break_before = True
    return made


def in_the_margin() -> Document:
    made = text()
    made.paragraphs[-1].paragraph_format.left_indent = Mm(-20)
    return made


def one_cell(width: int, shown: str) -> Document:
    made = document()
    table(made, Twips(width), shown, size=10.5)
    return made


def low_row() -> Document:
    made = document()
    table(made, Mm(60), "半行", Mm(3))
    return made


def tight() -> Document:
    made = document()
    add(made, TEXT[:200], pitch=9)
    return made


def filled(lines: int) -> Document:
    """A page with so many lines below its title."""
    made = document()
    for _ in range(lines):
        add(made, "一行正文")
    return made


def orphan() -> Document:
    made = filled(20)
    add(made, "一、部门概况", HEI)
    add(made, "下一页的正文")
    return made


def torn_box() -> Document:
    made = filled(19)
    cell = table(made, Mm(100), "单位意见：同意")
    for line in ("单位负责人（签字）：", "2021年6月30日"):
        add(cell, line)
    return made


def smaller() -> Document:
    made = text()
    made.paragraphs[-1].runs[0].font.size = Pt(15)
    return made


def centred_number() -> Document:
    made = text()
    for foot in (made.sections[0].footer, made.sections[0].even_page_footer):
        foot.paragraphs[0].alignment = 1
    return made


SAMPLES: dict[str, tuple[Callable[[], Document], Expected, str]] = {
    "blank page": (blank_page, Expected(), "PAGE-01"),
    "in the margin": (in_the_margin, Expected(), "PAGE-02"),
    "wide table": (lambda: boxed(document(), width=180), Expected(), "PAGE-03"),
    "squeezed": (lambda: one_cell(500, "指标目标完成情况"), Expected(), "PAGE-05"),
    "broken number": (lambda: one_cell(700, "25591.99"), Expected(), "PAGE-06"),
    "clipped": (lambda: boxed(document(), height=10), Expected(), "PAGE-07"),
    "low row": (low_row, Expected(), "PAGE-08"),
    "tight lines": (tight, Expected(), "PAGE-09"),
    "orphan": (orphan, Expected(), "PAGE-10"),
    "torn box": (torn_box, Expected(), "PAGE-11"),
    "no number": (lambda: document(number=""), Expected(), "PAGE-12"),
    "plain number": (lambda: document(number="PAGE"), Expected(), "PAGE-12"),
    "other number": (lambda: document(number="— 7 —"), Expected(), "PAGE-12"),
    "few pages": (text, Expected(fewest=9), "PAGE-14"),
    "many pages": (text, Expected(most=1), "PAGE-15"),
    "other face": (lambda: _with(add, "正文", "SimSun"), STANDARD, "PAGE-17"),
    "small type": (smaller, STANDARD, "PAGE-18"),
    "29.5 points": (lambda: text(pitch=29.5), STANDARD, "PAGE-19"),
    "no spacing": (lambda: text(squeeze=0), STANDARD, "PAGE-20"),
    "21 lines": (lambda: text(pitch=29.5), STANDARD, "PAGE-22"),
    "27 characters": (lambda: text(squeeze=0), STANDARD, "PAGE-22"),
    "number in the middle": (centred_number, STANDARD, "PAGE-23"),
}
SOUND: dict[str, tuple[Callable[[], Document], Expected]] = {
    "running text": (text, STANDARD),
    "table": (lambda: boxed(document()), Expected()),
    "whole box": (lambda: boxed(filled(5)), Expected()),
}


def _with(change: Callable[..., object], *arguments: object) -> Document:
    made = document()
    change(made, *arguments)
    return made


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Finding]]:
    """The findings of each document."""
    folder = tmp_path_factory.mktemp("samples")
    made = {name: (make, expected) for name, (make, expected, _) in SAMPLES.items()} | SOUND
    paths = {name: saved(make(), folder, name) for name, (make, _) in made.items()}
    pdfs = to_pdf(list(paths.values()), folder)
    return {name: proof(path, pdfs[path], name, made[name][1]) for name, path in paths.items()}


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_wrong_on_a_page_is_found(name: str, found: dict[str, list[Finding]]) -> None:
    assert SAMPLES[name][2] in [finding.code for finding in found[name]]


@pytest.mark.parametrize("name", SOUND)
def test_sound_pages_have_no_findings(name: str, found: dict[str, list[Finding]]) -> None:
    assert [(finding.code, finding.arguments) for finding in found[name]] == []
