"""The parts of a .docx, read with a limit."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.model import word_package
from reportgen.model.word_package import read_parts
from tests.packages import damaged, encrypted

PARTS = {"word/document.xml": b"<a/>" * 500, "word/media/a.png": bytes(5000)}


def written(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
    return path


def test_parts_come_as_they_stand_from_a_file_or_from_memory(tmp_path: Path) -> None:
    path = written(tmp_path / "a.docx")
    assert read_parts(path) == PARTS
    assert list(read_parts(io.BytesIO(path.read_bytes()))) == list(PARTS)
    assert list(read_parts(path, lambda name: ".png" in name)) == ["word/media/a.png"]


def test_only_the_wanted_parts_count_for_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "a.docx")
    monkeypatch.setattr(word_package, "MOST_BYTES", 2000)
    assert list(read_parts(path, lambda name: name.endswith(".xml"))) == ["word/document.xml"]
    with pytest.raises(ValueError, match=r"a\.docx"):
        read_parts(path)


def test_no_more_is_unpacked_than_the_package_states(tmp_path: Path) -> None:
    path = written(tmp_path / "a.docx")
    raw = path.read_bytes()
    claimed = raw.replace((2000).to_bytes(4, "little"), (20).to_bytes(4, "little"))
    assert claimed != raw
    path.write_bytes(claimed)
    with pytest.raises(ValueError, match=r"a\.docx"):
        read_parts(path)


@pytest.mark.parametrize("spoil", [damaged, encrypted])
def test_what_is_damaged_or_encrypted_is_refused(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    path = written(tmp_path / "a.docx")
    spoil(path)
    with pytest.raises(ValueError, match=r"a\.docx"):
        read_parts(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")])
def test_so_is_what_is_no_package(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)
    for path in (tmp_path / "a.docx", tmp_path, tmp_path / "missing.docx"):
        with pytest.raises(ValueError, match=path.name):
            read_parts(path)
