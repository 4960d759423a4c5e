"""The pages of one document: a PDF beside it, and a picture of each page."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from reportgen.batch.conversion import PagesWanted
from reportgen.batch.manifest import read_manifest
from reportgen.batch.paging import Paging, picture_stem
from reportgen.batch.shelf import Shelf
from tests.batch.conftest import Build
from tests.export.office import calls
from tests.workspace import DEPARTMENT, NOTICE, write_tree

FOLDER = Path("output/2024/某县卫生健康局")
PDF = PagesWanted(pdf=True)
PICTURES = PagesWanted(pictures=True)
THREE_PAGES = (*NOTICE, "分页", "分页")


def pictures() -> list[str]:
    return sorted(path.name for path in FOLDER.glob("*.png"))


def test_one_page_is_one_picture_of_its_name(build_it: Build, office: Path) -> None:
    report = build_it(pages=PICTURES)
    assert pictures() == ["通知.png"]
    assert (FOLDER / "通知.pdf").is_file()
    assert len(report.paged.made) == 2
    assert len(calls(office)) == 1


@pytest.mark.usefixtures("office")
def test_more_pages_are_numbered(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"templates/docx/notice.docx": THREE_PAGES})
    build_it(pages=PICTURES)
    assert pictures() == ["通知-第1页.png", "通知-第2页.png", "通知-第3页.png"]


def test_pictures_have_names_that_no_document_has() -> None:
    assert picture_stem("2024/乙局/表", 1, 1) == "2024/乙局/表"
    assert picture_stem("2024/乙局/表", 2, 3) not in ("2024/乙局/表", "2024/乙局/表-2")


@pytest.mark.usefixtures("workspace")
def test_missing_pictures_are_made_of_the_pdf_that_is_there(build_it: Build, office: Path) -> None:
    build_it(pages=PDF)
    assert pictures() == []
    build_it(pages=PICTURES)
    assert pictures() == ["通知.png"]
    (FOLDER / "通知.png").unlink()
    assert [each.file for each in build_it(pages=PICTURES).paged.made] == [
        "2024/某县卫生健康局/通知.png"
    ]
    assert build_it(pages=PICTURES).paged.made == []
    assert len(calls(office)) == 1


@pytest.mark.usefixtures("office")
def test_all_pictures_are_made_again_when_one_is_gone(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"templates/docx/notice.docx": THREE_PAGES})
    build_it(pages=PICTURES)
    (FOLDER / "通知-第2页.png").unlink()
    assert len(build_it(pages=PICTURES).paged.made) == 3
    assert len(pictures()) == 3


@pytest.mark.usefixtures("office")
def test_pictures_of_pages_that_are_no_more_are_told_and_kept(
    workspace: Path, build_it: Build
) -> None:
    write_tree(workspace, {"templates/docx/notice.docx": THREE_PAGES})
    build_it(pages=PICTURES)
    write_tree(workspace, {"templates/docx/notice.docx": NOTICE})
    for _ in range(2):
        report = build_it(pages=PICTURES)
        assert [each.file.rpartition("/")[2] for each in report.stale] == [
            "通知-第1页.png", "通知-第2页.png", "通知-第3页.png",
        ]  # fmt: skip
    assert len(pictures()) == 4


@pytest.mark.parametrize("content", [b"%PDF-1.6 signed", b""])
def test_a_pdf_of_somebody_else_is_kept_aside(
    build_it: Build, office: Path, content: bytes
) -> None:
    FOLDER.mkdir(parents=True)
    (FOLDER / "通知.pdf").write_bytes(content)
    report = build_it(pages=PDF)
    assert (FOLDER / "通知.edited.pdf").read_bytes() == content
    assert [notice.say("zh") for notice in report.notices] == [
        "2024/某县卫生健康局/通知.pdf 在生成后被人改动过，改动的那份已另存为 通知.edited.pdf"
    ]
    (FOLDER / "通知.pdf").write_bytes(b"%PDF-1.6 with a seal")
    build_it(pages=PDF)
    assert (FOLDER / "通知.edited-2.pdf").read_bytes() == b"%PDF-1.6 with a seal"
    assert build_it(pages=PDF).paged.made == []
    assert len(calls(office)) == 2


@pytest.mark.usefixtures("office")
def test_a_pdf_that_cannot_be_written_is_a_failure_of_that_one(
    workspace: Path, build_it: Build
) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县卫生健康局", "乙局")})
    (FOLDER / "通知.pdf").mkdir(parents=True)
    report = build_it(pages=PICTURES)
    (failure,) = report.failures
    assert failure.source == "data/a.yaml"
    assert "output/2024/某县卫生健康局/通知.pdf" in failure.error.message.say("zh")
    assert len(report.documents) == 2
    assert sorted(path.name for path in Path("output/2024/乙局").iterdir()) == [
        "通知.docx", "通知.pdf", "通知.png",
    ]  # fmt: skip


@pytest.mark.usefixtures("office")
def test_a_pdf_that_is_gone_meanwhile_is_a_failure_of_that_one(
    workspace: Path, build_it: Build
) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县卫生健康局", "乙局")})
    build_it(pages=PDF)
    before = read_manifest(Path("output"))
    paging = Paging(Shelf(Path("output"), before), threading.Event(), pictures=True)
    orders = [paging.order(each) for each in before.documents.values()]
    Path("output/2024/乙局/通知.pdf").unlink()
    paged = paging.fill(orders, None)
    (failure,) = paged.failures
    assert failure.source == "data/b.yaml"
    assert "output/2024/乙局/通知.pdf" in failure.error.message.say("zh")
    assert [each.file for each in paged.made] == ["2024/某县卫生健康局/通知.png"]
