"""Whether a build could run in this folder: its data, forms and profiles, and its output."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from reportgen.batch.kit import wanted_forms
from reportgen.cli import doctor_words, words
from reportgen.cli.doctor_lines import Line, broken, good, lacking
from reportgen.loading.department_file import read_source
from reportgen.loading.form_files import load_forms
from reportgen.loading.identity import identify
from reportgen.loading.profiles import Profiles
from reportgen.loading.resources import own_resources
from reportgen.loading.workspace import DATA_FOLDER, find_data_files
from reportgen.model.errors import FormError, ProfileError, ReportgenError, UsageError
from reportgen.model.form import Form
from reportgen.pipeline.check import SEE_PROFILES
from reportgen.pipeline.schemes import usable_profile
from reportgen.pipeline.writing import writing_problem
from reportgen.rendering.documents import Printer
from reportgen.wording.language import Phrase, Wording, did_you_mean


def workspace_lines(output: Path) -> list[Line]:
    """Return what is to be said of the data, the forms, the profiles and the output folder."""
    files: tuple[Path, ...] = ()
    try:
        files = find_data_files(())
        data = good("data", doctor_words.DATA, count=len(files), folder=DATA_FOLDER)
    except UsageError as error:
        # `build PATH` works all the same: nothing is broken.
        data = lacking("data", _told(doctor_words.NO_DATA, error), *_ways_out(error))
    named = _profiles_named(files)
    profiles = Profiles()
    return [
        data,
        *_absent_profiles(named, profiles),
        *_forms_lines(set(named.values()), profiles),
        _profiles_line(set(named.values()), profiles),
        _output_line(output),
    ]


def _profiles_named(files: Sequence[Path]) -> dict[str, str]:
    """Return the profile that each file names, as far as files tell."""
    named = {}
    for file in files:
        with contextlib.suppress(OSError):
            identity = identify(read_source(file), file.as_posix())
            if identity is not None:
                named[file.as_posix()] = identity.profile
    return named


def _absent_profiles(named: Mapping[str, str], profiles: Profiles) -> Iterator[Line]:
    """Yield a line for each profile that files name and that is not there."""
    for name in sorted(set(named.values()) - set(profiles.names())):
        files = [file for file, profile in named.items() if profile == name]
        about = {"name": name, "file": files[0], "count": len(files)}
        fix = {
            "suggestion": did_you_mean(profiles.nearest(name)),
            "known": "、".join(profiles.names()),
        }
        yield broken("data", Phrase(doctor_words.NO_PROFILE, about), Phrase(SEE_PROFILES, fix))


def _forms_lines(used: AbstractSet[str], profiles: Profiles) -> list[Line]:
    """Return the lines of the forms; a broken one that no file wants stops no build."""
    try:
        forms = load_forms()
    except FormError as error:
        return [broken("forms", _told(doctor_words.FORMS_BROKEN, error), *_ways_out(error))]
    if not forms:
        return [broken("forms", Phrase(doctor_words.NO_FORMS), doctor_words.INSTALL_AGAIN)]
    wanted = _wanted(forms, used, profiles)
    printer = Printer()
    lines = []
    for form in forms.values():
        try:
            printer.check(form)
        except FormError as error:
            line = broken if form.id in wanted else lacking
            lines.append(line("forms", _told(doctor_words.FORMS_BROKEN, error), *_ways_out(error)))
    own = own_resources("templates", (form.template for form in forms.values()))
    return lines or [good("forms", doctor_words.FORMS, count=len(forms), own=own)]


def _wanted(forms: Mapping[str, Form], used: AbstractSet[str], profiles: Profiles) -> set[str]:
    wanted: set[str] = set()
    for name in used:
        with contextlib.suppress(ProfileError):  # told with the profiles
            profile = usable_profile(profiles, name)
            if profile is not None:
                wanted |= {form.id for form in wanted_forms(profile, forms, ())}
    return wanted


def _profiles_line(used: AbstractSet[str], profiles: Profiles) -> Line:
    """Return the line of the profiles; a broken one that no file uses stops no build."""
    for name in profiles.names():
        try:
            usable_profile(profiles, name)
        except ProfileError as error:
            line = broken if name in used else lacking
            return line("profiles", _told(doctor_words.PROFILE_BROKEN, error), *_ways_out(error))
    own = own_resources("profiles", profiles.files())
    return good("profiles", doctor_words.PROFILES, count=len(profiles.names()), own=own)


def _output_line(output: Path) -> Line:
    problem = writing_problem(output)
    if problem is None:
        return good("output", doctor_words.OUTPUT, folder=output.as_posix())
    return broken("output", _told(doctor_words.OUTPUT_CLOSED, problem), words.OTHER_FOLDER)


def _told(said: Wording, error: ReportgenError) -> Phrase:
    return Phrase(said, {"message": error.message})


def _ways_out(error: ReportgenError) -> tuple[Phrase, ...]:
    return error.details if error.hint is None else (*error.details, error.hint)
