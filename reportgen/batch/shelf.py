"""The pages in an output folder: which are still right, and new ones put there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.batch.freshness import is_as_built
from reportgen.batch.known import Known, folder_with
from reportgen.batch.manifest import BuiltPages, Manifest, sha256_of
from reportgen.batch.outcome import Failure
from reportgen.batch.writer import write_document
from reportgen.wording.language import Phrase


@dataclass
class Paged:
    """What came of pages: made now, or kept as they were."""

    made: list[BuiltPages] = field(default_factory=list)
    kept: list[BuiltPages] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notices: list[Phrase] = field(default_factory=list)

    def add(self, other: Paged) -> None:
        """Take over what came of others."""
        self.made += other.made
        self.kept += other.kept
        self.failures += other.failures
        self.notices += other.notices


class Shelf:
    """Knows what lies in the output folder; with `force`, nothing there is right any more."""

    def __init__(self, output: Path, before: Manifest, *, force: bool = False) -> None:
        self._output = output
        self._known = Known(before, output)
        self._before: dict[str, list[BuiltPages]] = defaultdict(list)
        for pages in () if force else before.pages.values():
            self._before[pages.origin].append(pages)

    def place(self, file: str) -> Path:
        """Return where a file of the manifest lies."""
        return self._output / file

    def kept(self, origin: str, sha256: str, ending: str) -> list[BuiltPages]:
        """Return the pages of an origin as it is now; none when one of them is gone or changed."""
        pages = [
            each
            for each in self._before.get(origin, ())
            if each.origin_sha256 == sha256 and each.file.endswith(ending)
        ]
        return pages if all(is_as_built(self._output, each) for each in pages) else []

    def put(self, file: str, content: bytes, origin: tuple[str, str], paged: Paged) -> None:
        """Write pages of an origin with this hash; what somebody edited there is kept aside.

        Raises OutputError.
        """
        pages = BuiltPages(file, *origin, sha256_of(content))
        aside = write_document(self._output, pages, content, self._known.below(folder_with(file)))
        paged.made.append(pages)
        if aside is not None:
            paged.notices.append(aside)
