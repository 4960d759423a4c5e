"""A whole `reportgen build` (read, check, render, write) against a docxtpl loop without checks.

    python -m benchmarks.build

The docxtpl loop builds only the first departments of the same folder, and its start is not counted;
ours is the whole command, its start included. Compared by the department.
"""

from __future__ import annotations

import itertools
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import measuring
from benchmarks.alike import DOCUMENTS, workspace
from benchmarks.measuring import (
    ROUNDS,
    Table,
    first_build,
    one_core,
    ratio,
    show,
    times_as,
    verdict,
)

OURS = 1_000
THEIRS = 50
FEW = 2


def docxtpl_seconds(folder: Path, output: str, departments: int) -> tuple[float, float]:
    """Return the seconds of the loop alone, by the clock and of the processor, as it says."""
    command = [sys.executable, "-m", "benchmarks.docxtpl_loop", "data", output, str(departments)]
    environment = measuring.environment()
    said = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    written, clock, processor = said.stdout.split()
    if int(written) != departments * DOCUMENTS:
        sys.exit(f"the docxtpl loop wrote {written!r} documents")
    return float(clock), float(processor)


def measure(
    ours: int = OURS,
    theirs: int = THEIRS,
    rounds: int = ROUNDS,
    places: dict[str, str] | None = None,
) -> list[Table]:
    rows: list[list[str]] = []
    for words, place in (places or output_places()).items():
        with tempfile.TemporaryDirectory(dir=place) as name, one_core():
            rows.append(_row(words, workspace(Path(name), ours), (ours, theirs), rounds))
    about = (
        f"{ours:,} departments like Yunxi's and Liuyang's in turn, {DOCUMENTS} documents each, one "
        f"process on one core; docxtpl builds the first {theirs:,} of them. The docxtpl loop "
        "loads the same YAML with CSafeLoader, validates nothing, "
        "prints citations as typed, merges no cells, never waits for the disk, and its start is "
        "not counted; reportgen checks everything, and its start is counted, every template "
        "still to be compiled. “Beyond the start” is by processor time and leaves out what a "
        "build of two departments takes."
    )
    columns = (
        "written to",
        "faster by the clock",
        "by processor time",
        "beyond the start",
        "target",
    )
    return [Table("The whole build", columns, rows, about)]


def output_places() -> dict[str, str]:
    """Return where to write: the disk of temporary files, and memory where it has a folder."""
    places = {"disk": tempfile.gettempdir()}
    if Path("/dev/shm").is_dir():  # noqa: S108 - a folder in memory is what is wanted
        places["memory"] = "/dev/shm"  # noqa: S108
    return places


def _row(words: str, folder: Path, departments: tuple[int, int], rounds: int) -> list[str]:
    ours, theirs = departments
    few = [f"data/{number:05}.yaml" for number in range(FEW)]
    # The loop runs before and after each build, so that a machine that drifts slows both.
    loops, starts, builds = [docxtpl_seconds(folder, "docxtpl-0", theirs)], [], []
    for number in range(rounds):
        starts.append(first_build(folder, measuring.build(*few, "-o", "output"), FEW * DOCUMENTS))
        builds.append(
            first_build(folder, measuring.build("data", "-o", "output"), ours * DOCUMENTS)
        )
        loops.append(docxtpl_seconds(folder, f"docxtpl-{number + 1}", theirs))
    faster = {}
    for number, kind in enumerate(("clock", "processor")):
        loop = [(a[number] + b[number]) / 2 / theirs for a, b in itertools.pairwise(loops)]
        whole = [getattr(each, kind) for each in builds]
        start = [getattr(each, kind) for each in starts]
        beyond = [(a - b) / (ours - FEW) for a, b in zip(whole, start, strict=True)]
        faster[kind] = ratio(loop, [each / ours for each in whole])
        faster[f"{kind} beyond"] = ratio(loop, beyond)
        loop_ms, beyond_ms = (1000 * statistics.median(each) for each in (loop, beyond))
        print(
            f"build to {words} by {kind}: docxtpl {loop_ms:.1f} ms a department, reportgen "
            f"{beyond_ms:.1f} ms beyond a start of {1000 * statistics.median(start):.0f} ms",
            file=sys.stderr,
        )
    columns = ("clock", "processor", "processor beyond")
    return [words, *(times_as(faster[kind]) for kind in columns), verdict(faster["processor"], 10)]


if __name__ == "__main__":
    show(*measure())
