"""A whole `reportgen build` (read, check, render, write) against a docxtpl loop without checks.

    python -m benchmarks.build

The docxtpl loop builds only the first departments of the same folder, and its start is not counted;
ours is the whole command, its start included. Compared by the department.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import measuring
from benchmarks.alike import DOCUMENTS, workspace
from benchmarks.measuring import ROUNDS, Table, one_core, processor, ratio, show, times_as, verdict

OURS = 100
THEIRS = 10


def docxtpl_seconds(folder: Path, departments: int) -> float:
    """Return the seconds of the loop alone, as it says itself."""
    command = [sys.executable, "-m", "benchmarks.docxtpl_loop", "data", "docxtpl", str(departments)]
    environment = measuring.environment()
    said = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    written, seconds = said.stdout.split()
    if int(written) != departments * DOCUMENTS:
        sys.exit(f"the docxtpl loop wrote {written!r} documents")
    return float(seconds)


def measure(
    ours: int = OURS,
    theirs: int = THEIRS,
    rounds: int = ROUNDS,
    places: dict[str, str] | None = None,
) -> list[Table]:
    rows: list[tuple[str, str, str, str]] = []
    for words, place in (places or output_places()).items():
        with tempfile.TemporaryDirectory(dir=place) as name, one_core():
            rows.append(_row(words, workspace(Path(name), ours), (ours, theirs), rounds))
    about = (
        f"Departments like Yunxi's and Liuyang's in turn, {DOCUMENTS} documents each, one process "
        "on one core. The docxtpl loop loads the same YAML with CSafeLoader, validates nothing, "
        "prints citations as typed, merges no cells, never waits for the disk, and its start is "
        "not counted; reportgen checks everything, and its start is counted. “Beyond the start” "
        "leaves out what a build of two departments takes."
    )
    columns = ("written to", "reportgen is faster", "beyond the start", "target")
    return [Table("The whole build", columns, rows, about)]


def output_places() -> dict[str, str]:
    """Return where to write: the disk of temporary files, and memory where it has a folder."""
    places = {"disk": tempfile.gettempdir()}
    if Path("/dev/shm").is_dir():  # noqa: S108 - a folder in memory is what is wanted
        places["memory"] = "/dev/shm"  # noqa: S108
    return places


def _row(
    words: str, folder: Path, departments: tuple[int, int], rounds: int
) -> tuple[str, str, str, str]:
    ours, theirs = departments
    few = [f"data/{number:05}.yaml" for number in range(2)]
    loop, builds, starts = [], [], []
    for _ in range(rounds):
        shutil.rmtree(folder / "output", ignore_errors=True)
        shutil.rmtree(folder / "start", ignore_errors=True)
        seconds = docxtpl_seconds(folder, theirs)
        start = measuring.run(measuring.build(*few, "-o", "start"), folder)
        whole = measuring.run(measuring.build("data", "-o", "output"), folder)
        loop.append(seconds / theirs)
        starts.append(start.clock)
        builds.append(whole)
    _complete(folder / "output", ours)
    clock = [each.clock for each in builds]
    beyond = [(all_ - start) / (ours - 2) for all_, start in zip(clock, starts, strict=True)]
    faster = ratio(loop, [each / ours for each in clock])
    print(
        f"build to {words}: {1000 * min(loop):.1f} ms a department by docxtpl, "
        f"{1000 * min(beyond):.1f} ms by reportgen beyond a start of {1000 * min(starts):.0f} ms, "
        f"{1000 * min(processor(builds, ours)):.1f} ms of processor with it",
        file=sys.stderr,
    )
    return words, times_as(faster), times_as(ratio(loop, beyond)), verdict(faster, 10)


def _complete(output: Path, departments: int) -> None:
    written = sum(1 for _ in output.rglob("*.docx"))
    if written != departments * DOCUMENTS:
        sys.exit(f"reportgen wrote {written} documents, not {departments * DOCUMENTS}")


if __name__ == "__main__":
    show(*measure())
