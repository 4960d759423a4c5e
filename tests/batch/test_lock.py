"""Two builds at once into one folder: the second one ends, and harms nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.batch.lock import alone_in
from reportgen.export.libreoffice import VARIABLE
from reportgen.model.errors import UsageError
from tests.batch.conftest import Build
from tests.export.office import stand_in
from tests.workspace import command, environment, spawn

Begin = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
def begin(workspace: Path) -> Begin:
    """Begin a build that waits for its LibreOffice until the file `go` is there."""
    stand_in(
        workspace / "office",
        "(here / 'pid.new').write_text(str(os.getpid()))\n"
        "(here / 'pid.new').rename(here / 'pid')\n"
        "while not (here / 'go').exists(): time.sleep(0.01)\n"
        "for file in files: convert(file)\n",
    )

    def begun() -> subprocess.Popen[bytes]:
        child = subprocess.Popen(  # noqa: S603
            command("build", "--pdf"),
            cwd=workspace,
            env=environment(**{VARIABLE: str(workspace / "office/soffice")}),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        ends = time.monotonic() + 60
        while not (workspace / "office/pid").exists() and time.monotonic() < ends:
            time.sleep(0.01)
        return child

    return begun


def test_a_second_build_ends_with_a_sentence_and_the_first_goes_on(
    workspace: Path, begin: Begin, build_it: Build
) -> None:
    first = begin()
    second = spawn(workspace, "build")
    assert (second.returncode, second.stdout) == (2, b"")
    assert second.stderr.decode().startswith(
        "错误：另一个 reportgen 正在往“output”里生成，请等它完成\n"
    )
    assert spawn(workspace, "build", "-o", "other").returncode == 0
    assert spawn(workspace, "build", "--blank").returncode == 0
    assert spawn(workspace, "validate").returncode == 0
    (workspace / "office/go").touch()
    _, err = first.communicate(timeout=60)
    assert (first.returncode, err) == (0, b"")
    assert len(json.loads(Path("output/manifest.json").read_text("utf-8"))["pages"]) == 1
    assert not list(Path("output").rglob(".reportgen-*"))
    report = build_it()
    assert (report.unchanged, report.notices) == (1, [])


def test_the_lock_of_a_killed_build_holds_up_nobody(
    workspace: Path, begin: Begin, build_it: Build
) -> None:
    child = begin()
    child.kill()
    child.communicate(timeout=60)
    os.killpg(int((workspace / "office/pid").read_text("utf-8")), signal.SIGKILL)
    assert Path("output/.reportgen-lock").is_file()
    assert build_it().complete
    assert not list(Path("output").rglob(".reportgen-*"))


def test_folders_in_which_nothing_was_written_are_taken_away(tmp_path: Path) -> None:
    with alone_in(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b").is_dir()
    assert list(tmp_path.iterdir()) == []
    with alone_in(tmp_path):
        pass
    assert tmp_path.is_dir()


def test_only_one_is_alone_and_an_error_lets_the_next_one_in(tmp_path: Path) -> None:
    with alone_in(tmp_path), pytest.raises(UsageError), alone_in(tmp_path):
        pytest.fail("there are two")
    with pytest.raises(ZeroDivisionError), alone_in(tmp_path):
        1 / 0  # noqa: B018
    with alone_in(tmp_path):
        pass


def test_where_nothing_can_be_locked_the_build_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with alone_in(tmp_path / "file" / "output"):
        pass
    (tmp_path / ".reportgen-lock").mkdir()
    with alone_in(tmp_path):
        pass
