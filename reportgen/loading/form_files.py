"""Forms: every .docx in templates/docx, the workspace's before the built-in ones of the same name."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from reportgen.loading.resource_file import read_resource
from reportgen.loading.resources import resource_files
from reportgen.model.errors import FormError
from reportgen.model.form import Form, FormManifest
from reportgen.wording.language import Wording

_WRONG: Final = Wording("表单说明“{file}”不能用", 'The manifest "{file}" cannot be used')
_MEND: Final = Wording("写法见 docs/bring-your-own-form.md", "See docs/bring-your-own-form.md")


def load_forms() -> dict[str, Form]:
    """Return every form by id. A .docx that is the variant of another form is none of its own.

    Raises FormError when a manifest cannot be used.
    """
    templates = resource_files("templates", "docx", ending=".docx")
    forms = [_form(name, path) for name, path in templates.items() if not name.startswith("~$")]
    variants = {path.stem for form in forms for path in form.templates()[1:]}
    return {form.id: form for form in forms if form.id not in variants}


def _form(name: str, template: Path) -> Form:
    manifest = template.with_suffix(".yaml")
    if not manifest.is_file():
        return Form(name, template)
    data, _ = read_resource(manifest, FormManifest, FormError, _WRONG, _MEND)
    return Form(name, template, FormManifest.model_validate(data))
