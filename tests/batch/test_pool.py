"""Worker processes: the same documents, and a death costs one source."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportgen.batch import pool
from reportgen.batch.outcome import Outcome, Task
from reportgen.batch.pool import build_one
from reportgen.batch.workbench import Kit, Workbench
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from tests.batch.conftest import Build
from tests.workspace import (
    DEPARTMENT,
    NOTICE,
    command,
    environment,
    paragraphs,
    tree_of,
    write_tree,
)

MANY = {f"data/{n:03}.yaml": DEPARTMENT.replace("某县卫生健康局", f"{n}局") for n in range(8)}


def deadly(task: Task) -> Outcome:
    """Build a source, or die of it."""
    if task.file == "data/003.yaml":
        os.kill(os.getpid(), signal.SIGKILL)
    return build_one(task)


@pytest.fixture(params=["alone", "beside a thread"])
def _threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """Processes are forked where no thread runs, and spawned beside one."""
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    if request.param == "beside a thread":
        thread.start()
    yield
    ended.set()
    if request.param == "beside a thread":
        thread.join()


@pytest.mark.usefixtures("_threads")
def test_two_processes_write_what_one_writes(workspace: Path, build_it: Build) -> None:
    write_tree(
        workspace,
        {**MANY, "data/0.yaml": b"\0", "data/1.yaml": "年度: 2024\n部门: {名称: 甲}\n资金: 5\n"},
    )
    one = build_it(processes=1)
    two = build_it(processes=2, output="two")
    assert tree_of(Path("two")) == tree_of(Path("output"))
    assert [each.file for each in two.outcomes] == [each.file for each in one.outcomes]
    assert [each.state for each in two.outcomes] == [each.state for each in one.outcomes]
    assert two.counts == one.counts
    assert build_it(processes=2, output="two").unchanged == 9


def told(what: Callable[[], str]) -> str:
    """Return what a worker process says when it is asked."""
    workers = pool.Pool(Workbench(Kit(Path("output"), load_forms(), Profiles())), 1)
    try:
        return workers._executor.submit(what).result()
    finally:
        workers.close()


def start_method() -> str:
    return type(multiprocessing.current_process()).__name__


def when_asked_to_end() -> str:
    return str(signal.getsignal(signal.SIGTERM))


ASKED = """
import signal, threading
from tests.batch.test_pool import start_method, told, when_asked_to_end
signal.signal(signal.SIGTERM, signal.default_int_handler)
print(told(start_method), told(when_asked_to_end))
ended = threading.Event()
threading.Thread(target=ended.wait).start()
print(told(start_method), told(when_asked_to_end))
ended.set()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")
def test_processes_are_forked_alone_and_spawned_beside_a_thread_and_end_when_asked(
    workspace: Path,
) -> None:
    said = subprocess.run(  # noqa: S603 - here other tests may have left threads
        [sys.executable, "-c", ASKED],
        cwd=workspace,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    default = str(signal.SIG_DFL)
    assert said.stdout.split() == ["ForkProcess", default, "SpawnProcess", default]


def test_a_process_that_dies_costs_one_source(
    workspace: Path, build_it: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(workspace, MANY)
    monkeypatch.setattr(pool, "build_one", deadly)
    report = build_it(processes=2)
    assert [failure.source for failure in report.failures] == ["data/003.yaml"]
    assert "意外结束" in report.failures[0].error.message.say("zh")
    assert len(report.documents) == 8
    monkeypatch.undo()
    monkeypatch.chdir(workspace)
    assert len(build_it().documents) == 1


def test_the_processes_have_ended_afterwards(workspace: Path) -> None:
    kit = Kit(Path("output"), load_forms(), Profiles())
    with pool.hired_pool(Workbench(kit), 1) as crew:
        (outcome,) = crew.outcomes([Task(workspace / "data/a.yaml", "a.yaml")])
    assert len(outcome.documents) == 1
    assert pool.cores() >= 1


def started(folder: Path) -> subprocess.Popen[bytes]:
    child = subprocess.Popen(  # noqa: S603
        command("build", "-j", "2"),
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
        start_new_session=True,
    )
    ends = time.monotonic() + 60
    while len(list((folder / "output").rglob("*.docx"))) < 3 and time.monotonic() < ends:
        time.sleep(0.01)
    return child


def test_ctrl_c_leaves_whole_documents_and_a_manifest_that_says_so(workspace: Path) -> None:
    write_tree(
        workspace, {f"data/{n}.yaml": DEPARTMENT.replace("某县", f"{n}县") for n in range(900)}
    )
    child = started(workspace)
    os.killpg(child.pid, signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out) == (130, b"")
    assert err.decode().strip() == "已中断；写好的文书都是完整的"
    manifest = json.loads(Path("output/manifest.json").read_text("utf-8"))
    assert manifest["interrupted"] is True
    written = [path.relative_to("output").as_posix() for path in Path("output").rglob("*.docx")]
    assert sorted(written) == sorted(each["file"] for each in manifest["documents"])
    assert 3 <= len(written) < 900
    assert all(len(paragraphs(Path("output", name))) == 2 for name in written)


def test_what_a_killed_build_wrote_is_not_taken_for_edited(
    workspace: Path, build_it: Build
) -> None:
    write_tree(
        workspace, {f"data/{n}.yaml": DEPARTMENT.replace("某县", f"{n}县") for n in range(300)}
    )
    child = started(workspace)
    os.killpg(child.pid, signal.SIGKILL)
    child.communicate()
    assert not Path("output/manifest.json").exists()
    assert list(Path("output").rglob("*.docx"))
    write_tree(workspace, {"templates/docx/notice.docx": (*NOTICE, "改")})
    report = build_it()
    assert report.complete
    assert report.notices == []
    assert not list(Path("output").rglob("*.edited*"))
    assert not list(Path("output").glob(".reportgen-journal-*"))
