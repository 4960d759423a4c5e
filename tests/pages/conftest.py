"""Every form built from every data file, and all of them as PDF."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.cli.main import main
from reportgen.loading.form_files import load_forms
from tests.pages.departments import empty_text_department, long_text_department
from tests.pages.office import ROOT, to_pdf


def written(path: Path, data: dict[str, Any]) -> Path:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    return path


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All forms of all data files, of two made departments, and blank."""
    folder = tmp_path_factory.mktemp("documents")
    sources = [
        *sorted((ROOT / "data").rglob("*.yaml")),
        written(folder / "long.yaml", long_text_department()),
        written(folder / "empty.yaml", empty_text_department()),
    ]
    forms = [argument for form in load_forms() for argument in ("-f", form)]
    for number, source in enumerate(sources):
        assert main(["build", str(source), "-o", str(folder / f"{number}"), *forms]) == 0
    assert main(["build", "--blank", "-o", str(folder / "blank")]) == 0
    built = sorted(folder.rglob("*.docx"))
    assert len(built) > len(sources) * 3
    return built


@pytest.fixture(scope="session")
def pdfs(documents: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    return to_pdf(documents, tmp_path_factory.mktemp("pdf"))
