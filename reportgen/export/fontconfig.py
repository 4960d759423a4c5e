"""Faces on Linux, as fontconfig finds them; LibreOffice asks the same."""

from __future__ import annotations

import shutil
import subprocess
from typing import Final

_SECONDS_TO_ANSWER: Final = 30


def fontconfig_is_here() -> bool:
    """Whether fontconfig can be asked."""
    return shutil.which("fc-match") is not None and shutil.which("fc-list") is not None


def matched(family: str) -> tuple[str, ...]:
    """Return the names of the face that fontconfig shows for `family`; it always shows one."""
    return tuple(_asked("fc-match", "-f", "%{family}", _escaped(family)).split(","))


def shown_with(family: str, character: str) -> str | None:
    """Return the face that shows a character in a text of `family`; None when no face has it."""
    holding = f":charset={ord(character):x}"
    if not _asked("fc-list", holding, "family").strip():
        return None
    return _asked("fc-match", "-f", "%{family[0]}", f"{_escaped(family)}{holding}") or None


def _escaped(family: str) -> str:
    """Return a name as a pattern writes it: - begins a size there, : a property."""
    return "".join(f"\\{each}" if each in "\\-:," else each for each in family)


def _asked(*command: str) -> str:
    try:
        answer = subprocess.run(  # noqa: S603 - fontconfig's own programs
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS_TO_ANSWER,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.decode(errors="replace")
