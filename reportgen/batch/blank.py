"""Forms printed empty: every variant of each, into one folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from reportgen.batch.kept_templates import KeptTemplates
from reportgen.batch.kit import chosen_forms
from reportgen.batch.outcome import Failure
from reportgen.batch.plan import free_path
from reportgen.loading.profiles import Profiles
from reportgen.model.errors import OutputError
from reportgen.model.form import Form
from reportgen.model.profile import Profile
from reportgen.pipeline.writing import write_whole
from reportgen.rendering.documents import Printer

BLANK_FOLDER: Final = "空表"


@dataclass
class BlankReport:
    """What was written, below the output folder, and what could not be."""

    written: list[PurePosixPath] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def build_blank_forms(forms: Mapping[str, Form], asked: Sequence[str], output: Path) -> BlankReport:
    """Print the forms asked for, or all of them, with nothing filled in.

    Raises UsageError, FormError or ProfileError, before anything is written.
    """
    printer, profiles = Printer(KeptTemplates()), Profiles()
    chosen = chosen_forms(forms, asked) or tuple(forms.values())
    documents = [
        printer.print_blank(form, path, _scheme(form.blank_profile(path), profiles))
        for form in chosen
        for path in form.templates()
    ]
    report = BlankReport()
    taken: set[str] = set()
    for document in documents:
        path = free_path(PurePosixPath(BLANK_FOLDER), document.name, taken)
        try:
            write_whole(output / path, document.content)
            report.written.append(path)
        except OutputError as error:
            report.failures.append(Failure(document.form.id, error))
    return report


def _scheme(name: str | None, profiles: Profiles) -> Profile:
    """Return the profile a blank form is of; one that is not here has no words of its own."""
    loaded = None if name is None else profiles.find(name)
    return Profile() if loaded is None else loaded.profile
