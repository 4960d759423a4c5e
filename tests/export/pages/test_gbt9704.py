"""Paper, faces, sizes, pitch and indents, held against GB/T 9704."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.shared import Mm

from reportgen.export.pages.gbt9704 import against_standard
from reportgen.export.pages.printed import Expected, Fault
from reportgen.export.pages.standards import GBT_9704
from tests.export.pages.drawn import line, page, printed
from tests.export.pages.written import FANG, HEI, KAI, SONG, TEXT, add, document, saved, table

Spoil = Callable[[Document], object]


def sound() -> Document:
    made = document()
    add(made, "一、部门概况", HEI)
    add(made, "（一）基本情况", KAI)
    add(made, "1.人员情况", FANG)
    add(made, TEXT)
    add(made, "附件：1.绩效目标表")
    table(made, Mm(50), "表里的字")
    return made


def faults(made: Document, folder: Path, standard: str | None = GBT_9704) -> list[Fault]:
    sheets = page(line("某县")), page(line("一、部门概况"), number=2)
    expected = Expected(standard=standard)
    return list(against_standard(printed(saved(made, folder), *sheets, expected=expected)))


def wide(made: Document) -> None:
    made.sections[0].left_margin = Mm(31.7)


def letter_paper(made: Document) -> None:
    made.sections[0].page_width = Mm(215.9)


WRONG: dict[str, tuple[Spoil, str, dict[str, str]]] = {
    "margin": (wide, "PAGE-16", {"shown": "31.7", "wanted": "28"}),
    "paper": (letter_paper, "PAGE-16", {"shown": "215.9", "wanted": "210"}),
    "face of a heading": (
        lambda made: add(made, "二、收支情况", SONG),
        "PAGE-17",
        {"shown": SONG, "face": "黑体"},
    ),
    "face of an annex": (lambda made: add(made, "附件1"), "PAGE-17", {"face": "黑体"}),
    "face of the text": (
        lambda made: add(made, "宋体字", "SimSun"),
        "PAGE-17",
        {"shown": "SimSun", "face": "仿宋_GB2312"},
    ),
    "size": (
        lambda made: add(made, "小一号", size=15),
        "PAGE-18",
        {"shown": "15", "size": "16"},
    ),
    "loose lines": (lambda made: add(made, "行距", pitch=29.5), "PAGE-19", {"shown": "29.5"}),
    "no exact lines": (lambda made: add(made, "行距", pitch=None), "PAGE-19", {"shown": "—"}),
    "no spacing": (lambda made: add(made, TEXT, squeeze=0), "PAGE-20", {"shown": "0"}),
    "too tight": (lambda made: add(made, TEXT, squeeze=-1), "PAGE-20", {"shown": "-1"}),
    "no indent": (lambda made: add(made, TEXT, indent=0), "PAGE-21", {"shown": "0.0"}),
}


def test_a_sound_document_has_no_faults(tmp_path: Path) -> None:
    assert faults(sound(), tmp_path) == []


@pytest.mark.parametrize("name", WRONG)
def test_what_is_not_as_the_standard_asks_is_told(name: str, tmp_path: Path) -> None:
    spoil, code, told = WRONG[name]
    made = sound()
    spoil(made)
    found = {fault.code: fault for fault in faults(made, tmp_path)}
    assert list(found) == [code]
    assert told.items() <= found[code].arguments.items()


def test_forms_that_do_not_follow_it_are_left_alone(tmp_path: Path) -> None:
    made = sound()
    wide(made)
    assert faults(made, tmp_path, standard=None) == []


def test_one_fault_tells_of_all_paragraphs_and_where_the_first_is(tmp_path: Path) -> None:
    made = document()
    add(made, "一、部门概况", FANG)
    add(made, "二、收支情况", FANG)
    (fault,) = faults(made, tmp_path)
    assert (fault.page, fault.text, fault.arguments["count"]) == (2, "一、部门概况", 2)


def test_short_and_long_paragraphs_are_told_together(tmp_path: Path) -> None:
    made = document()
    add(made, "短的", size=15)
    add(made, TEXT, size=15, squeeze=0)
    (fault,) = faults(made, tmp_path)
    assert (fault.code, fault.arguments["count"]) == ("PAGE-18", 2)


def test_the_title_is_the_first_paragraph_that_is_no_annex_number(tmp_path: Path) -> None:
    made = document(titled=False)
    add(made, "附件2", HEI)
    add(made, "绩效自评报告", HEI)
    (face, size) = faults(made, tmp_path)
    assert (face.code, face.arguments["face"], size.code) == (
        "PAGE-17",
        "方正小标宋简体",
        "PAGE-18",
    )
