"""reportgen forms list."""

from __future__ import annotations

from reportgen.cli import words
from reportgen.cli.console import Console
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles


def list_forms(console: Console) -> int:
    """Print every form: id, title, what each document is made for, the profiles that build it."""
    profiles = Profiles()
    loaded = {name: profiles.find(name) for name in profiles.names()}
    rows = []
    for form in load_forms().values():
        users = [name for name, each in loaded.items() if each and form.id in each.profile.forms]
        title = form.title if console.language == "zh" else form.manifest.english or form.title
        rows.append((form.id, title, form.manifest.scope, "、".join(users)))
    headings = (words.FORM_ID, words.FORM_TITLE, words.FORM_SCOPE, words.FORM_PROFILES)
    console.table(headings, rows)
    return 0
