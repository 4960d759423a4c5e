"""A profile or a manifest: read as strictly as a data file, but what is wrong stops the run."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, NamedTuple

from reportgen.loading.department_file import read_model
from reportgen.loading.places import Places
from reportgen.loading.yaml_source import read_yaml
from reportgen.model.errors import ReportgenError
from reportgen.model.finding import Finding
from reportgen.model.record import Record
from reportgen.wording.language import Phrase, Wording

_LINE: Final = Wording(
    "{file}:{line}:{column}: {code} {message}（{hint}）",
    "{file}:{line}:{column}: {code} {message} ({hint})",
)
_UNREADABLE: Final = Wording("{file}: 读不出来（{reason}）", "{file}: cannot be read ({reason})")


class Resource(NamedTuple):
    """The data of a file, its bytes, and where everything stands in it."""

    data: dict[str, Any]
    raw: bytes
    places: Places


def read_resource(
    path: Path,
    model: type[Record],
    error: type[ReportgenError],
    message: Wording,
    hint: Wording,
) -> Resource:
    """Return what a file that holds a `model` says.

    Raises `error` with every problem, each with its line and column.
    """
    try:
        raw = path.read_bytes()
    except OSError as problem:
        reason = problem.strerror or str(problem)
        detail = Phrase(_UNREADABLE, {"file": path.as_posix(), "reason": reason})
        raise error(message, hint, details=[detail], file=path.as_posix()) from problem
    source = read_yaml(path.as_posix(), raw, model)
    _, findings = read_model(source, model)
    if findings or source.data is None:
        details = [finding_line(finding) for finding in findings]
        raise error(message, hint, details=details, file=path.as_posix())
    return Resource(dict(source.data), raw, source.places)


def finding_line(finding: Finding) -> Phrase:
    """Return a finding as one line of an error: its place, its code, and what to do."""
    return Phrase(
        _LINE,
        {
            "file": finding.place.file,
            "line": finding.place.line,
            "column": finding.place.column,
            "code": finding.code,
            "message": Phrase(finding.message, finding.arguments),
            "hint": Phrase(finding.hint, finding.arguments),
        },
    )
