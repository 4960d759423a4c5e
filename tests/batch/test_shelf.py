"""What lies in the output folder is right as long as nothing of it is gone, edited or outdated."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.batch.manifest import Manifest, sha256_of
from reportgen.batch.shelf import Paged, Shelf

DOCUMENT = "2024/乙局/表.docx"
NAMES = ("2024/乙局/表-第1页.png", "2024/乙局/表-第2页.png")


@pytest.fixture
def before(tmp_path: Path) -> Manifest:
    """Two pictures of a document, put there by an earlier build."""
    paged = Paged()
    for name in NAMES:
        Shelf(tmp_path, Manifest()).put(name, name.encode(), (DOCUMENT, "1"), paged)
    return Manifest(pages={each.file: each for each in paged.made})


def kept(output: Path, before: Manifest, **force: bool) -> list[str]:
    shelf = Shelf(output, before, **force)
    assert shelf.kept(DOCUMENT, "2", ".png") == []
    assert shelf.kept(DOCUMENT, "1", ".pdf") == []
    assert shelf.kept("2024/乙局/另.docx", "1", ".png") == []
    return [each.file for each in shelf.kept(DOCUMENT, "1", ".png")]


def test_what_was_put_is_kept(tmp_path: Path, before: Manifest) -> None:
    assert (tmp_path / NAMES[0]).read_bytes() == NAMES[0].encode()
    assert before.pages[NAMES[0]].sha256 == sha256_of(NAMES[0].encode())
    assert kept(tmp_path, before) == list(NAMES)
    assert kept(tmp_path, before, force=True) == []


def test_all_or_none_are_kept(tmp_path: Path, before: Manifest) -> None:
    (tmp_path / NAMES[1]).write_bytes(b"edited")
    assert kept(tmp_path, before) == []
    (tmp_path / NAMES[1]).unlink()
    assert kept(tmp_path, before) == []
    assert kept(tmp_path, Manifest()) == []


def test_what_others_found_is_added() -> None:
    paged, other = Paged(), Paged()
    Shelf(Path(), Manifest())
    other.failures.append(None)  # type: ignore[arg-type]
    paged.add(other)
    paged.add(other)
    assert len(paged.failures) == 2
