"""What a source asks for, and what came of it: small enough to travel between processes."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.batch.manifest import BuiltDocument
from reportgen.model.errors import ReportgenError
from reportgen.model.finding import Finding
from reportgen.wording.language import Phrase

# How many are done, of how many, and which one is next.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Failure:
    """Something that could not be printed or written, and the data file it comes from."""

    source: str
    error: ReportgenError


class State(enum.StrEnum):
    """How far a source came."""

    STOPPED = "stopped"
    BUILT = "built"
    UNCHANGED = "unchanged"
    UNREADABLE = "unreadable"
    WITHHELD = "withheld"
    STRAYED = "strayed"


@dataclass(frozen=True, slots=True)
class Task:
    """One source to build: its folder as foreseen, and the hashes of what we wrote there before.

    Without a folder it goes wherever it says; `raw` are its bytes where they were sent along.
    """

    path: Path
    file: str
    folder: str | None = None
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    raw: bytes | None = None


@dataclass
class Outcome:
    """What came of one source.

    `counts` are its open findings by severity, and the answered ones; `findings` are the errors
    of a source that cannot be read; `forms` are those that were wanted.
    """

    file: str
    state: State = State.STOPPED
    sha256: str = ""
    profile: str = ""
    profile_sha256: str = ""
    folder: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    documents: list[BuiltDocument] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notices: list[Phrase] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether everything that was to be built was built."""
        return self.state in (State.BUILT, State.UNCHANGED) and not self.failures
