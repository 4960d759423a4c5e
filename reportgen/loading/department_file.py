"""One department's file: its bytes read, its text checked, its data made a department-year."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import ValidationError

from reportgen.loading.limits import MOST_BYTES
from reportgen.loading.places import Places
from reportgen.loading.refusals import refuse
from reportgen.loading.text_findings import at_most
from reportgen.loading.yaml_source import YamlSource, read_yaml
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding
from reportgen.model.record import Record
from reportgen.wording.language import Wording

if TYPE_CHECKING:
    from pathlib import Path

M = TypeVar("M", bound=Record)
_NOT_ALLOWED: Final = Wording("没有读取权限，或被其他程序占用", "no permission, or in use")
_GONE: Final = Wording("文件不存在", "there is no such file")
_SPECIAL: Final = Wording("这是管道或设备，不是文件", "it is a pipe or a device")
_A_FOLDER: Final = Wording("这是文件夹，不是文件", "it is a folder")
_BROKEN: Final = Wording("磁盘或网络出错", "the disk or the network failed")


@dataclass(frozen=True, slots=True)
class LoadedDepartment:
    """A file as it was read. `department` is None exactly when there are findings."""

    file: str
    department: DepartmentYear | None
    places: Places
    findings: tuple[Finding, ...]
    sha256: str


def load_department(path: Path, shown: str) -> LoadedDepartment:
    """Read the department-year at `path`; `shown` is how messages name it. Never raises."""
    try:
        raw = read_source(path)
    except OSError as error:
        places = Places(shown)
        found = refuse("YAML-23", places.place(1, 1), cause=_cause(error))
        return LoadedDepartment(shown, None, places, (found,), "")
    return department_of(raw, shown)


def department_of(raw: bytes, shown: str) -> LoadedDepartment:
    """Return the department-year in the bytes of a file. Never raises."""
    source = read_yaml(shown, raw)
    department, findings = read_model(source, DepartmentYear)
    digest = hashlib.sha256(raw).hexdigest()
    return LoadedDepartment(shown, department, source.places, findings, digest)


def read_source(path: Path) -> bytes:
    """Return the bytes of a file, one more than may be at most: enough to see it is too large.

    Raises OSError, for a pipe or a device too: reading one might never end.
    """
    status = path.stat()
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise OSError(errno.ENODEV, os.strerror(errno.ENODEV), str(path))
    # Room for as many bytes as may be would take longer to make than the file to read; one that
    # holds more than it says, or grows, is read no further than any other.
    size = min(status.st_size, MOST_BYTES)
    with path.open("rb") as file:
        raw = file.read(size + 1)
        return raw if len(raw) <= size else raw + file.read(MOST_BYTES - size)


def read_model(source: YamlSource, model: type[M]) -> tuple[M | None, tuple[Finding, ...]]:
    """Return the data of `source` as `model`, or None and what is wrong with text and data."""
    if source.data is None:
        return None, source.findings
    try:
        read = model.model_validate(source.data)
    except ValidationError as error:
        # Most files are in order: only the others pay for the import.
        from reportgen.loading.schema_findings import explain  # noqa: PLC0415

        found = explain(error, source.data, source.places, model)
        return None, at_most((*source.findings, *_news(found, source.findings)))
    return (None if source.findings else read), source.findings


def _news(found: Iterable[Finding], told: Iterable[Finding]) -> Iterable[Finding]:
    """Leave out what only follows from a problem of the text that was told already."""
    paths = {each.path for each in told if each.path}
    lines = {each.place.line for each in told if not each.path}
    for each in found:
        under = (each.path[:length] for length in range(1, len(each.path) + 1))
        if each.place.line not in lines and paths.isdisjoint(under):
            yield each


def _cause(error: OSError) -> Wording:
    if isinstance(error, PermissionError):
        return _NOT_ALLOWED
    if isinstance(error, IsADirectoryError):
        return _A_FOLDER
    if error.errno == errno.ENODEV:
        return _SPECIAL
    return _GONE if isinstance(error, FileNotFoundError) else _BROKEN
