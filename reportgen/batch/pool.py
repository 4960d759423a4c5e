"""A build in several processes of this machine."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing import connection
from multiprocessing.context import BaseContext
from typing import TYPE_CHECKING, Final

from reportgen.batch.crew import Crew, uninterrupted
from reportgen.batch.kit import Kit
from reportgen.batch.outcome import Failure, Outcome, Task
from reportgen.model.errors import ReportgenError
from reportgen.wording.language import Wording

if TYPE_CHECKING:
    from reportgen.batch.workbench import Workbench

DIED: Final = Wording(
    "处理这一份的进程意外结束（可能内存不足），未生成完",
    "The process that worked on this one ended (out of memory?); it is not complete",
)
TRY_ALONE: Final = Wording(
    "请单独生成这一份：reportgen build {file} -j 1", "Build it alone: reportgen build {file} -j 1"
)
_AHEAD: Final = 4
_COLLECT_EVERY: Final = 50_000
# What a worker process has of its own.
_bench: list[Workbench] = []


class Pool:
    """Worker processes, begun anew when one dies: only the source that killed it is lost."""

    def __init__(self, bench: Workbench, processes: int) -> None:
        self._bench = bench
        self._processes = processes
        self._executor = self._new(processes)

    def _new(self, processes: int) -> ProcessPoolExecutor:
        # What is forked has all that is loaded and compiled here. It must not be beside a thread,
        # whose locks would stay locked in it, and that of a progress bar begins with the work.
        if sys.platform == "linux" and threading.active_count() == 1:
            context: BaseContext = multiprocessing.get_context("fork")
            return ProcessPoolExecutor(processes, context, _begin, (self._bench,))
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(processes, context, _begin_anew, (self._bench.kit,))

    def submit(self, task: Task) -> Future[Outcome]:
        """Hand a task to a process."""
        try:
            return self._executor.submit(build_one, task)
        except BrokenExecutor:
            self._replace()
            return self._executor.submit(build_one, task)

    def collect(self, task: Task, future: Future[Outcome]) -> Outcome:
        """Wait for what came of a task. What a death took along is worked on again, alone."""
        try:
            return future.result()
        except BrokenExecutor:
            return self._alone(task)

    def close(self) -> None:
        """Wait for the processes to end."""
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _replace(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._new(self._processes)

    def _alone(self, task: Task) -> Outcome:
        with self._new(1) as executor:
            try:
                with uninterrupted():
                    future = executor.submit(build_one, task)
                return future.result()
            except BrokenExecutor:
                return died(task)


@contextlib.contextmanager
def hired_pool(bench: Workbench, processes: int) -> Iterator[Crew[Outcome]]:
    """Give a crew of worker processes, each with such a bench, which have ended afterwards."""
    pool = Pool(bench, processes)
    try:
        yield Crew(pool.submit, pool.collect, _AHEAD * processes)
    finally:
        pool.close()


def died(task: Task) -> Outcome:
    """Return what came of a source that killed whoever worked on it."""
    error = ReportgenError(DIED, TRY_ALONE, file=task.file)
    return Outcome(task.file, failures=[Failure(task.file, error)])


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def build_one(task: Task) -> Outcome:
    """Build one source, in a worker process."""
    outcome = Outcome(task.file)
    _bench[0].build(task, outcome)
    return outcome


def _begin_anew(kit: Kit) -> None:
    from reportgen.batch.workbench import Workbench  # noqa: PLC0415 - not for the caller

    gc.set_threshold(_COLLECT_EVERY)
    _begin(Workbench(kit))


def _begin(bench: Workbench) -> None:
    threading.Thread(target=_end_with_caller, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A forked one would do as its caller does when asked to end; what is ignored stays so.
    for number in signal.valid_signals() - {signal.SIGINT}:
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    _bench[:] = [bench]


def _end_with_caller() -> None:
    """End this worker when its caller is gone: a killed build must leave no process behind."""
    caller = multiprocessing.parent_process()
    if caller is not None:
        connection.wait([caller.sentinel])
        os._exit(1)
