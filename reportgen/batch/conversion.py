"""Documents handed to LibreOffice while others are still being built, many in one call."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Final, Self

from reportgen.batch.manifest import BuiltDocument
from reportgen.batch.outcome import Failure, Progress
from reportgen.batch.paging import Order, Paging
from reportgen.batch.shelf import Paged, Shelf
from reportgen.batch.volumes import VOLUMES
from reportgen.export.libreoffice import INSTALL_OFFICE, OFFICE_MISSING, Office, find_office
from reportgen.model.errors import ReportgenError, UsageError
from reportgen.wording.language import Wording

NOT_CONVERTED: Final = Wording(
    "{missing}，{documents} 份文书没有转成 PDF", "{missing}: {documents} document(s) got no PDF"
)
NO_EXTRA: Final = Wording(
    "{option} 需要的程序库没有安装（{detail}）",
    "{option} needs a library that is not installed ({detail})",
)
INSTALL_EXTRA: Final = Wording(
    '请在 reportgen 的源码文件夹里运行：pip install ".[pdf]"',
    'In the folder of its source run: pip install ".[pdf]"',
)
PDF: Final = "--pdf"
PICTURES: Final = "--png"
# Starting LibreOffice costs what nine documents cost: the first calls are small, to begin early.
_FIRST: Final = 25
_LARGEST: Final = 100
_SMALLEST: Final = 8
_MOST_OFFICES: Final = 4
_SECONDS_BETWEEN_LOOKS: Final = 0.2


@dataclass(frozen=True)
class PagesWanted:
    """What to make of the documents; pictures and volumes are made of their PDF."""

    pdf: bool = False
    pictures: bool = False
    volumes: bool = False

    @property
    def anything(self) -> bool:
        """Whether a PDF is needed at all."""
        return self.pdf or self.pictures or self.volumes

    def check(self) -> None:
        """Raise UsageError when a library is missing for what is wanted."""
        option = PICTURES
        try:
            if self.pictures:
                import reportgen.export.pictures  # noqa: PLC0415 - an extra
            option = VOLUMES
            if self.volumes:
                import reportgen.export.volume  # noqa: F401, PLC0415 - an extra
        except ImportError as error:
            raise UsageError(NO_EXTRA, INSTALL_EXTRA, option=option, detail=error.name) from error


class Conversion:
    """A few threads that wait for LibreOffice. Entered, it works; left, nothing of it runs on."""

    def __init__(self, shelf: Shelf, *, pictures: bool, processes: int) -> None:
        self._stop = threading.Event()
        self._paging = Paging(shelf, self._stop, pictures=pictures)
        self._offices = min(processes, _MOST_OFFICES)
        self._threads = ThreadPoolExecutor(self._offices)
        self._waiting: list[Order] = []
        self._handed: list[tuple[Future[Paged], int]] = []
        self._office: Office | None = None
        self._without_office = 0
        self.paged = Paged()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._threads.shutdown(cancel_futures=True)
        for future, _count in self._handed:
            if not future.cancelled():
                self.paged.add(future.result())

    def take(self, documents: Iterable[BuiltDocument]) -> None:
        """Have what is missing made of the pages of documents that were built."""
        for document in documents:
            order = self._paging.order(document)
            self.paged.kept += order.kept
            if not self._paging.is_filled(order):
                self._waiting.append(order)
        while len(self._waiting) >= (enough := self._enough()):
            self._hand_out(enough)

    def finish(self, progress: Progress) -> None:
        """Hand out the rest, and wait until all of it has come back."""
        while self._waiting:
            share = -(-len(self._waiting) // self._offices)
            self._hand_out(min(max(share, _SMALLEST), _LARGEST))
        total = sum(count for _, count in self._handed)
        waiting = {future for future, _ in self._handed}
        while waiting:
            # In small steps: on Windows nothing interrupts a wait without end.
            _, waiting = wait(waiting, _SECONDS_BETWEEN_LOOKS)
            progress(sum(count for future, count in self._handed if future.done()), total, PDF)
        if self._without_office:
            self.paged.failures.append(Failure(PDF, self._missing()))

    def _enough(self) -> int:
        return min(_FIRST << (len(self._handed) // self._offices), _LARGEST)

    def _hand_out(self, count: int) -> None:
        orders, self._waiting = self._waiting[:count], self._waiting[count:]
        bare = [order for order in orders if order.pdf is None]
        if bare and self._office is None:
            self._office = find_office()
        if bare and self._office is None:
            self._without_office += len(bare)
            orders = [order for order in orders if order.pdf is not None]
        if orders:
            future = self._threads.submit(self._paging.fill, orders, self._office)
            self._handed.append((future, len(orders)))

    def _missing(self) -> ReportgenError:
        return ReportgenError(
            NOT_CONVERTED,
            INSTALL_OFFICE,
            missing=OFFICE_MISSING,
            documents=self._without_office,
        )
