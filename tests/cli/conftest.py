"""A workspace with one department, one profile and one form, and the program run in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.cli.main import main
from tests.workspace import DEPARTMENT, NOTICE, PROFILE, Ended, write_tree

Run = Callable[..., Ended]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REPORTGEN_LANG", "zh")
    return tmp_path


@pytest.fixture
def workspace(folder: Path) -> Path:
    write_tree(
        folder,
        {
            "data/a.yaml": DEPARTMENT,
            "profiles/本县.yaml": PROFILE,
            "templates/docx/notice.docx": NOTICE,
            "templates/docx/notice.yaml": "标题: 通知\n英文: Notice\n",
        },
    )
    return folder


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:  # noqa: ARG001 - it is run there
    def run_it(*arguments: str) -> Ended:
        capsys.readouterr()
        code = main(list(arguments))
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return run_it
