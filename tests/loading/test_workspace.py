"""Which files a command means."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.loading.workspace import find_data_files, shown_path
from reportgen.model.errors import UsageError


@pytest.fixture(autouse=True)
def _workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("data/b.yaml", "data/a.yml", "data/C.YAML", "data/.a.yaml", "data/~a.yaml",
                 "data/a.txt", "data/old/z.yaml", "empty/a.docx", "单个.txt"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: 1", encoding="utf-8")
    (tmp_path / "data/folder.yaml").mkdir()
    monkeypatch.chdir(tmp_path)


def shown(*paths: str) -> list[str]:
    return [shown_path(path) for path in find_data_files(paths)]


def test_without_paths_it_is_the_data_folder() -> None:
    assert shown() == ["data/C.YAML", "data/a.yml", "data/b.yaml"]


def test_a_folder_means_what_is_directly_in_it() -> None:
    assert shown("data/old") == ["data/old/z.yaml"]
    assert shown("./data") == shown()


def test_a_file_is_taken_as_named_and_once(tmp_path: Path) -> None:
    assert shown("单个.txt") == ["单个.txt"]
    assert shown("data/b.yaml", "data", str(tmp_path / "data/b.yaml")) == [
        "data/b.yaml",
        "data/C.YAML",
        "data/a.yml",
    ]


@pytest.mark.parametrize("path", ["没有", "没有/a.yaml", "empty"])
def test_a_path_without_data_stops_the_run(path: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_data_files(["data", path])
    assert path in caught.value.message.say("zh")
    assert caught.value.hint is not None
    assert "reportgen new" in caught.value.hint.say("zh")


def test_a_pipe_or_a_device_stops_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "data/pipe.yaml")
    for path in ("data/pipe.yaml", "/dev/zero"):
        with pytest.raises(UsageError) as caught:
            find_data_files([path])
        assert caught.value.message.say("zh") == f"“{path}”是管道或设备，不是文件"
    assert "data/pipe.yaml" not in shown("data"), "in a folder it is passed over"


def test_a_folder_that_cannot_be_opened_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse_to_list(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refuse_to_list)
    with pytest.raises(UsageError, match="cannot be opened"):
        find_data_files([])


def test_a_star_is_expanded_where_the_shell_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "years").mkdir()
    for name in ("b.yaml", "a.yaml", "c.txt"):
        (tmp_path / "years" / name).write_text("", "utf-8")
    assert find_data_files(["years/*.yaml"]) == (Path("years/a.yaml"), Path("years/b.yaml"))
    with pytest.raises(UsageError):
        find_data_files(["years/*.md"])
