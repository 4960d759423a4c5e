"""From nothing to done: what a command takes when it is started for one small thing.

python -m benchmarks.startup
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.alike import workspace
from benchmarks.measuring import (
    Table,
    build,
    clear,
    clock,
    commands_in_turns,
    ratio,
    reportgen,
    show,
    times_as,
    verdict,
)

ROUNDS = 9
CLICK = "import click"
AGAIN = "build, templates compiled before"
LIBRARIES = "import yaml, pydantic, click"


def measure(rounds: int = ROUNDS) -> list[Table]:
    file = "data/00001.yaml"
    commands = {
        CLICK: [sys.executable, "-c", CLICK],
        LIBRARIES: [sys.executable, "-c", LIBRARIES],
        "--help": reportgen("--help"),
        "validate": reportgen("validate", file),
        "build": build(file, "-o", "output"),
        AGAIN: build(file, "-o", "output", "--force"),
    }
    with tempfile.TemporaryDirectory() as name:
        folder = workspace(Path(name), 2)
        runs = commands_in_turns(commands, folder, rounds, {"build": lambda: clear(folder)})
    rows = []
    for command in ("--help", "validate", "build", AGAIN):
        against = [ratio(clock(runs[command]), clock(runs[base])) for base in (CLICK, LIBRARIES)]
        target = verdict(against[0], 2, at_most=True) if command == "--help" else ""
        rows.append((f"reportgen {command}", *map(times_as, against), target))
    about = (
        "Whole commands, files already in the cache of the system, as multiples of what Python "
        "takes to start and import the libraries; validate and build of one department, "
        "a build being five documents. Without more said, the build finds no compiled template."
    )
    columns = ("command", f"times `{CLICK}`", f"times `{LIBRARIES}`", "target")
    return [Table("Start", columns, rows, about)]


if __name__ == "__main__":
    show(*measure())
