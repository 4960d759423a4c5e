"""What every process of a build is given, and which forms a build is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reportgen.loading.profiles import LoadedProfile, Profiles
from reportgen.model.errors import UsageError
from reportgen.model.form import Form
from reportgen.wording.language import Phrase, Wording, did_you_mean
from reportgen.wording.nearest import nearest

UNKNOWN_FORM = Wording("没有“{name}”这个表单", 'There is no form "{name}"')
SEE_FORMS = Wording(
    "{suggestion}可用的表单见 reportgen forms list", "{suggestion}See: reportgen forms list"
)
ABSENT_FORM: Final = Wording(
    "口径“{profile}”的表单“{form}”不存在，未生成",
    'Profile "{profile}" names the form "{form}", which is not there; it was not built',
)


@dataclass(frozen=True)
class Kit:
    """What every process of a build needs, sent to it once."""

    output: Path
    forms: Mapping[str, Form]
    profiles: Profiles
    asked: tuple[Form, ...] = ()
    strict: bool = False


def chosen_forms(forms: Mapping[str, Form], asked: Sequence[str]) -> tuple[Form, ...]:
    """Return the forms asked for by id or by title, each once; a shared title names none.

    Raises UsageError for one that does not exist.
    """
    titles = Counter(form.title for form in forms.values())
    titled = {form.title: form for form in forms.values() if titles[form.title] == 1}
    known = {**titled, **forms}
    for name in asked:
        if name not in known:
            suggestion = did_you_mean(nearest(name, known))
            raise UsageError(UNKNOWN_FORM, SEE_FORMS, name=name, suggestion=suggestion)
    chosen = {known[name].id: known[name] for name in asked}
    return tuple(chosen.values())


def wanted_forms(
    profile: LoadedProfile, forms: Mapping[str, Form], asked: tuple[Form, ...]
) -> tuple[Form, ...]:
    """Return the forms asked for, or those that the profile builds."""
    if asked:
        return asked
    listed = profile.profile.forms
    if not listed:
        return tuple(forms.values())
    return tuple(forms[name] for name in listed if name in forms)


def absent_forms(profile: LoadedProfile, forms: Mapping[str, Form]) -> tuple[str, ...]:
    """Return the forms that a profile names and that do not exist."""
    return tuple(name for name in profile.profile.forms if name not in forms)


def absent_notices(name: str, profile: LoadedProfile, kit: Kit) -> list[Phrase]:
    """Return the words about forms that a profile builds and nobody has."""
    absent = () if kit.asked else absent_forms(profile, kit.forms)
    return [Phrase(ABSENT_FORM, {"profile": name, "form": form}) for form in absent]
