"""Where templates and profiles are looked for: the workspace first, then the built-in ones."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def builtin_folder(name: str) -> Path:
    """Return the built-in `templates` or `profiles`: inside the wheel, or beside the package."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resource_folders(*parts: str) -> tuple[Path, ...]:
    """Return the folders to search, the workspace's own first, each once."""
    own = Path(*parts)
    folders = (own, builtin_folder(parts[0]).joinpath(*parts[1:]))
    if own.is_dir() and own.resolve() == folders[1].resolve():
        return (own,)
    return tuple(folder for folder in folders if folder.is_dir())


def own_resources(name: str, files: Iterable[Path]) -> int:
    """Return how many of `files` are the workspace's own, not the built-in ones of `name`."""
    builtin = builtin_folder(name).resolve()
    return sum(not file.resolve().is_relative_to(builtin) for file in files)


def resource_files(*parts: str, ending: str) -> dict[str, Path]:
    """Return the files with this ending by their name without it; the workspace's win.

    Word and macOS leave hidden files beside the real ones; those do not count.
    """
    found: dict[str, Path] = {}
    for folder in resource_folders(*parts):
        for path in sorted(folder.glob(f"*{ending}")):
            if path.is_file() and not path.name.startswith((".", "~")):
                found.setdefault(path.name.removesuffix(ending), path)
    return found
