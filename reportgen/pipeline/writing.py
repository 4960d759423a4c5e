"""Documents onto the disk: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from reportgen.model.errors import OutputError
from reportgen.wording.language import Wording

LOCKED = Wording("无法写入“{file}”：{reason}", 'Cannot write "{file}": {reason}')
CLOSE_IT = Wording(
    "如果它正在 Word 或 WPS 里打开，请关闭后再生成一次",
    "If it is open in Word or WPS, close it and build again",
)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is never seen half written, even by a killed run.

    Raises OutputError when it cannot be written, for one because Word holds it open.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".reportgen-", suffix=".tmp")
    except OSError as error:
        raise locked(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise locked(path, error) from error


def locked(path: Path, error: OSError) -> OutputError:
    """Return the error for a document that cannot be written or moved."""
    return OutputError(
        LOCKED, CLOSE_IT, file=path.as_posix(), reason=error.strerror or str(error)
    )
