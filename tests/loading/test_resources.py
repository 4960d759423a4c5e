"""Where templates and profiles are found: the workspace first."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.loading import resources
from reportgen.loading.resources import (
    builtin_folder,
    own_resources,
    resource_files,
    resource_folders,
)
from tests.workspace import ROOT, write_tree


@pytest.fixture(autouse=True)
def _workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_workspace_wins_and_the_rest_is_built_in(tmp_path: Path) -> None:
    write_tree(tmp_path, {"profiles/national-2020.yaml": "", "profiles/本县.yaml": ""})
    found = resource_files("profiles", ending=".yaml")
    assert found["national-2020"] == Path("profiles/national-2020.yaml")
    assert found["本县"] == Path("profiles/本县.yaml")
    assert found["yunxi-2021"] == builtin_folder("profiles") / "yunxi-2021.yaml"


def test_hidden_files_folders_and_other_endings_do_not_count(tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        {
            "profiles/.yaml": "",
            "profiles/._a.yaml": "",
            "profiles/~$b.yaml": "",
            "profiles/c.yml": "",
            "profiles/d.yaml/e.yaml": "",
        },
    )
    assert not resource_files("profiles", ending=".yaml").keys() & {"", "._a", "~$b", "c", "d"}


def test_without_a_workspace_all_is_built_in() -> None:
    assert resource_folders("templates", "docx") == (builtin_folder("templates") / "docx",)


def test_the_repository_is_its_own_workspace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert resource_folders("templates", "docx") == (Path("templates/docx"),)


def test_an_installed_package_carries_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(tmp_path, {"site/reportgen/profiles/a.yaml": ""})
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "site/reportgen")
    assert builtin_folder("profiles") == tmp_path / "site/reportgen/profiles"
    assert builtin_folder("templates") == tmp_path / "site/templates"


def test_own_files_are_told_from_built_in_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(tmp_path, {"profiles/national-2020.yaml": "", "profiles/本县.yaml": ""})
    assert own_resources("profiles", resource_files("profiles", ending=".yaml").values()) == 2
    monkeypatch.chdir(ROOT)
    assert own_resources("profiles", resource_files("profiles", ending=".yaml").values()) == 0
