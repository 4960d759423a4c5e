import io
import threading
from pathlib import Path

import pypdf
import pytest
from PIL import Image

from reportgen.export.pictures import page_pictures
from reportgen.model.errors import OutputError


def pdf(folder: Path, *sizes: tuple[float, float]) -> Path:
    writer, path = pypdf.PdfWriter(), folder / "1.pdf"
    for width, height in sizes:
        writer.add_blank_page(width, height)
    writer.write(path)
    return path


def test_each_page_is_a_png_of_150_dots_an_inch(tmp_path: Path) -> None:
    drawn = page_pictures(pdf(tmp_path, (72, 144), (144, 72)))
    pictures = [Image.open(io.BytesIO(each)) for each in drawn]
    assert [(each.format, each.size) for each in pictures] == [
        ("PNG", (150, 300)), ("PNG", (300, 150)),
    ]  # fmt: skip
    assert [round(value) for value in pictures[0].info["dpi"]] == [150, 150]


def test_several_threads_may_draw_at_once(tmp_path: Path) -> None:
    content = pdf(tmp_path, *[(595, 842)] * 8)
    drawn: list[list[bytes]] = []
    threads = [
        threading.Thread(target=lambda: drawn.append(list(page_pictures(content))))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [len(pictures) for pictures in drawn] == [8] * 4
    assert len({tuple(pictures) for pictures in drawn}) == 1


@pytest.mark.parametrize("content", [b"%PDF-1.4 foo %%EOF", b"", b"PK", None])
def test_a_pdf_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    broken = tmp_path / "1.pdf"
    if content is not None:
        broken.write_bytes(content)
    with pytest.raises(OutputError, match=broken.as_posix()):
        list(page_pictures(broken))
