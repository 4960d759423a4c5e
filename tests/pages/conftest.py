"""Every form built from every data file."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.cli.main import main
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from tests.pages.departments import empty_text_department, long_text_department
from tests.pages.office import ROOT


def written(path: Path, data: dict[str, Any]) -> Path:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6), "utf-8")
    return path


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """All forms of all data files and two made departments, their variants, and all blanks."""
    folder = tmp_path_factory.mktemp("documents")
    forms = load_forms()
    varied = [name for name, form in forms.items() if form.manifest.variants]
    sources = {key: list(forms) for key in sorted((ROOT / "data").rglob("*.yaml"))}
    for made, data in (("long", long_text_department()), ("empty", empty_text_department())):
        for profile in Profiles().names():
            path = written(folder / f"{made}-{profile}.yaml", {**data, "口径": profile})
            sources[path] = list(forms) if profile == data["口径"] else varied
    for number, (source, names) in enumerate(sources.items()):
        asked = [argument for name in names for argument in ("-f", name)]
        assert main(["build", str(source), "-o", str(folder / f"{number}"), *asked]) == 0
    assert main(["build", "--blank", "-o", str(folder / "blank")]) == 0
    built = sorted(folder.rglob("*.docx"))
    assert len(built) > len(sources) * 3
    return built
