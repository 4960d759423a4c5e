"""The pages of a PDF as values."""

from __future__ import annotations

from reportgen.export.pages.pdf_pages import Box, gaps_of, lines_of, plain, text_of
from tests.export.pages.drawn import line


def test_texts_are_compared_without_spaces_and_full_width_forms() -> None:
    assert plain(" （一） ＡＢ\u3000—\n") == "(一)AB—"


def test_a_box_holds_what_has_its_middle_in_it() -> None:
    (glyph,) = line("甲", 100, 100, 16)
    assert Box(105, 100, 200, 200).holds(glyph)
    assert not Box(109, 100, 200, 200).holds(glyph)
    assert not Box(0, 0, 200, 107).holds(glyph)


def test_lines_go_down_and_to_the_right() -> None:
    mixed = [*line("下", 100, 130), *line("右", 120, 101, 14), *line("左", 100, 100)]
    assert [text_of(each) for each in lines_of(mixed)] == ["左右", "下"]
    assert list(gaps_of(lines_of(mixed))) == [30]
