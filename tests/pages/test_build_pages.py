"""PDF, pictures and volumes of the published departments, by LibreOffice itself."""

import zipfile
from pathlib import Path

import docx
import pdfplumber
import pytest
from PIL import Image
from pypdf import PdfReader

from reportgen.cli.main import main
from reportgen.export.libreoffice import find_office
from tests.pages.office import ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("built")
    options = ["--pdf", "--png", "--merge"]
    assert main(["build", str(ROOT / "data"), "-o", str(output), *options]) == 0
    return output


def test_every_document_has_its_pdf_and_a_picture_of_each_page(built: Path) -> None:
    documents = list(built.rglob("*.docx"))
    assert len(documents) > 10
    for document in documents:
        pages = len(PdfReader(document.with_suffix(".pdf")).pages)
        several = [document.with_name(f"{document.stem}-第{n}页.png") for n in range(1, pages + 1)]
        for picture in several if pages > 1 else [document.with_suffix(".png")]:
            with Image.open(picture) as opened:
                assert sorted(opened.size) == [1240, 1754] or sorted(opened.size) == [1241, 1754]


def test_a_pdf_shows_what_its_document_says(built: Path) -> None:
    for pdf in built.rglob("部门整体支出绩效自评表.pdf"):
        with pdfplumber.open(pdf) as opened:
            text = "".join(page.extract_text() for page in opened.pages)
        assert pdf.parent.name in text.replace("\n", "")


def test_a_volume_holds_every_document_of_a_department_but_working_papers(built: Path) -> None:
    folders = {document.parent for document in built.rglob("*.docx")}
    assert len(folders) == 5
    for folder in folders:
        volume = PdfReader(folder / f"{folder.name}-{folder.parent.name}.pdf")
        documents = {path.stem: path.with_suffix(".pdf") for path in folder.glob("*.docx")}
        del documents["校验意见"]
        titles = [each.title for each in volume.outline if not isinstance(each, list)]
        assert sorted(map(str, titles)) == sorted(documents)
        pages = sum(len(PdfReader(pdf).pages) for pdf in documents.values())
        assert len(volume.pages) == pages


def test_a_document_that_libreoffice_cannot_read_costs_no_other(tmp_path: Path) -> None:
    documents = [tmp_path / f"{number}.docx" for number in range(3)]
    for document in documents:
        docx.Document().save(str(document))
    with zipfile.ZipFile(documents[1]) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = b"<w:document"
    with zipfile.ZipFile(documents[1], "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    office = find_office()
    assert office is not None
    assert office.version
    assert list(office.to_pdf(documents, tmp_path)) == [documents[0], documents[2]]
