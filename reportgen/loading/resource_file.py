"""A profile or a manifest: read as strictly as a data file, but what is wrong stops the run."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from reportgen.loading.department_file import read_model
from reportgen.loading.yaml_source import read_yaml
from reportgen.model.errors import ReportgenError
from reportgen.model.finding import Finding
from reportgen.model.record import Record
from reportgen.wording.language import Phrase, Wording

_LINE: Final = Wording(
    "{file}:{line}:{column}: {code} {message}（{hint}）",
    "{file}:{line}:{column}: {code} {message} ({hint})",
)


def read_resource(
    path: Path,
    model: type[Record],
    error: type[ReportgenError],
    message: Wording,
    hint: Wording,
) -> tuple[dict[str, Any], bytes]:
    """Return the data of a file that holds a `model`, and its bytes.

    Raises `error` with every problem, each with its line and column.
    """
    raw = path.read_bytes()
    source = read_yaml(path.as_posix(), raw, model)
    _, findings = read_model(source, model)
    if findings or source.data is None:
        details = [_line(finding) for finding in findings]
        raise error(message, hint, details=details, file=path.as_posix())
    return dict(source.data), raw


def _line(finding: Finding) -> Phrase:
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
