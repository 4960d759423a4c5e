"""Documents onto the disk: what a person edited is kept aside, the rest replaced."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from reportgen.batch import journal
from reportgen.batch.manifest import BuiltDocument, BuiltPages, sha256_of
from reportgen.pipeline.writing import locked, write_whole
from reportgen.wording.language import Phrase, Wording

KEPT_ASIDE: Final = Wording(
    "{file} 在生成后被人改动过，改动的那份已另存为 {kept}",
    "{file} had been edited since it was built; the edited copy is kept as {kept}",
)


def write_document(
    output: Path,
    entry: BuiltDocument | BuiltPages,
    content: bytes,
    known: Mapping[str, tuple[str, ...]],
) -> Phrase | None:
    """Write one document, or pages of one; what lies there already is not touched.

    `known` are the hashes of what we wrote before, by file. It is settled on the disk by whoever
    writes the manifest: waiting for each would take as long as making it. Returns the words about
    an edited one that was kept aside. Raises OutputError.
    """
    target = f"{output}/{entry.file}"
    try:
        lying = _read(target) if os.path.isfile(target) else None  # noqa: PTH113
        if lying == content:
            return None
        is_ours = lying is None or sha256_of(lying) in known.get(entry.file, ())
        kept = None if is_ours else _kept_aside(Path(target))
        journal.note(output, entry.file, entry.sha256)
    except OSError as error:
        raise locked(target, error) from error
    write_whole(target, content, settled=False)
    return None if kept is None else Phrase(KEPT_ASIDE, {"file": entry.file, "kept": kept.name})


def _read(target: str) -> bytes:
    with open(target, "rb") as file:  # noqa: PTH123
        return file.read()


def _kept_aside(target: Path) -> Path:
    kept = next(path for path in _edited_names(target) if not path.exists())
    return target.rename(kept)


def _edited_names(target: Path) -> Iterator[Path]:
    yield target.with_suffix(f".edited{target.suffix}")
    number = 2
    while True:
        yield target.with_suffix(f".edited-{number}{target.suffix}")
        number += 1
