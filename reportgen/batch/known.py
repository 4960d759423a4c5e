"""What we wrote before: it may be replaced, anything else is somebody's work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from reportgen.batch.journal import read_journals
from reportgen.batch.manifest import BuiltDocument, BuiltPages, Manifest


class Known:
    """The hashes of what we wrote before, by folder and file; gathered when first asked for."""

    def __init__(self, before: Manifest, output: Path) -> None:
        self._before = before
        self._output = output

    def below(self, folder: str) -> Mapping[str, tuple[str, ...]]:
        """Return the hashes of each file in a folder."""
        return self._folders.get(folder, {})

    @cached_property
    def _folders(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        folders: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        before = self._before
        entries: list[BuiltDocument | BuiltPages] = [*before.documents.values()]
        for entry in (*entries, *before.pages.values()):
            folders[folder_with(entry.file)][entry.file] = (entry.sha256,)
        for file, noted in read_journals(self._output).items():
            folder = folders[folder_with(file)]
            folder[file] = (*folder.get(file, ()), *noted)
        return folders


def folder_with(file: str) -> str:
    """Return the folder a file of the manifest lies in."""
    return file.rpartition("/")[0]
