"""A workspace with one form, and what a build of it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reportgen.batch.build import BuildRequest, build
from reportgen.batch.conversion import PagesWanted
from reportgen.batch.outcome import Progress
from reportgen.batch.report import BuildReport
from reportgen.export.libreoffice import VARIABLE
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.loading.workspace import find_data_files
from tests.export.office import PAGINATES_ALL, stand_in
from tests.workspace import DEPARTMENT, NOTICE, PROFILE, write_tree

Build = Callable[..., BuildReport]
NO_PAGES = PagesWanted()
EACH_PROJECT = "标题: 项目表\n范围: 项目\n后缀: 名称\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_tree(
        tmp_path,
        {
            "data/a.yaml": DEPARTMENT,
            "profiles/本县.yaml": PROFILE,
            "templates/docx/notice.docx": NOTICE,
            "templates/docx/notice.yaml": "标题: 通知\n",
        },
    )
    return tmp_path


@pytest.fixture
def form_of_each_project(workspace: Path) -> None:
    write_tree(
        workspace,
        {
            "templates/docx/each.docx": ("{{ 本件.名称 }}",),
            "templates/docx/each.yaml": EACH_PROJECT,
        },
    )


@pytest.fixture
def build_it(workspace: Path) -> Build:  # noqa: ARG001 - it is built there
    def build_files(
        *paths: str,
        asked: Sequence[str] = (),
        strict: bool = False,
        output: str = "output",
        force: bool = False,
        processes: int | None = None,
        pages: PagesWanted = NO_PAGES,
        progress: Progress = lambda _done, _of, _name: None,
    ) -> BuildReport:
        files = [(path, path.as_posix()) for path in find_data_files(paths)]
        request = BuildRequest(
            files,
            Path(output),
            load_forms(),
            Profiles(),
            asked,
            strict,
            processes,
            force,
            pages=pages,
        )
        return build(request, progress)

    return build_files


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for LibreOffice that makes a PDF of every document."""
    program = stand_in(tmp_path / "office", PAGINATES_ALL)
    monkeypatch.setenv(VARIABLE, str(program))
    return program
