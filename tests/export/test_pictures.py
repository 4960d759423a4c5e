import io
import threading

import pypdf
from PIL import Image

from reportgen.export.pictures import page_pictures


def pdf(*sizes: tuple[float, float]) -> bytes:
    writer, content = pypdf.PdfWriter(), io.BytesIO()
    for width, height in sizes:
        writer.add_blank_page(width, height)
    writer.write(content)
    return content.getvalue()


def test_each_page_is_a_png_of_150_dots_an_inch() -> None:
    pictures = [Image.open(io.BytesIO(each)) for each in page_pictures(pdf((72, 144), (144, 72)))]
    assert [(each.format, each.size) for each in pictures] == [
        ("PNG", (150, 300)), ("PNG", (300, 150)),
    ]  # fmt: skip
    assert [round(value) for value in pictures[0].info["dpi"]] == [150, 150]


def test_several_threads_may_draw_at_once() -> None:
    content = pdf(*[(595, 842)] * 8)
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
