import io
from pathlib import Path

import pypdf
import pytest

from reportgen.export.volume import bound
from reportgen.model.errors import OutputError


def written(path: Path, pages: int, bookmark: str | None = None) -> Path:
    writer = pypdf.PdfWriter()
    for number in range(pages):
        writer.add_blank_page(100 + number, 100)
    if bookmark is not None:
        writer.add_outline_item(title=bookmark, page_number=0)
    writer.write(path)
    return path


def test_each_pdf_is_one_bookmark_at_its_first_page(tmp_path: Path) -> None:
    one, two = written(tmp_path / "1.pdf", 2, "一、基本情况"), written(tmp_path / "2.pdf", 1)
    reader = pypdf.PdfReader(io.BytesIO(bound("某局-2024", [("自评报告", one), ("通知", two)])))
    assert [page.mediabox.width for page in reader.pages] == [100, 101, 100]
    items = [each for each in reader.outline if isinstance(each, pypdf.generic.Destination)]
    assert [(each.title, reader.get_destination_page_number(each)) for each in items] == [
        ("自评报告", 0), ("通知", 2),
    ]  # fmt: skip
    assert len(items) == len(reader.outline)
    assert reader.metadata is not None
    assert reader.metadata.title == "某局-2024"
    assert reader.page_mode == "/UseOutlines"


def test_a_pdf_that_is_gone_raises(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="gone"):
        bound("某局-2024", [("通知", tmp_path / "gone.pdf")])


@pytest.mark.parametrize("content", [b"%PDF-1.4 foo %%EOF", b"", b"PK"])
def test_the_pdf_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "2.pdf"
    broken.write_bytes(content)
    with pytest.raises(OutputError, match=broken.as_posix()):
        bound("某局-2024", [("自评报告", written(tmp_path / "1.pdf", 1)), ("通知", broken)])
