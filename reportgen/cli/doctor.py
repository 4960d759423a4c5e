"""reportgen doctor."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from reportgen import __version__
from reportgen.cli import doctor_words
from reportgen.cli.console import Console
from reportgen.cli.doctor_lines import (
    EXTRAS,
    Line,
    Verdict,
    extra_line,
    face_lines,
    good,
    office_line,
    rare_characters_line,
    terminal_line,
)
from reportgen.cli.doctor_workspace import workspace_lines
from reportgen.export.faces import rare_characters_without_face, shown_faces
from reportgen.export.libreoffice import VARIABLE, find_office
from reportgen.wording.language import Language

_VERSION: Final = 1
_CHINESE: Final = "预算绩效"
# What GBK cannot show has a stand-in that it can.
_MARKS: Final = {
    Verdict.GOOD: ("✓", "√", "+"),
    Verdict.LACKING: ("!",),
    Verdict.BROKEN: ("✗", "×", "x"),
}
_COLOURS: Final = {Verdict.GOOD: "good", Verdict.LACKING: "warning", Verdict.BROKEN: "error"}


def examine(console: Console, output: Path, *, as_json: bool) -> int:
    """Say what is here for the work and what is missing. Returns 1 when nothing could be built."""
    lines = list(_lines(console, output))
    is_ready = all(line.verdict is not Verdict.BROKEN for line in lines)
    if as_json:
        console.json(_as_json(lines, console.language, is_ready=is_ready))
    else:
        if not console.can_show(_CHINESE):
            console = Console("en")
        _print(console, lines, is_ready=is_ready)
    return 0 if is_ready else 1


def _lines(console: Console, output: Path) -> Iterator[Line]:
    yield good(
        "program",
        doctor_words.PROGRAM,
        version=__version__,
        python=platform.python_version(),
        system=platform.system(),
    )
    yield from workspace_lines(output)
    yield terminal_line(console.encoding, shows_chinese=console.can_show(_CHINESE))
    yield from face_lines(shown_faces())
    unshown = rare_characters_without_face()
    if unshown is not None:
        yield rare_characters_line(unshown)
    yield office_line(find_office(), os.environ.get(VARIABLE))
    for extra, (packages, used_by) in EXTRAS.items():
        yield extra_line(extra, used_by, is_here=all(map(find_spec, packages)))


def _print(console: Console, lines: Sequence[Line], *, is_ready: bool) -> None:
    for number, line in enumerate(lines):
        mark = console.coloured(_mark(console, line.verdict), _COLOURS[line.verdict])
        console.say(doctor_words.LINE, mark=mark, said=line.said)
        following = lines[number + 1].fixes if number + 1 < len(lines) else ()
        for fix in line.fixes:
            if line.fixes != following:  # faces that are mended the same way are told once
                console.say(doctor_words.FIX, fix=fix)
    if is_ready:
        console.say(doctor_words.READY)
    else:
        console.say(doctor_words.NOT_READY, mark=_mark(console, Verdict.BROKEN))


def _mark(console: Console, verdict: Verdict) -> str:
    return next(mark for mark in _MARKS[verdict] if console.can_show(mark))


def _as_json(lines: Sequence[Line], language: Language, *, is_ready: bool) -> dict[str, Any]:
    checks = [
        {
            "about": line.about,
            "status": line.verdict.value,
            "message": line.said.say(language),
            "fix": [fix.say(language) for fix in line.fixes],
        }
        for line in lines
    ]
    verdicts = [line.verdict for line in lines]
    summary = {each.value: verdicts.count(each) for each in Verdict}
    return {"version": _VERSION, "ready": is_ready, "checks": checks, "summary": summary}
