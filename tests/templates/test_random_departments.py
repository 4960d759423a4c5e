"""Whatever a department holds, every form built from it is sound and shows all it names."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reportgen.figures.facts import Facts, facts_of
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.model.department_year import DepartmentYear
from reportgen.model.form import Form
from reportgen.rendering.documents import Document, Printer, has_data
from reportgen.rendering.review import review_facts
from tests.departments import department
from tests.filled import filled, marked
from tests.printed import printed_paths, values_at
from tests.structure import problems_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORMS = load_forms()
PROFILES = Profiles()
PRINTER = Printer()


def one_profile_a_template(form: Form) -> list[str]:
    by_template = {form.template_for(name): name for name in PROFILES.names()}
    return [by_template[template] for template in form.templates()]


VARIANTS = [(form, name) for form in FORMS.values() for name in one_profile_a_template(form)]
every_form = pytest.mark.parametrize(
    ("form", "profile"), VARIANTS, ids=[f"{form.id}:{profile}" for form, profile in VARIANTS]
)


def printed(form: Form, data: dict[str, Any], profile: str) -> Iterator[tuple[Document, Any]]:
    """The documents of a form, each with the typed data that its tags look into."""
    known = facts_of(DepartmentYear.model_validate(data))
    facts = Facts(known | {"意见": review_facts(()), "图表": []})
    if not has_data(form, facts):
        return
    entries = [None] if form.entry is None else data[form.manifest.scope]
    found = PROFILES.find(profile)
    assert found is not None
    documents = PRINTER.print_form(form, facts, profile, found.profile)
    for document, entry in zip(documents, entries, strict=True):
        yield document, {**data, "本件": entry}


def text_of(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    signs = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}p": "\n"}
    nodes = root.iter(f"{W}t", *signs)
    return "".join(signs.get(str(node.tag), node.text or "") for node in nodes)


def as_printed(typed: str) -> str:
    """A day typed 2024-06-13 is printed 2024年6月13日; all else as typed."""
    day = re.fullmatch(r"(\d{4})-0?(\d{1,2})-0?(\d{1,2})", typed)
    return "{}年{}月{}日".format(*day.groups()) if day else typed


def missing(document: Document, data: dict[str, Any], *, exactly: bool) -> list[str]:
    """The paths and values that the form prints and that are not in the document."""
    shown = text_of(document.content)
    if not exactly:
        shown = "".join(shown.split())
    return [
        f"{'.'.join(path)}: {value!r}"
        for path in sorted(printed_paths(document.template))
        for value in map(as_printed, values_at(data, path, data))
        if (value if exactly else "".join(value.split())) not in shown
    ]


@every_form
def test_every_document_is_sound(form: Form, profile: str, request: pytest.FixtureRequest) -> None:
    count = request.config.getoption("--departments")
    built = 0
    for seed in range(count):
        for document, _ in printed(form, department(seed), profile):
            assert problems_of(document.content) == [], f"seed {seed}"
            docx.Document(io.BytesIO(document.content))
            built += 1
    assert built > count / 3


@every_form
def test_every_value_is_printed(form: Form, profile: str, request: pytest.FixtureRequest) -> None:
    count = request.config.getoption("--departments")
    for seed in range(count):
        for document, data in printed(form, marked(department(seed)), profile):
            assert missing(document, data, exactly=False) == [], f"seed {seed}"


@every_form
def test_every_field_of_the_model_is_printed(form: Form, profile: str) -> None:
    built = list(printed(form, marked(filled(lambda _: "很长的文字" * 40)), profile))
    assert built
    for document, data in built:
        assert problems_of(document.content) == []
        assert missing(document, data, exactly=True) == []


@every_form
def test_blank_entries_leave_a_sound_document(form: Form, profile: str) -> None:
    for document, _ in printed(form, filled(lambda _: None), profile):
        assert problems_of(document.content) == []
        docx.Document(io.BytesIO(document.content))


TYPEABLE = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs"),
        include_characters="\n\t",
        exclude_characters=[
            chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)
        ]
        + [chr(code) for code in range(0xFDD0, 0xFDF0)],
    ),
    min_size=1,
    max_size=30,
)
"""What a person can type: no control characters, no surrogates, no noncharacters."""


@every_form
@settings(deadline=None, max_examples=40)
@given(text=TYPEABLE)
def test_any_unicode_survives(form: Form, profile: str, text: str) -> None:
    typed = marked(filled(lambda _: "甲", entries=1), lambda _, number: f"{text}〔{number}〕")
    for document, data in printed(form, typed, profile):
        assert missing(document, data, exactly=True) == []
