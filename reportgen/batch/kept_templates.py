"""Templates compiled in an earlier run, kept in the user's own cache folder.

Compiling the templates takes longer than printing a department. The folder may be deleted at any
time; what is damaged, of another template or of another version is compiled again.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import marshal
import os
import stat
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Final

import platformdirs

from reportgen.batch.fingerprints import engine_version
from reportgen.model.errors import OutputError
from reportgen.pipeline.writing import write_whole
from reportgen.rendering.engine import Origin, Programs

_ENDING: Final = ".compiled"
_MOST: Final = 64
_DIGEST_SIZE: Final = hashlib.sha256().digest_size
_OTHERS_MAY_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH


class KeptTemplates:
    """The compiled templates in a folder; nobody but the user may write there."""

    def __init__(self) -> None:
        self._folder = platformdirs.user_cache_path("reportgen", appauthor=False) / "templates"
        # Of a user without a home it is relative, and would be looked for in the workspace.
        self._has_home = self._folder.is_absolute()

    @functools.cached_property
    def _versions(self) -> str:
        """All that a compiled template depends on beside the template."""
        return "\0".join((engine_version(), version("lxml"), sys.version))

    def find(self, origin: Origin) -> Programs | None:
        """Return what was kept of a template; None when it must be compiled."""
        try:
            content = self._path(origin).read_bytes() if self._is_ours() else b""
        except OSError:
            return None
        digest, compiled = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
        if hashlib.sha256(compiled).digest() != digest:
            return None
        # As safe as Python's own __pycache__: it is whole, and who wrote it may run what he likes.
        return Programs(*marshal.loads(compiled))  # noqa: S302

    def keep(self, origin: Origin, programs: Programs) -> None:
        """Keep what was compiled of a template; nothing happens where that is not possible."""
        if not self._has_home:
            return
        compiled = marshal.dumps(tuple(programs))
        with contextlib.suppress(OSError, OutputError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._is_ours():
                write_whole(self._path(origin), hashlib.sha256(compiled).digest() + compiled)
                self._drop_the_oldest()

    def _is_ours(self) -> bool:
        """Whether the folder is the user's alone; Windows keeps it in the user's own profile."""
        if os.name == "nt" or not self._has_home:
            return self._has_home
        state = self._folder.stat()
        return state.st_uid == os.getuid() and not state.st_mode & _OTHERS_MAY_WRITE

    def _path(self, origin: Origin) -> Path:
        entry = "" if origin.entry is None else origin.entry.__qualname__
        key = hashlib.sha256(f"{self._versions}\0{entry}".encode())
        for name, part in origin.parts.items():
            key.update(f"\0{name}\0{len(part)}\0".encode() + part)
        return self._folder / f"{key.hexdigest()}{_ENDING}"

    def _drop_the_oldest(self) -> None:
        kept = sorted(self._folder.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime)
        for path in kept[:-_MOST]:
            path.unlink(missing_ok=True)
