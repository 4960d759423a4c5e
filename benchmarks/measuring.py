"""How everything here is measured: in turns, medians, ratios within one round; and tables."""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
SLICE = 0.3
MEGABYTE = 1024 * 1024
CACHE = "cache"
Times = Mapping[str, Sequence[float]]


@dataclass
class Table:
    """One table of docs/performance.md."""

    title: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        lines = [self.columns, ["---"] * len(self.columns), *self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return "\n\n".join(filter(None, (f"## {self.title}", self.before, table, self.after)))


def show(*tables: Table) -> None:
    for table in tables:
        print(table, end="\n\n", flush=True)


def per_call(work: Callable[[], Any]) -> Callable[[int], float]:
    """Return a function that makes so many calls and says how many processor seconds.

    For work that waits for nothing: what else the machine does then counts for little.
    """

    def timed(calls: int) -> float:
        started = time.process_time()
        for _ in range(calls):
            work()
        return time.process_time() - started

    return timed


def in_turns(works: Mapping[str, Callable[[int], float]], rounds: int = ROUNDS) -> Times:
    """Return seconds a call of each work, one figure a round; every round takes them in turn."""
    calls = {}
    for name, work in works.items():
        work(1)
        calls[name] = max(1, round(SLICE / min(work(3) / 3, work(3) / 3)))
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(work(calls[name]) / calls[name])
    return times


def ratio(slow: Sequence[float], fast: Sequence[float]) -> float:
    """Return how many times faster, the median of the rounds: what slows a round slows both."""
    return statistics.median(a / b for a, b in zip(slow, fast, strict=True))


def times_as(value: float) -> str:
    return f"{value:.0f}x" if value >= 20 else f"{value:.2g}x" if value < 1 else f"{value:.1f}x"  # noqa: PLR2004


def verdict(value: float, target: float, *, at_most: bool = False) -> str:
    met = value <= target if at_most else value >= target
    return f"{'at most' if at_most else 'at least'} {target:g}x: {'met' if met else 'missed'}"


@contextlib.contextmanager
def one_core() -> Iterator[None]:
    """Keep this process and its children on one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


@dataclass(frozen=True)
class Run:
    """What one command took: by the clock, of the processors, and its largest process."""

    clock: float
    processor: float
    peak_mb: float


def environment(folder: Path = ROOT) -> dict[str, str]:
    """Return what a command is run with in a folder: this checkout, and a cache of its own.

    The cache, where templates are kept compiled, can be given on Linux; elsewhere it is the user's.
    Modules are compiled once, as those that pip installs are.
    """
    cache = {} if folder == ROOT else {"XDG_CACHE_HOME": str(folder / CACHE)}
    here = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return here | {"PYTHONPATH": str(ROOT)} | cache


def run(command: Sequence[str], folder: Path, documents: int | None = None) -> Run:
    """Run a command in `folder`, which must succeed and leave so many documents in output/.

    A program that crashes is fast: anything but success ends the benchmark. `validate` alone may
    end with 1, for errors in the data, and says nothing on stderr then.
    """
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as child:
        errors = child.stderr.read().decode() if child.stderr else ""
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    clock = time.perf_counter() - started
    found_errors = "validate" in command and child.returncode == 1 and not errors
    if child.returncode and not found_errors:
        sys.exit(f"{' '.join(command)}: ended with {child.returncode}\n{errors}")
    written = sum(1 for _ in (folder / "output").rglob("*.docx"))
    if documents is not None and written != documents:
        sys.exit(f"{' '.join(command)}: left {written} documents, not {documents}")
    peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / MEGABYTE
    return Run(clock, used.ru_utime + used.ru_stime, peak)


def reportgen(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "reportgen", *arguments]


def build(*arguments: str, processes: int = 1) -> list[str]:
    """Return the command of a build."""
    return reportgen("build", "-j", str(processes), *arguments)


def first_build(folder: Path, command: Sequence[str], documents: int) -> Run:
    """Run a build as the first ever: nothing is there, and no template was compiled before."""
    clear(folder)
    return run(command, folder, documents)


def clear(folder: Path) -> None:
    """Put aside what builds in `folder` left; it is removed when all was measured.

    ext4 passes over every file that was removed within the last minute when it makes one: after
    the removal of five thousand, making as many took six times as long.
    """
    aside = folder / "aside" / str(time.monotonic_ns())
    aside.mkdir(parents=True)
    for name in ("output", CACHE):
        if (folder / name).exists():
            (folder / name).rename(aside / name)


def commands_in_turns(
    commands: Mapping[str, Sequence[str]],
    folder: Path,
    rounds: int = ROUNDS,
    before: Mapping[str, Callable[[], Any]] | None = None,
) -> dict[str, list[Run]]:
    """Run each command once unmeasured, then in turns; `before` is done before those it names."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            (before or {}).get(name, lambda: None)()
            measured = run(command, folder)
            if number:
                runs[name].append(measured)
    return runs


def clock(runs: Sequence[Run], share: float = 1) -> list[float]:
    return [each.clock / share for each in runs]


def processor(runs: Sequence[Run], share: float = 1) -> list[float]:
    return [each.processor / share for each in runs]
