"""A document is written whole or not at all."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path
from typing import Any

import pytest

from reportgen.model.errors import OutputError
from reportgen.pipeline import writing
from reportgen.pipeline.writing import settle, write_whole, writing_problem

FAILURES = {
    "write": errno.ENOSPC,
    "fsync": errno.EIO,
    "replace": errno.EACCES,
}


def refused(path: Path) -> tuple[str, str]:
    with pytest.raises(OutputError) as caught:
        write_whole(path, b"new")
    assert caught.value.hint is not None
    return caught.value.message.say("zh"), caught.value.hint.say("zh")


def break_at(monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException) -> None:
    """Make one step of the writing fail, as on a full disk."""

    def fail(*_: object) -> None:
        raise error

    if step == "write":

        class FullDisk(io.FileIO):
            def write(self, content: Any) -> int:
                super().write(content[:1])
                raise error

        monkeypatch.setattr(writing, "open", FullDisk, raising=False)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(os, "replace", fail)


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "2024/某局/报告.docx"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["报告.docx"]
    assert path.stat().st_mode & 0o777 == 0o644


def test_nobody_else_may_write_a_file_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o002)
    try:
        write_whole(tmp_path / "a.docx", b"one")
    finally:
        os.umask(before)
    assert (tmp_path / "a.docx").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("step", FAILURES)
def test_a_failing_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    break_at(monkeypatch, step, OSError(FAILURES[step], os.strerror(FAILURES[step])))
    message, _ = refused(path)
    assert message.startswith(f"无法写入“{path.as_posix()}”：")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    break_at(monkeypatch, "write", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "reason", "advice"),
    [
        (errno.EACCES, "没有权限，或被其他程序占用", "如果它正在 Word、WPS 或 PDF 阅读器里打开"),
        (errno.ENOSPC, "磁盘已满", "腾出位置"),
        (errno.EROFS, "那里只能读，不能写", "换一个位置"),
        (errno.EIO, "磁盘或网络出错（Input/output error）", "换一个位置"),
    ],
)
def test_the_cause_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str, advice: str
) -> None:
    break_at(monkeypatch, "replace", OSError(number, os.strerror(number)))
    message, hint = refused(tmp_path / "a.docx")
    assert message.endswith(f"：{reason}")
    assert advice in hint


def test_what_is_settled_later_is_written_whole_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "某局/a.docx"
    asked: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda handle: asked.append(os.read(handle, 9)))
    write_whole(path, b"one", settled=False)
    assert (path.read_bytes(), asked) == (b"one", [])
    assert list(settle(tmp_path, ["某局/a.docx"])) == []
    assert asked == [b"one"]


def test_many_files_are_waited_for_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _: asked.append("one"))
    monkeypatch.setattr(os, "sync", lambda: asked.append("all"), raising=False)
    names = [f"{number}.docx" for number in range(50)]
    for name in names:
        write_whole(tmp_path / name, b"one", settled=False)
    assert list(settle(tmp_path, names)) == []
    assert asked == ["all"]
    assert list(settle(tmp_path, names[1:])) == []
    assert asked == ["all", *["one"] * 49]


def test_a_disk_that_fails_in_the_end_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    assert list(settle(tmp_path, ["a.docx"])) == []  # moved away by somebody: not ours any more
    write_whole(path, b"one", settled=False)
    break_at(monkeypatch, "fsync", OSError(errno.EIO, os.strerror(errno.EIO)))
    ((failed, error),) = settle(tmp_path, ["a.docx"])
    assert failed == "a.docx"
    assert "磁盘或网络出错" in error.message.say("zh")
    assert path.read_bytes() == b"one"


def test_what_stands_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "file").write_bytes(b"")
    assert refused(tmp_path / "folder.docx")[0].endswith("那里已有同名的文件或文件夹")
    assert refused(tmp_path / "file/a.docx")[0].endswith("那里已有同名的文件或文件夹")
    assert refused(tmp_path / ("长" * 200))[0].endswith("路径太长")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder.docx"]


def test_a_folder_that_can_be_written_is_no_problem_and_stays_as_it_is(tmp_path: Path) -> None:
    assert writing_problem(tmp_path) is None
    assert writing_problem(tmp_path / "not/yet") is None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "file/output"):
        problem = writing_problem(folder)
        assert problem is not None
        assert "那里已有同名的文件或文件夹" in problem.message.say("zh")
    assert writing_problem(Path("/proc/output")) is not None


def test_a_temporary_file_left_by_a_killed_run_is_passed_over(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.docx", b"one")
    first = next(writing._numbers) + 1
    left = [tmp_path / f".reportgen-{os.getpid()}-{first + more}.tmp" for more in range(2)]
    for each in left:
        each.write_bytes(b"half")
    write_whole(tmp_path / "a.docx", b"two")
    assert (tmp_path / "a.docx").read_bytes() == b"two"
    assert [each.read_bytes() for each in left] == [b"half"] * 2
