"""How a build grows: cost by the document, memory, processes, and building what did not change.

python -m benchmarks.scaling [--all]     --all adds 10,000 departments
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.alike import DOCUMENTS, workspace
from benchmarks.measuring import (
    ROUNDS,
    Run,
    Table,
    build,
    clock,
    has_processes,
    one_core,
    ratio,
    run,
    show,
    times_as,
    verdict,
)

SIZES = (10, 100, 1_000)
LARGEST = 10_000
REFERENCE = 100
FEW = 2
MANY = 1_000
MOST_MEMORY = 300
SHARED = 200
NOT_YET = "not offered yet"


def measure(*, largest: bool = False, rounds: int = ROUNDS) -> list[Table]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sizes = (*SIZES, LARGEST) if largest else SIZES
        with one_core():
            runs = {size: _fresh_builds(folder / str(size), size, rounds) for size in sizes}
            again = _nothing_changed(folder / str(MANY), runs[MANY][-1][1], rounds)
        together = _two(folder / "two", rounds)
    columns = ("what", "faster", "target")
    return [_growth(runs), Table("Not alone and not again", columns, [again, together])]


def _growth(runs: dict[int, list[tuple[Run, Run]]]) -> Table:
    cost = {
        size: statistics.median(
            (whole.processor - start.processor) / (size - FEW) for start, whole in pairs
        )
        for size, pairs in runs.items()
    }
    rows = [
        (
            f"{size:,}",
            f"{cost[size] / cost[REFERENCE]:.2f}",
            f"{max(whole.peak_mb for _, whole in pairs):.0f} MB",
            f"{len(pairs)}",
        )
        for size, pairs in runs.items()
    ]
    about = (
        f"One process, {DOCUMENTS} documents a department. Processor time by the document, that of "
        f"a build of {FEW} departments in the same round taken off, {REFERENCE} departments being "
        f"1; 1 throughout is linear. The aim for memory: under {MOST_MEMORY} MB a process at "
        f"{LARGEST:,}."
    )
    columns = ("departments", "cost a document", "peak memory", "runs")
    return Table("As departments grow", columns, rows, about)


def _fresh_builds(folder: Path, departments: int, rounds: int) -> list[tuple[Run, Run]]:
    """Build a few, then all, once a round, into nothing; of many departments once will do."""
    workspace(folder, departments)
    few = [f"data/{number:05}.yaml" for number in range(FEW)]
    pairs = []
    for _ in range(1 if departments >= MANY else rounds):
        start = _fresh(folder, build(*few, "-o", "output"), FEW)
        pairs.append((start, _fresh(folder, build("data", "-o", "output"), departments)))
    return pairs


def _fresh(folder: Path, command: list[str], departments: int) -> Run:
    shutil.rmtree(folder / "output", ignore_errors=True)
    return run(command, folder, departments * DOCUMENTS)


def _nothing_changed(folder: Path, full: Run, rounds: int) -> tuple[str, str, str]:
    """Build again what was just built."""
    what = f"a build of {MANY:,} departments again, nothing changed, against the full one"
    again = []
    for _ in range(rounds):
        before = _stamps(folder)
        again.append(run(build("data", "-o", "output"), folder, MANY * DOCUMENTS))
        if _stamps(folder) != before:
            return what, "not measured", f"{NOT_YET}: every document is written again"
    faster = full.clock / statistics.median(clock(again))
    return what, times_as(faster), verdict(faster, 20)


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    documents = (folder / "output").rglob("*.docx")
    status = {str(path): path.stat() for path in documents}
    return {path: (each.st_mtime_ns, each.st_ino) for path, each in status.items()}


def _two(folder: Path, rounds: int) -> tuple[str, str, str]:
    what = f"two processes against one, {SHARED} departments, on two free cores"
    if not has_processes():
        return what, "not measured", f"{NOT_YET}: there is no -j"
    if (os.cpu_count() or 1) < 2:  # noqa: PLR2004
        return what, "not measured", "there is one core only"
    workspace(folder, SHARED)
    one, two = [], []
    for _ in range(rounds):
        for processes, runs in ((1, one), (2, two)):
            command = build("data", "-o", "output", processes=processes)
            runs.append(_fresh(folder, command, SHARED))
    faster = ratio(clock(one), clock(two))
    return what, times_as(faster), verdict(faster, 1.6)


if __name__ == "__main__":
    show(*measure(largest="--all" in sys.argv[1:]))
