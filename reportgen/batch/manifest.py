"""output/manifest.json: which document came from which source, template and profile."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from reportgen.pipeline.writing import write_whole

NAME: Final = "manifest.json"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """One entry: paths with / below the output folder, hashes as hexadecimal SHA-256."""

    form: str
    file: str
    source: str
    profile: str
    template: str
    sha256: str
    content_sha256: str
    source_sha256: str
    template_sha256: str
    profile_sha256: str


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(output: Path) -> dict[str, BuiltDocument]:
    """Return the documents of the last builds by file; nothing when there is no usable manifest."""
    try:
        content = json.loads((output / NAME).read_text("utf-8"))
        entries = [_entry(entry) for entry in content["documents"]]
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return {entry.file: entry for entry in entries}


def _entry(entry: Mapping[str, object]) -> BuiltDocument:
    """Return an entry as it was read. Raises TypeError when it is not one of ours."""
    texts = {key: value for key, value in dict(entry).items() if isinstance(value, str)}
    return BuiltDocument(**texts)


def write_manifest(
    output: Path, before: Mapping[str, BuiltDocument], built: Iterable[BuiltDocument]
) -> None:
    """Write what was built now, and what an earlier build left that is still there."""
    now = {entry.file: entry for entry in built}
    kept = {
        file: entry
        for file, entry in before.items()
        if file not in now and (output / file).is_file()
    }
    documents = [asdict(entry) for _, entry in sorted({**kept, **now}.items())]
    content: dict[str, Any] = {"version": _VERSION, "documents": documents}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    write_whole(output / NAME, f"{text}\n".encode())
