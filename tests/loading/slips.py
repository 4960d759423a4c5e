"""One slip in a small file, and everything that is told about it."""

from __future__ import annotations

from reportgen.loading.department_file import department_of
from reportgen.model.finding import Finding

Told = tuple[str, int, int]


def told(text: str) -> tuple[Finding, ...]:
    """Return what a clerk is told about a file that holds `text`."""
    return department_of(text.encode(), "a.yaml").findings


def places(text: str) -> list[Told]:
    """Return the code, the line and the column of each finding."""
    return [(each.code, each.place.line, each.place.column) for each in told(text)]


def words(text: str) -> str:
    """Return what the only finding says, and how to mend it."""
    (found,) = told(text)
    assert found.say("en")
    assert found.say_hint("en")
    return found.say("zh") + "；" + found.say_hint("zh")
