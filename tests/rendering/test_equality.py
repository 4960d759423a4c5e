"""What the compiled engine builds is what docxtpl itself builds, part by part, in canonical XML."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from reportgen.figures.citations import resolve_citations
from reportgen.figures.facts import Facts, facts_of
from reportgen.loading.department_file import load_department
from reportgen.loading.form_files import load_forms
from reportgen.model.department_year import DepartmentYear
from reportgen.model.form import Form
from reportgen.model.profile import Profile
from reportgen.rendering import merging
from reportgen.rendering.documents import Printer, has_data
from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.review import review_facts
from tests.departments import department

ROOT = Path(__file__).parents[2]
FORMS = load_forms()
PROPERTIES = "docProps/core.xml"


class Reference(DocxTemplate):
    """docxtpl, which knows our one tag too."""

    def patch_xml(self, src_xml: str) -> str:
        return merging.compile_merges(super().patch_xml(src_xml))


def by_docxtpl(template: Path, context: dict[str, Any]) -> dict[str, bytes]:
    reference = Reference(str(template))
    merges = merging.MergeState()
    scope = {
        **context,
        merging.STARTS_ROW: merges.starts_row,
        merging.CONTINUES: merges.continues,
    }
    reference.render(scope, jinja_env=FormEnvironment(), autoescape=True)
    buffer = io.BytesIO()
    reference.save(buffer)
    return parts(buffer.getvalue())


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name: etree.tostring(etree.fromstring(archive.read(name)), method="c14n")
            for name in archive.namelist()
            if name.endswith(".xml") and name not in (PROPERTIES, "[Content_Types].xml")
        }


def assert_equal(form: Form, facts: Facts, profile: str) -> int:
    documents = list(Printer().print_form(form, facts, profile, Profile()))
    entries = [None] if form.entry is None else facts[form.manifest.scope]
    for document, entry in zip(documents, entries, strict=True):
        context = {**facts, "口径资料": facts_of(Profile()), "表单": form.title, "本件": entry}
        expected = by_docxtpl(document.template, context)
        built = parts(document.content)
        assert built.keys() == expected.keys()
        assert [name for name in built if built[name] != expected[name]] == []
    return len(documents)


def with_notes(department_year: DepartmentYear) -> Facts:
    facts = facts_of(department_year)
    facts["意见"] = review_facts(())
    return facts


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "data").glob("*.yaml")))
def test_real_departments(name: str) -> None:
    loaded = load_department(ROOT / "data" / f"{name}.yaml", name)
    assert loaded.department is not None
    department_year, problems = resolve_citations(loaded.department)
    assert problems == ()
    facts = with_notes(department_year)
    forms = [form for form in FORMS.values() if has_data(form, facts)]
    assert sum(assert_equal(form, facts, name) for form in forms) > 0


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: str(form.id))
def test_random_departments(form: Form, request: pytest.FixtureRequest) -> None:
    count = request.config.getoption("--departments")
    built = 0
    for seed in range(count):
        facts = with_notes(DepartmentYear.model_validate(department(seed)))
        if has_data(form, facts):
            built += assert_equal(form, facts, "national-2020")
    assert built > count / 3
