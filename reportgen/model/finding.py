"""One thing found wrong, as a value: what, how bad, where, and how to mend it."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from reportgen.wording.language import Language, Wording

DataPath = tuple[str | int, ...]
"""Keys and list positions from the top of a file: ("资金", "来源", 0, "执行数")."""


class Severity(enum.StrEnum):
    """How bad: contradicts itself or its scheme, a reviewer will ask, hygiene."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(NamedTuple):
    """A spot in a file. Lines and columns count from 1; `text` is the whole source line."""

    file: str
    line: int
    column: int
    text: str = ""


NOWHERE: Final = Place("", 0, 0)
"""The place of what only its path tells the place of, until somebody asks for it."""
_NOTHING_TO_FILL: Final[Mapping[str, object]] = {}


class Finding(NamedTuple):
    """One problem. `arguments` fill the placeholders of `message` and `hint`.

    `stated` is what the file says and `computed` what it should say, as printed. `other` is the
    second place where two disagree; until it is looked up, `other_path` is its path. A finding that
    the department has answered keeps its severity and carries the `reason`; `answer_at` is the
    位置 under which an open one may be answered, where it may be and that was asked for.
    """

    code: str
    severity: Severity
    message: Wording
    hint: Wording
    place: Place = NOWHERE
    path: DataPath = ()
    arguments: Mapping[str, object] = _NOTHING_TO_FILL
    stated: str | None = None
    computed: str | None = None
    other: Place | None = None
    other_path: DataPath | None = None
    reason: str | None = None
    answer_at: str | None = None

    @property
    def answered(self) -> bool:
        """Whether the department has given a reason for it under 说明."""
        return self.reason is not None

    @property
    def is_open_error(self) -> bool:
        """Whether it is an error that nobody has answered."""
        return self.severity is Severity.ERROR and not self.answered

    def say(self, language: Language) -> str:
        """Return the message in `language`."""
        return self.message.say(language, self.arguments)

    def say_hint(self, language: Language) -> str:
        """Return what to do about it in `language`."""
        return self.hint.say(language, self.arguments)

    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: file, line, column, code, path; the same in every run."""
        place = self.place
        return place.file, place.line, place.column, self.code, path_text(self.path)


def counted(findings: Iterable[Finding]) -> dict[str, int]:
    """Return the counts of open findings by severity, and of answered ones."""
    counts = Counter("answered" if each.answered else each.severity.value for each in findings)
    return {key: counts[key] for key in (*(each.value for each in Severity), "answered")}


def path_text(path: DataPath) -> str:
    """Return a path as people write it: 资金.来源[0].执行数."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text
