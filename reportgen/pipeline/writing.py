"""Documents onto the disk: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import itertools
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from reportgen.model.errors import OutputError
from reportgen.wording.language import Phrase, Wording

T = TypeVar("T")
_MANY: Final = 50
_numbers: Final = itertools.count()

LOCKED: Final = Wording("无法写入“{file}”：{reason}", 'Cannot write "{file}": {reason}')
CLOSE_IT: Final = Wording(
    "如果它正在 Word、WPS 或 PDF 阅读器里打开，请关闭后再生成一次",
    "If it is open in Word, WPS or a PDF reader, close it and build again",
)
_MAKE_ROOM: Final = Wording(
    "请换一个位置，或腾出位置后再生成一次", "Choose another place, or make room and build again"
)
_OTHER: Final = Wording("磁盘或网络出错（{system}）", "the disk or the network failed ({system})")
_IN_THE_WAY: Final = Wording("那里已有同名的文件或文件夹", "a file or folder is in the way")
_FULL: Final = Wording("磁盘已满", "the disk is full")
_READ_ONLY: Final = Wording("那里只能读，不能写", "the place can only be read")
_TOO_LONG: Final = Wording("路径太长", "the path is too long")
_NOT_ALLOWED: Final = Wording("没有权限，或被其他程序占用", "no permission, or in use")
_CAUSES: Final = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EISDIR: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOSPC: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.ENAMETOOLONG: _TOO_LONG,
}


def write_whole(path: Path | str, content: bytes, *, settled: bool = True) -> None:
    """Write a file so that it is never seen half written, even by a killed run.

    One that is not `settled` may be lost when the power fails: who writes many, settles them in
    the end. Raises OutputError when it cannot be written, for one because Word holds it open.
    """
    # Path objects would take as long as the disk, and a build writes thousands of documents.
    folder = os.path.dirname(path) or os.curdir  # noqa: PTH120
    try:
        file = in_folder(folder, lambda: _temporary_in(folder))
        _fill_and_rename(file, path, content, settled=settled)
    except OSError as error:
        raise locked(path, error) from error


def settle(folder: Path, files: Sequence[str]) -> Iterator[tuple[str, OutputError]]:
    """Wait until files that were written below a folder are on the disk; yield where it failed.

    Many are waited for at once where the system can: asked for each, a disk takes as long again
    as the work. A system asked so does not tell of failures; the next build compares the hashes.
    One that cannot be opened any more is none of ours: somebody moved it, or has it open.
    """
    if len(files) >= _MANY and hasattr(os, "sync"):
        os.sync()
        return
    for name in files:
        path = folder / name
        with contextlib.suppress(OSError), path.open("r+b") as file:
            try:
                os.fsync(file.fileno())
            except OSError as error:
                yield name, locked(path, error)


def in_folder(folder: Path | str, begin: Callable[[], T]) -> T:
    """Begin to write in a folder; only when it is missing is it made first. Raises OSError."""
    try:
        return begin()
    except FileNotFoundError:
        Path(folder).mkdir(parents=True, exist_ok=True)
        return begin()


def _temporary_in(folder: str) -> BinaryIO:
    """Open a new file: one that is there, left by a killed run or of another machine, is not taken.

    Nobody else may write it, also where the user's umask lets his group write new files.
    """

    def private(path: str, flags: int) -> int:
        return os.open(path, flags, 0o644)

    while True:
        name = f"{folder}/.reportgen-{os.getpid()}-{next(_numbers)}.tmp"
        with contextlib.suppress(FileExistsError):
            return open(name, "xb", opener=private)


def writing_problem(folder: Path) -> OutputError | None:
    """Return why nothing could be written in a folder, or None; it need not exist yet."""
    place = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    try:
        tempfile.TemporaryFile(dir=place).close()
    except OSError as error:
        return locked(folder, error)
    return None


def _fill_and_rename(file: BinaryIO, path: Path | str, content: bytes, *, settled: bool) -> None:
    try:
        with file:
            file.write(content)
            if settled:
                file.flush()
                os.fsync(file.fileno())
        os.replace(file.name, path)  # noqa: PTH105
    except BaseException:  # also Ctrl-C: nothing half written is left lying
        with contextlib.suppress(OSError):
            os.unlink(file.name)  # noqa: PTH108
        raise


def locked(path: Path | str, error: OSError) -> OutputError:
    """Return the error for a document that cannot be written or moved."""
    cause = _CAUSES.get(error.errno or 0)
    hint = CLOSE_IT if cause is _NOT_ALLOWED else _MAKE_ROOM
    reason = cause or Phrase(_OTHER, {"system": error.strerror or str(error)})
    return OutputError(LOCKED, hint, file=Path(path).as_posix(), reason=reason)
