"""How a build grows: cost by the document, memory, processes, and building what did not change.

python -m benchmarks.scaling [--all]     --all adds 10,000 departments
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.alike import DOCUMENTS, workspace
from benchmarks.measuring import (
    ROUNDS,
    Run,
    Table,
    build,
    clock,
    first_build,
    one_core,
    processor,
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
SHARED = 1_000
SPIN = "for _ in range(20_000_000): pass"
HARDLY_LONGER = 1.2


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
        start = first_build(folder, build(*few, "-o", "output"), FEW * DOCUMENTS)
        whole = first_build(folder, build("data", "-o", "output"), departments * DOCUMENTS)
        pairs.append((start, whole))
    return pairs


def _nothing_changed(folder: Path, full: Run, rounds: int) -> tuple[str, str, str]:
    """Build again what was just built."""
    what = f"a build of {MANY:,} departments again, nothing changed, against the full one"
    again = []
    for _ in range(rounds):
        before = _stamps(folder)
        again.append(run(build("data", "-o", "output"), folder, MANY * DOCUMENTS))
        if _stamps(folder) != before:
            return what, "not measured", "documents were written again"
    faster = full.clock / statistics.median(clock(again))
    return what, times_as(faster), verdict(faster, 20)


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    documents = (folder / "output").rglob("*.docx")
    status = {str(path): path.stat() for path in documents}
    return {path: (each.st_mtime_ns, each.st_ino) for path, each in status.items()}


def _two(folder: Path, rounds: int) -> tuple[str, str, str]:
    what = f"two processes against one, {SHARED:,} departments, on two free cores"
    workspace(folder, SHARED)
    one, two, free = [], [], []
    for _ in range(rounds):
        before = two_cores_free()
        for processes, runs in ((1, one), (2, two)):
            command = build("data", "-o", "output", processes=processes)
            runs.append(first_build(folder, command, SHARED * DOCUMENTS))
        free.append(before and two_cores_free())
    work = f"{ratio(processor(two), processor(one)):.2f}x the processor time"
    if not all(free):
        return what, f"not measured ({work})", "two cores were not free"
    faster = ratio(clock(one), clock(two))
    return what, f"{times_as(faster)} ({work})", verdict(faster, 1.6)


def two_cores_free() -> bool:
    """Whether two programs at once take hardly longer than one: other work spoils the measure."""

    def seconds(programs: int) -> float:
        started = time.perf_counter()
        running = [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(programs)]
        for each in running:
            each.wait()
        return time.perf_counter() - started

    return seconds(2) < HARDLY_LONGER * seconds(1)


if __name__ == "__main__":
    show(*measure(largest="--all" in sys.argv[1:]))
