"""The pages of documents: PDF from LibreOffice, pictures from the PDF, each beside its document."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reportgen.batch.manifest import BuiltDocument, BuiltPages
from reportgen.batch.outcome import Failure
from reportgen.batch.shelf import Paged, Shelf
from reportgen.export.libreoffice import Office
from reportgen.export.unreadable import unreadable
from reportgen.model.errors import OutputError
from reportgen.pipeline.writing import locked
from reportgen.wording.language import Wording

NO_PDF: Final = Wording("LibreOffice 没有把“{file}”转成 PDF", 'LibreOffice made no PDF of "{file}"')
TRY_IT: Final = Wording(
    "请用 Word、WPS 或 LibreOffice 打开它看看；能打开的，再生成一次",
    "See whether Word or LibreOffice opens it; if so, build again",
)
_ENDING: Final = ".docx"


@dataclass(frozen=True)
class Order:
    """A document, and what of its pages need not be made again."""

    document: BuiltDocument
    pdf: BuiltPages | None = None
    pictures: Sequence[BuiltPages] = ()

    @property
    def kept(self) -> list[BuiltPages]:
        """All that need not be made again."""
        return [*([self.pdf] if self.pdf else ()), *self.pictures]


class Paging:
    """Says what is missing of the pages of documents, and makes it."""

    def __init__(self, shelf: Shelf, stop: threading.Event, *, pictures: bool) -> None:
        self._shelf = shelf
        self._stop = stop
        self._pictures = pictures

    def order(self, document: BuiltDocument) -> Order:
        """Return what is there of a document's pages."""
        origin = document.file, document.sha256
        pdf = next(iter(self._shelf.kept(*origin, ".pdf")), None)
        pictures = self._shelf.kept(*origin, ".png") if pdf and self._pictures else ()
        return Order(document, pdf, pictures)

    def is_filled(self, order: Order) -> bool:
        """Whether nothing is missing."""
        return order.pdf is not None and (bool(order.pictures) or not self._pictures)

    def fill(self, orders: Sequence[Order], office: Office | None) -> Paged:
        """Make what is missing; `office` is needed where a PDF is. Says itself what fails."""
        paged = Paged()
        bare = [self._shelf.place(each.document.file) for each in orders if each.pdf is None]
        try:
            with tempfile.TemporaryDirectory(
                prefix="reportgen-", ignore_cleanup_errors=True
            ) as name:
                folder = Path(name)
                made = office.to_pdf(bare, folder, self._stop) if office and bare else {}
                for order in orders:
                    self._fill_one(order, made, paged)
        except OSError as error:
            failure = locked(Path(tempfile.gettempdir()), error)
            paged.failures.append(Failure(orders[0].document.source, failure))
        return paged

    def _fill_one(self, order: Order, made: Mapping[Path, Path], paged: Paged) -> None:
        try:
            pdf = self._pdf(order, made, paged)
            if self._pictures and not self._stop.is_set():
                self._draw(pdf, order.document, paged)
        except OutputError as error:
            paged.failures.append(Failure(order.document.source, error))

    def _pdf(self, order: Order, made: Mapping[Path, Path], paged: Paged) -> Path:
        """Return where the PDF of a document lies, put there if it is new. Raises OutputError."""
        if order.pdf is not None:
            return self._shelf.place(order.pdf.file)
        document = order.document
        place = self._shelf.place(document.file)
        if place not in made:
            raise OutputError(NO_PDF, TRY_IT, file=place.as_posix())
        try:
            content = made[place].read_bytes()
        except OSError as error:
            raise unreadable(made[place], error) from error
        file = f"{_stem(document)}.pdf"
        self._shelf.put(file, content, (document.file, document.sha256), paged)
        return self._shelf.place(file)

    def _draw(self, pdf: Path, document: BuiltDocument, paged: Paged) -> None:
        from reportgen.export.pictures import page_pictures  # noqa: PLC0415 - an extra

        drawn = list(page_pictures(pdf))
        pictures = Paged()
        for number, picture in enumerate(drawn, 1):
            file = f"{picture_stem(_stem(document), number, len(drawn))}.png"
            self._shelf.put(file, picture, (document.file, document.sha256), pictures)
        # All or none: a document some of whose pictures are noted would pass for drawn.
        paged.add(pictures)


def picture_stem(document: str, number: int, pages: int) -> str:
    """Return the name of the picture of a page, without its ending.

    A hyphen and a number alone would be that of another document: two projects of one name.
    """
    return document if pages == 1 else f"{document}-第{number}页"


def _stem(document: BuiltDocument) -> str:
    return document.file.removesuffix(_ENDING)
