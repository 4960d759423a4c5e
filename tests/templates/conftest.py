"""Documents built from the data of the repository or from small data, as a reader sees them."""

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from reportgen.cli.main import main
from reportgen.figures.facts import Facts, facts_of
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding
from reportgen.model.profile import Profile
from reportgen.rendering.documents import Printer
from reportgen.rendering.review import review_facts
from tests.rendering.grid import document_lines, shortened

ROOT = Path(__file__).parents[2]
REQUIRED = {"年度": "2021", "部门": {"名称": "某县卫生健康局"}}
Reads = Callable[[str, str, str, str], None]
Prints = Callable[..., list[str]]
PrintsBlank = Callable[[str], list[str]]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], dict[str, Path]]:
    """A function that builds one form from one data file: the documents by file name."""

    @functools.cache
    def build(data: str, form: str) -> dict[str, Path]:
        output = tmp_path_factory.mktemp("output")
        assert main(["build", str(ROOT / "data" / data), "-f", form, "-o", str(output)]) == 0
        return {path.stem: path for path in output.rglob("*.docx")}

    return build


@pytest.fixture
def reads(built: Callable[[str, str], dict[str, Path]]) -> Reads:
    """Assert that a document reads as written down, line for line; … stands for more text."""

    def compare(data: str, form: str, document: str, text: str) -> None:
        expected = text.strip().splitlines()
        lines = document_lines(built(data, form)[document])
        assert shortened(lines, expected) == expected

    return compare


@pytest.fixture
def prints(tmp_path: Path) -> Prints:
    """Print a form with one document from little data; return its lines."""

    def print_it(
        form: str,
        data: dict[str, Any],
        findings: Sequence[Finding] = (),
        charts: Sequence[Facts] = (),
    ) -> list[str]:
        department = DepartmentYear.model_validate(REQUIRED | data)
        facts = Facts(facts_of(department) | {"意见": review_facts(findings), "图表": charts})
        (document,) = Printer().print_form(load_forms()[form], facts, "national-2020", Profile())
        path = tmp_path / "document.docx"
        path.write_bytes(document.content)
        return document_lines(path)

    return print_it


@pytest.fixture
def prints_blank(tmp_path: Path) -> PrintsBlank:
    """Print a form with nothing filled in; return its lines."""

    def print_it(form: str) -> list[str]:
        found = load_forms()[form]
        path = tmp_path / "blank.docx"
        name = found.blank_profile(found.template)
        scheme = None if name is None else Profiles().find(name)
        profile = Profile() if scheme is None else scheme.profile
        path.write_bytes(Printer().print_blank(found, found.template, profile).content)
        return document_lines(path)

    return print_it
