"""One build at a time into a folder: two would take each other's documents for edited ones."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from reportgen.model.errors import UsageError
from reportgen.wording.language import Wording

BUSY: Final = Wording(
    "另一个 reportgen 正在往“{output}”里生成，请等它完成",
    'Another reportgen is building into "{output}"; wait until it is done',
)
OTHER_FOLDER: Final = Wording(
    "等不及的，用 -o 换一个文件夹", "If you cannot wait, name another folder with -o"
)
_NAME: Final = ".reportgen-lock"


@contextlib.contextmanager
def alone_in(output: Path) -> Iterator[None]:
    """Keep every other build out of a folder; raise UsageError when one is at work there.

    The system holds the lock, not the file: it ends with its process, however that ends. Where
    nothing can be locked the build goes on without. No trace is left behind.
    """
    made = [each for each in (output, *output.parents) if not each.exists()]
    path = output / _NAME
    lock = FileLock(path, timeout=0, fallback_to_soft=False)
    try:
        with contextlib.suppress(OSError):
            output.mkdir(parents=True, exist_ok=True)
            _take(lock, output)
        yield
    finally:
        if lock.is_locked:
            # While it is still ours: whoever holds a removed file tries anew. Windows refuses.
            with contextlib.suppress(OSError):
                path.unlink()
            lock.release()
        with contextlib.suppress(OSError):
            for each in made:
                each.rmdir()


def _take(lock: FileLock, output: Path) -> None:
    try:
        lock.acquire()
    except Timeout as error:
        raise UsageError(BUSY, OTHER_FOLDER, output=output.as_posix()) from error
