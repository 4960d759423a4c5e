"""Whether a build could run in this folder: its data, forms and profiles, and its output."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from reportgen.cli import doctor_words, words
from reportgen.cli.doctor_lines import Line, broken, good, lacking
from reportgen.loading.department_file import read_source
from reportgen.loading.form_files import load_forms
from reportgen.loading.identity import identify
from reportgen.loading.profiles import Profiles
from reportgen.loading.resources import own_resources
from reportgen.loading.workspace import DATA_FOLDER, find_data_files
from reportgen.model.errors import FormError, ProfileError, ReportgenError, UsageError
from reportgen.pipeline.writing import writing_problem
from reportgen.wording.language import Phrase, Wording


def workspace_lines(output: Path) -> list[Line]:
    """Return a line each for the data, the forms, the profiles and the output folder."""
    files: tuple[Path, ...] = ()
    try:
        files = find_data_files(())
        data = good("data", doctor_words.DATA, count=len(files), folder=DATA_FOLDER)
    except UsageError as error:
        # `build PATH` works all the same: nothing is broken.
        data = lacking("data", _told(doctor_words.NO_DATA, error), *_ways_out(error))
    return [data, _forms_line(), _profiles_line(files), _output_line(output)]


def _forms_line() -> Line:
    try:
        forms = load_forms()
    except FormError as error:
        return broken("forms", _told(doctor_words.FORMS_BROKEN, error), *_ways_out(error))
    if not forms:
        return broken("forms", Phrase(doctor_words.NO_FORMS), doctor_words.INSTALL_AGAIN)
    own = own_resources("templates", (form.template for form in forms.values()))
    return good("forms", doctor_words.FORMS, count=len(forms), own=own)


def _profiles_line(files: Sequence[Path]) -> Line:
    """Return the line of the profiles; a broken one that no file uses stops no build."""
    profiles = Profiles()
    for name in profiles.names():
        try:
            profiles.find(name)
        except ProfileError as error:
            line = broken if name in _profiles_of(files) else lacking
            return line("profiles", _told(doctor_words.PROFILE_BROKEN, error), *_ways_out(error))
    own = own_resources("profiles", profiles.files())
    return good("profiles", doctor_words.PROFILES, count=len(profiles.names()), own=own)


def _profiles_of(files: Sequence[Path]) -> set[str | None]:
    used: set[str | None] = set()
    for file in files:
        with contextlib.suppress(OSError):
            identity = identify(read_source(file), file.as_posix())
            used.add(identity and identity.profile)
    return used


def _output_line(output: Path) -> Line:
    problem = writing_problem(output)
    if problem is None:
        return good("output", doctor_words.OUTPUT, folder=output.as_posix())
    return broken("output", _told(doctor_words.OUTPUT_CLOSED, problem), words.OTHER_FOLDER)


def _told(said: Wording, error: ReportgenError) -> Phrase:
    return Phrase(said, {"message": error.message})


def _ways_out(error: ReportgenError) -> tuple[Phrase, ...]:
    return error.details if error.hint is None else (*error.details, error.hint)
