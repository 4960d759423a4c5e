"""Faces on Windows, as its registry lists them: for everybody, and for the one who is logged in."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterable
from pathlib import PureWindowsPath
from typing import Final

_KEY: Final = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
_KIND: Final = re.compile(r" *\((TrueType|OpenType|All res)\)$")


def registered_fonts() -> frozenset[str]:
    """Return the names of the installed faces and of their files; none on other systems."""
    return names_of(_entries())


def names_of(entries: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the names in registry entries as `SimSun & NSimSun (TrueType)`, `simsun.ttc`.

    What an entry is called depends on the language of Windows, the file does not: both count.
    """
    names: set[str] = set()
    for title, file in entries:
        names.update(_KIND.sub("", title).split(" & "))
        names.add(PureWindowsPath(file).stem)
    return frozenset(names)


def _entries() -> list[tuple[str, str]]:
    entries: list[tuple[str, str]] = []
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - only Windows has it

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            # Nobody may have installed one for himself alone.
            with contextlib.suppress(OSError), winreg.OpenKey(root, _KEY) as key:
                for index in range(winreg.QueryInfoKey(key)[1]):
                    title, file, _ = winreg.EnumValue(key, index)
                    entries.append((title, str(file)))
    return entries
