"""Which data files a command means."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reportgen.model.errors import UsageError
from reportgen.wording.language import Wording

DATA_FOLDER: Final = "data"
DATA_ENDINGS: Final = (".yaml", ".yml")
_MISSING: Final = Wording("没有“{path}”这个文件或文件夹", 'There is no file or folder "{path}"')
_EMPTY: Final = Wording(
    "文件夹“{path}”里没有 .yaml 文件", 'The folder "{path}" holds no .yaml file'
)
_CLOSED: Final = Wording("文件夹“{path}”打不开", 'The folder "{path}" cannot be opened')
_SPECIAL: Final = Wording(
    "“{path}”是管道或设备，不是文件", '"{path}" is a pipe or a device, not a file'
)
_MAKE_ONE: Final = Wording(
    "检查路径；或用 reportgen new 部门名称 --year 年度 新建一份（放在 data/ 里）",
    "Check the path, or make one in data/ with: reportgen new NAME --year YYYY",
)


def find_data_files(paths: Sequence[str]) -> tuple[Path, ...]:
    """Return the files that `paths` mean, `data/` when there are none; each file once.

    A folder means the .yaml files directly in it, by name. Raises UsageError for a path that is
    not there, for a pipe or a device, and for a folder without such files.
    """
    found: dict[str, Path] = {}
    for path in paths or (DATA_FOLDER,):
        for file in _files_of(Path(path)):
            found.setdefault(os.path.realpath(file), file)  # a third of what Path.resolve takes
    return tuple(found.values())


def shown_path(path: Path) -> str:
    """Return `path` as messages write it: as given, with forward slashes."""
    return path.as_posix()


def _files_of(path: Path) -> tuple[Path, ...]:
    if not path.is_dir():
        if path.exists() and not path.is_file():
            raise UsageError(_SPECIAL, _MAKE_ONE, path=shown_path(path))
        matches = (path,) if path.exists() else _expanded(path)
        if not matches:
            raise UsageError(_MISSING, _MAKE_ONE, path=shown_path(path))
        return matches
    try:
        files = tuple(sorted(each for each in path.iterdir() if _is_data(each)))
    except OSError as error:
        raise UsageError(_CLOSED, _MAKE_ONE, path=shown_path(path)) from error
    if not files:
        raise UsageError(_EMPTY, _MAKE_ONE, path=shown_path(path))
    return files


def _expanded(path: Path) -> tuple[Path, ...]:
    """Return the files that `data/*.yaml` means: no Windows shell expands it."""
    if "*" not in path.name or not path.parent.is_dir():
        return ()
    return tuple(sorted(each for each in path.parent.glob(path.name) if each.is_file()))


def _is_data(path: Path) -> bool:
    """Whether a file of a folder is data; editors and macOS leave hidden ones beside them."""
    return (
        path.suffix.lower() in DATA_ENDINGS
        and not path.name.startswith((".", "~"))
        and path.is_file()
    )
