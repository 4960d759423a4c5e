"""Marks in a part, and what it shows without them."""

import pytest

from reportgen.rendering.shown_text import (
    END,
    MARKED,
    OPENED,
    shows_the_same,
    start,
    typed_text,
    without_marks,
    without_markup,
)

PART = f"<w:t>{start(0)}甲&amp;乙{END}，{start(12)}丙</w:t><w:br/><w:t>丁{END}</w:t>".encode()


def test_what_stands_between_marks_is_found_with_its_number() -> None:
    found = [(int(mark[1]), typed_text(mark[2])) for mark in MARKED.finditer(PART)]
    assert found == [(0, "甲&乙"), (12, "丙丁")]
    assert OPENED.search(PART) is None


def test_a_mark_without_an_end_is_found() -> None:
    opened = OPENED.search(PART + f"<w:t>{start(13)}戊".encode())
    assert opened is not None
    assert int(opened[1]) == 13


def test_marks_leave_no_trace_and_private_characters_stay() -> None:
    assert without_marks(PART).decode() == ("<w:t>甲&amp;乙，丙</w:t><w:br/><w:t>丁</w:t>")
    assert without_markup(PART).decode() == "甲&amp;乙，丙丁"
    assert without_marks("<w:t>\ue003甲\ue004</w:t>".encode()).decode() == (
        "<w:t>\ue003甲\ue004</w:t>"
    )


@pytest.mark.parametrize(
    ("rendered", "finished", "same"),
    [
        ("<w:tc><w:t>3</w:t></w:tc>", "<w:t>3</w:t>", True),
        ("<w:t>3</w:t><w:t>3</w:t>", "<w:t>3</w:t>", False),
        ("<w:t>1</w:t><w:t>100</w:t>", "<w:t>100</w:t>", False),
        ("<w:t>乙</w:t><w:t>甲</w:t>", "<w:t>甲</w:t><w:t>乙</w:t>", False),
        ('<w:tc w:w="3"><w:t>3</w:t></w:tc>', '<w:tc w:w="3"><w:t/></w:tc>', False),
    ],
)
def test_text_is_compared_and_markup_is_not(rendered: str, finished: str, same: object) -> None:
    assert shows_the_same(rendered.encode(), finished.encode()) is same
