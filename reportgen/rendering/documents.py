"""A form and a department-year's facts in, the documents of that form out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from reportgen.figures.facts import FactList, Facts, blank_facts, facts_of, is_filled
from reportgen.figures.remembered import remembered
from reportgen.model.department_year import DepartmentYear
from reportgen.model.errors import FormError, OutputError, ReportgenError
from reportgen.model.form import Form
from reportgen.model.profile import PageLayout, Profile
from reportgen.rendering.charts.facts import CHARTS, chart_facts
from reportgen.rendering.engine import Keeper, Template, open_template
from reportgen.rendering.environment import PartEnvironment
from reportgen.rendering.review import REVIEW, review_facts

LateFacts = Mapping[str, Callable[[], Any]]
"""Facts that are made only for a template that names them."""
_NO_SCHEME: Final = Profile()
_NO_LAYOUT: Final = PageLayout()


@dataclass(frozen=True, slots=True)
class Document:
    """A rendered document: `name` is its file name without the ending, not yet made safe.

    `content_hash` knows its parts and not how they were compressed.
    """

    form: Form
    name: str
    template: Path
    content: bytes
    content_hash: str


class Printer:
    """Renders forms; every template is compiled once in its life. One a process, never shared.

    With a `keeper`, one that was compiled in an earlier run is not compiled again.
    """

    def __init__(self, keeper: Keeper | None = None) -> None:
        self._keeper = keeper
        self._environment = PartEnvironment()
        self._compiled: dict[tuple[Path, str, PageLayout | None], Template] = {}

    def print_form(
        self,
        form: Form,
        facts: Facts,
        profile_id: str,
        profile: Profile,
        late: LateFacts = MappingProxyType({}),
    ) -> Iterator[Document | ReportgenError]:
        """Yield the documents of `form` for one department-year, or why one could not be made.

        Raises FormError when the template cannot be used.
        """
        template = self._template(form, form.template_for(profile_id), profile)
        named = {name: make() for name, make in late.items() if name in template.names}
        base = {**form_context(form, facts, profile), **named}
        author = str(facts["部门"]["名称"])
        for name, entry in zip(document_names(form, facts), _entries(form, facts), strict=True):
            try:
                yield _document(form, template, {**base, "本件": entry}, name, author)
            except (FormError, OutputError) as error:
                yield error

    def print_blank(self, form: Form, template: Path, profile: Profile = _NO_SCHEME) -> Document:
        """Return the form as published, with nothing filled in but the words of a scheme."""
        facts = _blank_department_year(form.blank_for(template))
        entry = next(iter(_entries(form, facts)), None)
        if entry is None and form.entry is not None:
            entry = blank_facts(form.entry)
        base = {**form_context(form, facts, profile), "本件": entry}
        variant = template.stem.removeprefix(form.id)
        name = form.title + variant.replace(".", "-")
        return _document(form, self._template(form, template, profile), base, name, "")

    def prepare(self, form: Form, profile_id: str, profile: Profile) -> None:
        """Compile the template that prints `form` for a profile. Raises FormError as above."""
        self._template(form, form.template_for(profile_id), profile)

    def check(self, form: Form) -> None:
        """Compile every template of `form`. Raises FormError when one cannot be used."""
        for template in form.templates():
            self._template(form, template, _NO_SCHEME)

    def _template(self, form: Form, path: Path, profile: Profile) -> Template:
        layout = _page(form, profile)
        key = (path, form.manifest.scope, layout)
        if key not in self._compiled:
            self._compiled[key] = open_template(
                path,
                self._environment,
                form.entry,
                form.attached_to(path),
                layout,
                self._keeper,
            )
        return self._compiled[key]


def _page(form: Form, profile: Profile) -> PageLayout | None:
    """Return the local page of an official document; None for the template's own."""
    layout = profile.layout
    is_set = form.manifest.is_official == "是" and layout != _NO_LAYOUT
    return layout if is_set else None


def _document(
    form: Form, template: Template, context: Mapping[str, Any], name: str, author: str
) -> Document:
    package = template.render(context, title=name, author=author)
    return Document(form, name, template.path, package.content, package.content_hash)


def form_context(form: Form, facts: Facts, profile: Profile) -> dict[str, Any]:
    """Return what the tags of `form` may name, but for 本件."""
    return {
        **facts,
        "口径资料": _profile_facts(profile),
        "表单": form.title,
        "附件标记": profile.annex_marks.get(form.id),
    }


@remembered
def _profile_facts(profile: Profile) -> Facts:
    return facts_of(profile)


def has_data(form: Form, facts: Facts) -> bool:
    """Whether a form has anything to print: an entry, and one of the things it needs."""
    if form.entry is not None and not facts[form.manifest.scope]:
        return False
    needs = form.manifest.needs
    return not needs or any(_reaches(facts, path) for path in needs)


def _reaches(facts: Facts, path: str) -> bool:
    value: object = facts
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return any(value) if isinstance(value, FactList) else is_filled(value)


def document_names(form: Form, facts: Facts) -> list[str]:
    """Return the names of the documents of `form`, as typed; equal names are still equal."""
    suffix = form.manifest.suffix
    names = []
    for entry in _entries(form, facts):
        added = entry[suffix] if entry is not None and suffix else None
        names.append(f"{form.title}-{added}" if added else form.title)
    return names


def _entries(form: Form, facts: Facts) -> list[Facts | None]:
    return [None] if form.entry is None else list(facts[form.manifest.scope])


def _blank_department_year(filled: Mapping[str, Any]) -> Facts:
    """Return facts with nothing filled but what the manifest prints on the blank form."""
    blank = blank_facts(DepartmentYear)
    blank[REVIEW] = review_facts(())
    blank[CHARTS] = chart_facts(())
    if filled:
        required = {"年度": "2000", "部门": {"名称": "-"}}
        facts = facts_of(DepartmentYear.model_validate(required | dict(filled)))
        blank.update({key: facts[key] for key in filled})
    return blank
