"""What is about to be written, noted before it is: a build that is killed leaves no manifest.

Without these notes the next build would take its documents for edited ones.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
from pathlib import Path
from typing import Final

from reportgen.pipeline.writing import in_folder

_START: Final = ".reportgen-journal-"
_END: Final = ".jsonl"
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False)
# PDF are written by threads; appending is no single step everywhere.
_one_at_a_time = threading.Lock()


def note(output: Path, file: str, sha256: str) -> None:
    """Note that `file` is about to become a document of this hash. Raises OSError."""
    line = f'{{"file": {_ENCODER.encode(file)}, "sha256": "{sha256}"}}\n'.encode()
    path = f"{output}/{_START}{os.getpid()}{_END}"
    with _one_at_a_time, in_folder(output, lambda: open(path, "ab")) as journal:  # noqa: PTH123
        journal.write(line)


def read_journals(output: Path) -> dict[str, set[str]]:
    """Return the hashes noted for each file since the last manifest."""
    noted: dict[str, set[str]] = {}
    for journal in _journals(output):
        with contextlib.suppress(OSError):
            for line in journal.read_bytes().splitlines():
                # The last line of a build that was killed may be half written.
                with contextlib.suppress(ValueError, TypeError, KeyError):
                    entry = json.loads(line)
                    file, sha256 = entry["file"], entry["sha256"]
                    noted.setdefault(file, set()).add(sha256)
    return noted


def remove_journals(output: Path) -> None:
    """Forget what was noted, once a manifest says it."""
    for journal in _journals(output):
        with contextlib.suppress(OSError):
            journal.unlink()


def _journals(output: Path) -> list[Path]:
    return sorted(output.glob(f"{_START}*{_END}"))
