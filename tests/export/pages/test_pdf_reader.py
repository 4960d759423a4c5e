"""A PDF read into pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.export.pages.pdf_pages import gaps_of, lines_of, text_of
from reportgen.export.pages.pdf_reader import read_pdf
from tests.export.pages.drawn import HEIGHT, WIDTH, pdf


def test_glyphs_have_their_place_and_their_face(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([(72, 100, "Ab c"), (72, 130, "d")], [(72, 100, "e")]))
    first, second = read_pdf(tmp_path / "a.pdf")
    assert (first.number, second.number) == (1, 2)
    assert (round(first.width, 1), round(first.height, 1)) == (WIDTH, HEIGHT)
    assert text_of(first.glyphs) == "Abcd"
    assert {(each.size, each.face) for each in first.glyphs} == {(12, "Times-Roman")}
    assert [round(each.x0) for each in first.glyphs[:2]] == [72, 81]
    assert 88 < first.glyphs[0].top < 100 < first.glyphs[0].bottom < 104
    assert [text_of(each) for each in lines_of(first.glyphs)] == ["Abc", "d"]
    assert [round(gap) for gap in gaps_of(lines_of(first.glyphs))] == [30]


def test_ruled_cells_hold_their_glyphs(tmp_path: Path) -> None:
    rules = "ET 72 600 100 40 re 172 600 100 40 re 72 560 100 40 re 172 560 100 40 re S BT"
    (tmp_path / "a.pdf").write_bytes(pdf([(80, 220, f"a) Tj {rules} ("), (180, 265, "b")]))
    (page,) = read_pdf(tmp_path / "a.pdf")
    told = [(each.row, each.column, text_of(each.glyphs)) for each in page.cells]
    assert told == [(1, 1, "a"), (1, 2, ""), (2, 1, ""), (2, 2, "b")]
    assert round(page.cells[0].box.x1) == 172
    assert page.rules


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no PDF at all")
    with pytest.raises(ValueError, match=r"a\.pdf"):
        read_pdf(tmp_path / "a.pdf")
