"""What the compiled engine builds is what docxtpl itself builds, part by part, in canonical XML."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from reportgen.figures.charts import charts_of
from reportgen.figures.citations import resolve_citations
from reportgen.figures.facts import Facts, facts_of
from reportgen.loading.department_file import load_department
from reportgen.loading.form_files import load_forms
from reportgen.model.department_year import DepartmentYear
from reportgen.model.form import Form
from reportgen.model.profile import Profile
from reportgen.rendering import merging
from reportgen.rendering.charts.facts import chart_facts
from reportgen.rendering.documents import Printer, form_context, has_data
from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.review import review_facts
from tests.departments import department

ROOT = Path(__file__).parents[2]
FORMS = load_forms()
PROPERTIES = "docProps/core.xml"
NUMBER = re.compile(rb'(?<= id=")[0-9]+(?=" name="\xe5\x9b\xbe\xe8\xa1\xa8)')
"""The number of a drawing: docxtpl gives all of them new ones."""


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
            name: NUMBER.sub(
                b"", etree.tostring(etree.fromstring(archive.read(name)), method="c14n")
            )
            for name in archive.namelist()
            if name.endswith(".xml") and name not in (PROPERTIES, "[Content_Types].xml")
        }


def assert_equal(form: Form, facts: Facts, profile: str) -> int:
    documents = list(Printer().print_form(form, facts, profile, Profile()))
    entries = [None] if form.entry is None else facts[form.manifest.scope]
    for document, entry in zip(documents, entries, strict=True):
        context = {**form_context(form, facts, Profile()), "本件": entry}
        expected = by_docxtpl(document.template, context)
        built = parts(document.content)
        assert {name for name in built if not name.startswith("word/charts/")} == expected.keys()
        assert [name for name in expected if built[name] != expected[name]] == []
    return len(documents)


def with_notes(department_year: DepartmentYear, *, drawn: bool = False) -> Facts:
    facts = facts_of(department_year)
    charts = charts_of(department_year, Profile()) if drawn else ()
    facts |= {"意见": review_facts(()), "图表": chart_facts(charts)}
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


@pytest.mark.parametrize("name", ["liuyang-2021", "wangcheng-2023", "yunxi-2021"])
def test_a_report_with_charts(name: str) -> None:
    loaded = load_department(ROOT / "data" / f"{name}.yaml", name)
    assert loaded.department is not None
    facts = with_notes(resolve_citations(loaded.department)[0], drawn=True)
    assert facts["图表"]
    assert_equal(FORMS["narrative-report"], facts, name)


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: str(form.id))
def test_random_departments(form: Form, request: pytest.FixtureRequest) -> None:
    count = request.config.getoption("--departments")
    built = 0
    for seed in range(count):
        facts = with_notes(DepartmentYear.model_validate(department(seed)))
        if has_data(form, facts):
            built += assert_equal(form, facts, "national-2020")
    assert built > count / 3
