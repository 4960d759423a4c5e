"""A build on an existing Dask cluster: the same jobs, written here. Needs the extra `cluster`.

Dask hands out, retries what a dead worker took along, and sets up workers that join later.
"""

from __future__ import annotations

import contextlib
import tempfile
import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import distributed

from reportgen.batch.crew import Crew
from reportgen.batch.fingerprints import engine_version
from reportgen.batch.kit import Kit
from reportgen.batch.outcome import Outcome, Task
from reportgen.batch.pool import died
from reportgen.batch.workbench import Made, Workbench, broken_down, deliver
from reportgen.loading.department_file import read_source
from reportgen.model.errors import UsageError
from reportgen.model.form import Form
from reportgen.wording.language import Wording

UNREACHABLE: Final = Wording(
    "连不上 Dask 集群 {address}", "The Dask cluster at {address} cannot be reached"
)
START_IT: Final = Wording(
    "先运行 dask scheduler 和至少一个 dask worker，再核对地址（如 tcp://10.0.0.1:8786）",
    "Start dask scheduler and a dask worker, and check the address (as tcp://10.0.0.1:8786)",
)
DIFFERS: Final = Wording(
    "集群上 {worker} 的程序与这里不同（{engine}）",
    "The program at {worker} of the cluster is not the same as here ({engine})",
)
SAME_VERSIONS: Final = Wording(
    "在每个节点装同一版本：{engine}", "Install the same versions on every node: {engine}"
)
_PATIENCE: Final = 10
_RETRIES: Final = 3
_AHEAD: Final = 4
_Sent = tuple[Outcome, list[Made]]


class Desk(distributed.WorkerPlugin):
    """What a worker gets once: profiles, and the files of the forms as bytes."""

    def __init__(self, kit: Kit) -> None:
        self.name = f"reportgen-{uuid.uuid4()}"
        self._kit = kit
        files = {path for form in kit.forms.values() for path in form.files()}
        self._files = {path: path.read_bytes() for path in files if path.is_file()}

    def setup(self, worker: Any) -> None:
        """Lay the files of the forms out on the worker's disk."""
        del worker
        self._folder = tempfile.TemporaryDirectory(prefix="reportgen-")
        here = Path(self._folder.name)
        for path, content in self._files.items():
            (here / path.name).write_bytes(content)
        forms = {name: _moved(form, here) for name, form in self._kit.forms.items()}
        asked = tuple(forms[form.id] for form in self._kit.asked)
        self._bench = Workbench(replace(self._kit, forms=forms, asked=asked))
        # A worker may have several threads; a bench must not.
        self._lock = threading.Lock()

    def teardown(self, worker: Any) -> None:
        """Take them away."""
        del worker
        self._folder.cleanup()

    def build(self, task: Task) -> _Sent:
        """Build one source, and write nothing."""
        outcome = Outcome(task.file)
        with self._lock:
            return outcome, list(self._bench.made(task, outcome))


def _moved(form: Form, folder: Path) -> Form:
    siblings = {name: folder / name for name in form.siblings}
    return replace(form, template=folder / form.template.name, siblings=siblings)


def build_there(desk: str, task: Task) -> _Sent:
    """Build one source on the worker that runs this."""
    plugin: Desk = distributed.get_worker().plugins[desk]
    return plugin.build(task)


@contextlib.contextmanager
def joined_cluster(address: str, kit: Kit) -> Iterator[Crew[_Sent]]:
    """Give a crew of the workers of a cluster.

    Raises UsageError when it cannot be reached, or runs another version.
    """
    try:
        client = distributed.Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        raise UsageError(UNREACHABLE, START_IT, address=address) from error
    with client:
        _check(client, address)
        desk = Desk(kit)
        client.register_plugin(desk)
        executor = client.get_executor(pure=False, retries=_RETRIES)

        def submit(task: Task) -> Future[_Sent]:
            raw = read_source(task.path)
            sent: Future[_Sent] = executor.submit(
                build_there, desk.name, replace(task, raw=raw, known={})
            )
            return sent

        def collect(task: Task, future: Future[_Sent]) -> Outcome:
            return _written(kit, task, future)

        try:
            yield Crew(submit, collect, _AHEAD * max(1, sum(client.nthreads().values())))
        finally:
            client.unregister_worker_plugin(desk.name)


def _check(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError as error:
        raise UsageError(UNREACHABLE, START_IT, address=address) from error
    here = engine_version()
    for worker, there in client.run(_engine_there).items():
        if there != here:
            raise UsageError(DIFFERS, SAME_VERSIONS, worker=worker, engine=here)


def _engine_there() -> str:
    return engine_version()


def _written(kit: Kit, task: Task, future: Future[_Sent]) -> Outcome:
    """Wait for the documents of a source, and write them here."""
    try:
        outcome, made = future.result()
    except distributed.KilledWorker:
        return died(task)
    except CancelledError:
        raise
    except Exception as error:  # noqa: BLE001 - one department never stops the others
        return Outcome(task.file, failures=[broken_down(task, error)])
    # What was sent stays as it is: after Ctrl-C it is taken once more.
    written = replace(
        outcome, documents=[], failures=[*outcome.failures], notices=[*outcome.notices]
    )
    for each in made:
        deliver(kit.output, each, task, written)
    return written
