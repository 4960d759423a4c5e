"""Faces that the document does not name."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.export.faces import FACES
from reportgen.export.pages.printed_faces import is_called, unexpected_faces
from tests.export.pages.drawn import line, page, printed
from tests.export.pages.written import add, document, saved

EXPECTED = [
    "FandolFang-Regular", "FandolSong-Bold", "FangSong_GB2312", "仿宋_GB2312", "FangSong",
    "TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT", "LiberationSerif", "NotoSerifCJKsc-Regular",
]  # fmt: skip


@pytest.mark.parametrize("face", EXPECTED)
def test_named_faces_and_what_stands_in_for_them_are_expected(tmp_path: Path, face: str) -> None:
    made = document()
    add(made, "正文")
    sheet = page(line("正文", face=face))
    assert list(unexpected_faces(printed(saved(made, tmp_path), sheet))) == []


def test_another_face_is_told_with_its_characters(tmp_path: Path) -> None:
    sheets = page(line("正文")), page(line("甲①乙", face="DejaVuSans"), number=2)
    made = document()
    add(made, "正文")
    (fault,) = unexpected_faces(printed(saved(made, tmp_path), *sheets))
    assert (fault.code, fault.page, fault.text) == ("PAGE-13", 2, "甲乙")
    assert fault.arguments == {"face": "DejaVuSans", "count": 2}


def test_signs_may_come_from_any_face(tmp_path: Path) -> None:
    sheet = page(line("①≦", face="DejaVuSans"))
    assert list(unexpected_faces(printed(saved(document(), tmp_path), sheet))) == []


def test_an_official_face_is_known_by_its_names() -> None:
    assert is_called(FACES[1], "fangsong_gb2312")
    assert is_called(FACES[1], "仿宋")
    assert not is_called(FACES[1], "SimSun")
