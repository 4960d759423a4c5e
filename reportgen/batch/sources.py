"""The sources of a build before any work: their hashes, whose they are, and which clash."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reportgen.batch.manifest import BuiltSource, sha256_of
from reportgen.loading.department_file import read_source
from reportgen.loading.identity import Identity, identify
from reportgen.loading.profiles import Profiles
from reportgen.model.finding import Finding, Place, Severity
from reportgen.pipeline.names import folder_of
from reportgen.wording.language import Wording

SAME_PATH: Final = Wording(
    "与 {other} 会写到同一个位置 {path}，两份都没有生成",
    "Would be written to the same place as {other}: {path}; neither was built",
)
TAKEN: Final = Wording(
    "{other} 已经写到同一个位置 {path}，这一份没有生成",
    "{other} is already written to the same place {path}; this one was not built",
)
RENAME: Final = Wording(
    "同一部门同一年度只能有一份数据；请核对两份文件的年度和部门名称",
    "One department has one file a year; check 年度 and 部门.名称 of both files",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to build from; `folder` and `profile` are None where its first lines do not tell.

    `sha256` is that of one that was built before, and blank of any other.
    """

    path: Path
    file: str
    sha256: str = ""
    folder: str | None = None
    profile: str | None = None


def survey(path: Path, file: str, known: BuiltSource | None) -> Source:
    """Return what can be told of a file without reading its data."""
    try:
        raw = read_source(path)
    except OSError:
        return Source(path, file)
    # What was not built before has nothing to be compared with.
    digest = "" if known is None else sha256_of(raw)
    if known is not None and known.sha256 == digest:
        return Source(path, file, digest, known.folder, known.profile)
    identity = identify(raw, file)
    if identity is None:
        return Source(path, file, digest)
    folder = str(folder_of(identity.year, identity.name))
    return Source(path, file, digest, folder, identity.profile)


def clashing(files: Iterable[Path], profiles: Profiles) -> list[Finding]:
    """Return the findings of files that a build would refuse as being of one department-year."""
    sources = [survey(path, path.as_posix(), None) for path in files]
    usable = set(profiles.names())
    return clashes([each for each in sources if each.profile in usable])


def clashes(sources: Sequence[Source]) -> list[Finding]:
    """Return the findings of sources that would be written to one folder: each names another."""
    owners: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        if source.folder is not None:
            owners[source.folder.casefold()].append(source)
    return [
        finding
        for sharing in owners.values()
        for other in sharing[1:]
        for finding in _clash(sharing[0], other)
    ]


def _clash(first: Source, second: Source) -> Iterator[Finding]:
    for one, other in ((first, second), (second, first)):
        yield clash_finding(one, other, second.folder or "", SAME_PATH)


def clash_finding(one: Source, other: Source, folder: str, words: Wording) -> Finding:
    """Return the finding that `one` and `other` go to one folder."""
    return Finding(
        code="OUT-01",
        severity=Severity.ERROR,
        message=words,
        hint=RENAME,
        place=_named_at(one),
        path=("部门", "名称"),
        arguments={"other": other.file, "path": folder},
        other=_named_at(other),
    )


def owners_of(sources: Sequence[Source]) -> Mapping[str, Source]:
    """Return the source of every folder that is taken, by its name without case."""
    return {each.folder.casefold(): each for each in sources if each.folder is not None}


def _named_at(source: Source) -> Place:
    identity: Identity | None = None
    with contextlib.suppress(OSError):
        identity = identify(read_source(source.path), source.file)
    return Place(source.file, 1, 1) if identity is None else identity.place
