"""A real Dask scheduler and two workers: the same documents, also when one worker is killed."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import distributed
import pytest

from reportgen.batch import cluster
from reportgen.batch.build import BuildRequest, build
from reportgen.batch.kit import Kit
from reportgen.batch.outcome import Outcome, Task
from reportgen.batch.report import BuildReport
from reportgen.batch.workbench import Made, Workbench
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.loading.workspace import find_data_files
from reportgen.model.errors import UsageError
from tests.batch.conftest import Build
from tests.workspace import DEPARTMENT, write_tree

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
COUNTED = 120


def build_on(address: str) -> BuildReport:
    files = [(path, path.as_posix()) for path in find_data_files(())]
    request = BuildRequest(files, Path("there"), load_forms(), Profiles(), cluster=address)
    return build(request, lambda *_: None)


def hashes(output: str) -> dict[str, str]:
    content = json.loads(Path(output, "manifest.json").read_text("utf-8"))
    return {each["file"]: each["content_sha256"] for each in content["documents"]}


@pytest.fixture
def two_workers(workspace: Path) -> Iterator[tuple[str, list[int]]]:
    del workspace
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=2, host="127.0.0.1", dashboard_address=None
        ) as local,
        distributed.Client(local) as client,
    ):
        yield local.scheduler_address, list(client.run(os.getpid).values())


def test_a_killed_worker_loses_nothing(
    workspace: Path, build_it: Build, two_workers: tuple[str, list[int]]
) -> None:
    address, workers = two_workers
    tree = {f"data/{n}.yaml": DEPARTMENT.replace("某县", f"{n}县") for n in range(COUNTED)}
    write_tree(workspace, {**tree, "data/0.yaml": "年度: 2024\n部门: {名称: 甲}\n资金: 5\n"})

    def kill_midway() -> None:
        while len(list(Path("there").rglob("*.docx"))) < COUNTED // 10:
            time.sleep(0.005)
        os.kill(workers[0], signal.SIGKILL)

    killer = threading.Thread(target=kill_midway, daemon=True)
    killer.start()
    report = build_on(address)
    killer.join(timeout=5)
    assert not killer.is_alive()
    assert report.failures == []
    assert len(report.documents) == COUNTED
    build_it()
    assert hashes("there") == hashes("output")


def test_a_cluster_that_is_not_there_is_told(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    del workspace
    with pytest.raises(UsageError) as caught:
        build_on("tcp://127.0.0.1:1")
    assert "连不上" in caught.value.message.say("zh")
    assert not Path("there").exists()


def test_what_was_sent_may_be_taken_twice(workspace: Path) -> None:
    kit = Kit(Path("output"), load_forms(), Profiles())
    task = Task(workspace / "data/a.yaml", "data/a.yaml")
    outcome = Outcome(task.file)
    sent: Future[tuple[Outcome, list[Made]]] = Future()
    sent.set_result((outcome, list(Workbench(kit).made(task, outcome))))
    first, again = (cluster._written(kit, task, sent) for _ in range(2))
    assert [each.form for each in first.documents] == ["notice"]
    assert again == first
