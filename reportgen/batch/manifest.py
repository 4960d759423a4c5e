"""output/manifest.json: which document came from which source, template and profile."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from typing import Any, Final

from reportgen.pipeline.writing import write_whole

NAME: Final = "manifest.json"
_VERSION: Final = 1
# Nearly every path is told to be below the output at a glance.
_PLAIN_PATH: Final = re.compile(r"(?!.*\.\.)[^/\\:][^\\:]*", re.DOTALL).fullmatch


@dataclass(frozen=True, slots=True)
class BuiltDocument:
    """One entry: paths with / below the output folder, hashes as hexadecimal SHA-256.

    An orphan is a document that nothing prints any more: its source is gone, or tells otherwise.
    """

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
    orphan: bool = False


_WRITTEN: Final = frozenset(BuiltDocument.__slots__) - {"orphan"}


@dataclass(frozen=True, slots=True)
class BuiltSource:
    """What a source was built from, and what came of it: enough to see that nothing changed.

    `forms` are those it was built with so far, each with a hash of its template and manifest;
    `printed` is how many documents of each there are, for those that were not left out.
    """

    source: str
    sha256: str
    folder: str
    profile: str
    profile_sha256: str
    engine: str
    forms: Mapping[str, str]
    printed: Mapping[str, int]
    left_out: tuple[str, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class BuiltPages:
    """A PDF or a picture: its file, the document or folder it shows, and the hash of that then."""

    file: str
    origin: str
    origin_sha256: str
    sha256: str


@dataclass
class Manifest:
    """What the builds into one folder have left: documents and pages by file, sources by name.

    The last of them was `interrupted` before it was through.
    """

    documents: dict[str, BuiltDocument] = field(default_factory=dict)
    sources: dict[str, BuiltSource] = field(default_factory=dict)
    pages: dict[str, BuiltPages] = field(default_factory=dict)
    interrupted: bool = False


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(output: Path) -> Manifest:
    """Return what the last builds left; nothing when there is no usable manifest."""
    try:
        content = json.loads((output / NAME).read_text("utf-8"), object_hook=_read_entry)
        documents = {
            each.file: each for each in content["documents"] if isinstance(each, BuiltDocument)
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Manifest()
    try:
        sources = {entry.source: entry for entry in content.get("sources", ()) if entry}
    except (TypeError, AttributeError):
        sources = {}
    interrupted = content.get("interrupted") is True
    return Manifest(documents, sources, _read_pages(content), interrupted)


def _read_pages(content: dict[str, Any]) -> dict[str, BuiltPages]:
    try:
        entries = [BuiltPages(**_texts(each, BuiltPages)) for each in content.get("pages", ())]
    except (TypeError, AttributeError):
        return {}
    return {entry.file: entry for entry in entries}


def _read_entry(entry: dict[str, Any]) -> Any:
    """Return an entry as soon as it was read; a document that is not one of ours costs no other.

    Keys that only a newer version knows are left out.
    """
    if not ("source" in entry and "sha256" in entry):
        return entry
    if "form" in entry:
        return _read_document(entry)
    if not entry.keys() >= set(BuiltSource.__slots__):
        return None  # of an older version: built again, and no document of it is taken for edited
    return BuiltSource(**{**_known(entry, BuiltSource), "left_out": tuple(entry["left_out"])})


def _read_document(entry: dict[str, Any]) -> BuiltDocument | None:
    # Nearly every one is just as it was written.
    texts_alone = entry.keys() == _WRITTEN and {*map(type, entry.values())} == {str}
    if texts_alone and _PLAIN_PATH(entry["file"]):
        return BuiltDocument(**entry)
    try:
        return BuiltDocument(**_texts(entry, BuiltDocument), orphan=entry.get("orphan") is True)
    except TypeError:
        return None


def _known(
    entry: dict[str, Any], kind: type[BuiltDocument | BuiltSource | BuiltPages]
) -> dict[str, Any]:
    return {key: entry[key] for key in kind.__slots__ if key in entry}


def _texts(entry: dict[str, Any], kind: type[BuiltDocument | BuiltPages]) -> dict[str, str]:
    """Return the texts of an entry. Raises TypeError when its file is not below the output."""
    known = _known(entry, kind)
    texts = {key: value for key, value in known.items() if isinstance(value, str)}
    file = texts.get("file", "")
    # As Windows reads it, wherever we are: it knows drives, and \ beside /.
    if not _PLAIN_PATH(file):
        path = PureWindowsPath(file)
        if path.anchor or ".." in path.parts or not path.parts:
            raise TypeError
    return texts


def write_manifest(output: Path, manifest: Manifest) -> None:
    """Write a manifest, one entry a line. Raises OutputError."""
    content = bytearray(f'{{\n"version": {_VERSION},\n'.encode())
    if manifest.interrupted:
        content += b'"interrupted": true,\n'
    content += b'"documents": [\n'
    content += _lines(_as_json(each) for _, each in sorted(manifest.documents.items()))
    content += b'],\n"sources": [\n'
    content += _lines(_shallow(each) for _, each in sorted(manifest.sources.items()))
    if manifest.pages:
        content += b'],\n"pages": [\n'
        content += _lines(_shallow(each) for _, each in sorted(manifest.pages.items()))
    content += b"]\n}\n"
    write_whole(output / NAME, bytes(content))


def _as_json(document: BuiltDocument) -> dict[str, Any]:
    entry = _shallow(document)
    if not document.orphan:
        del entry["orphan"]
    return entry


def _shallow(entry: BuiltDocument | BuiltSource | BuiltPages) -> dict[str, Any]:
    # `dataclasses.asdict` copies deeply: a third of a build in which nothing changed.
    return {name: getattr(entry, name) for name in entry.__slots__}


def _lines(entries: Iterable[dict[str, Any]]) -> bytes:
    return b",\n".join(_encoded(entries)) + b"\n"


def _encoded(entries: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    encoder = json.JSONEncoder(ensure_ascii=False)
    for entry in entries:
        # A file name that is no text has half characters in it: JSON writes them as \udcff.
        yield encoder.encode(entry).encode(errors="backslashreplace")
