"""Sources handed out to others, a few ahead, and what came of them in the order of the sources."""

from __future__ import annotations

import contextlib
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from typing import Generic, TypeVar

from reportgen.batch.outcome import Outcome, Task

Handed = TypeVar("Handed")


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Keep Ctrl-C back until what is handed out is noted, and from processes that start for good.

    It is for the caller.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Crew(Generic[Handed]):
    """Whoever works for a build. `submit` hands a task out, `collect` waits for what came of it."""

    def __init__(
        self,
        submit: Callable[[Task], Future[Handed]],
        collect: Callable[[Task, Future[Handed]], Outcome],
        ahead: int,
    ) -> None:
        self._submit = submit
        self._collect = collect
        self._ahead = ahead
        self._waiting: deque[tuple[Task, Future[Handed]]] = deque()

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Yield what came of each task, in their order."""
        for task in tasks:
            with uninterrupted():
                self._waiting.append((task, self._submit(task)))
            if len(self._waiting) >= self._ahead:
                yield from self._next()
        while self._waiting:
            yield from self._next()

    def finish(self) -> Iterator[Outcome]:
        """Let what is being worked on come to its end, and nothing else begin.

        The last outcome that was yielded before is yielded again: Ctrl-C may have come before it
        was noted.
        """
        for _, future in self._waiting:
            future.cancel()
        while self._waiting:
            try:
                yield from self._next()
            except CancelledError:
                self._waiting.popleft()

    def _next(self) -> Iterator[Outcome]:
        # Dropped only when the next one is asked for, so that none is lost on the way.
        yield self._collect(*self._waiting[0])
        self._waiting.popleft()
