"""reportgen forms show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reportgen.batch.kit import chosen_forms
from reportgen.cli import form_words
from reportgen.cli.console import Console
from reportgen.cli.findings import print_findings
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.model.finding import Severity
from reportgen.model.form import Form
from reportgen.pipeline.check import check_department
from reportgen.rendering.documents import form_context
from reportgen.rendering.form_fields import Filling, ShownField, filling, shown_fields
from reportgen.rendering.printed import printed_facts


def show_form(console: Console, name: str, data: Path | None) -> int:
    """Print the fields a form shows; with a data file also which of them are filled in.

    Raises UsageError for a form that does not exist. Returns 1 when the data cannot be read.
    """
    (form,) = chosen_forms(load_forms(), [name])
    if data is None:
        fields = shown_fields(form, form.templates())
        console.table(_HEADINGS, [_row(console, field) for field in fields])
        return 0
    checked = check_department(data, data.as_posix(), Profiles())
    if checked.department_year is None or checked.profile is None:
        print_findings(console, [f for f in checked.findings if f.severity is Severity.ERROR])
        console.say(form_words.NO_DATA, file=data.as_posix())
        return 1
    profile = checked.profile.profile
    facts = printed_facts(checked.department_year, profile, checked.findings)
    context = form_context(form, facts, profile)
    template = form.template_for(checked.department_year.profile)
    _print_filled(console, form, shown_fields(form, [template]), context)
    return 0


def _print_filled(
    console: Console, form: Form, fields: Sequence[ShownField], context: Mapping[str, Any]
) -> None:
    rows = [
        (*_row(console, field), _state(console, filling(field, form, context))) for field in fields
    ]
    console.table((*_HEADINGS, form_words.STATE), rows)


_HEADINGS = (form_words.FIELD, form_words.LIST, form_words.UNIT, form_words.MEANING)


def _row(console: Console, field: ShownField) -> tuple[str, ...]:
    about = field.about
    meaning = about.note or field.steps[-1] if console.language == "zh" else about.english
    return field.path, field.list_path, about.unit, meaning


def _state(console: Console, found: Filling) -> str:
    if not found.filled:
        return console.coloured(form_words.EMPTY.say(console.language), "warning")
    if found.places == 1:
        return form_words.FILLED.say(console.language)
    counts = {"filled": found.filled, "places": found.places}
    return form_words.PARTLY.say(console.language, counts)
