"""Forms: every .docx in templates/docx, the workspace's before the built-in ones of a name."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from reportgen.loading.manifest_checks import check_manifest
from reportgen.loading.resource_file import finding_line, read_resource
from reportgen.loading.resources import resource_files
from reportgen.loading.source_text import unsayable
from reportgen.model.errors import FormError
from reportgen.model.form import Form, FormManifest
from reportgen.wording.language import Wording

TEMPLATE_ENDING: Final = ".docx"
_MANIFEST: Final = ".yaml"
_WRONG: Final = Wording("表单说明“{file}”不能用", 'The manifest "{file}" cannot be used')
_NAMELESS: Final = Wording(
    "模板“{file}”的文件名里有不能显示的字符，不能用作表单名",
    'The file name of the template "{file}" holds a character that cannot be shown',
)
_RENAME: Final = Wording("给文件改名", "Rename the file")
_MEND: Final = Wording("写法见 docs/bring-your-own-form.md", "See docs/bring-your-own-form.md")


def load_forms() -> dict[str, Form]:
    """Return every form by id. A .docx that another form prints or brings in is none of its own.

    Templates and manifests are found each by its own name: a workspace may replace either alone.
    Raises FormError when a manifest, or the name of a template, cannot be used.
    """
    templates = resource_files("templates", "docx", ending=TEMPLATE_ENDING)
    for name, path in templates.items():
        if unsayable(name):
            raise FormError(_NAMELESS, _RENAME, file=path.as_posix())
    manifests = resource_files("templates", "docx", ending=_MANIFEST)
    siblings = {path.name: path for path in templates.values()}
    forms = [
        Form(name, path, _manifest(manifests.get(name)), siblings)
        for name, path in templates.items()
    ]
    others = {path for form in forms for path in form.files() if path != form.template}
    return {form.id: form for form in forms if form.template not in others}


def form_of(template: Path) -> Form:
    """Return the form that a .docx belongs to; outside templates/docx it is one of its own.

    A manifest counts when it lies beside the file under the same name. Raises FormError when a
    manifest cannot be used.
    """
    wanted = template.resolve()
    for form in load_forms().values():
        if any(path.resolve() == wanted for path in form.templates()):
            return form
    manifest = template.with_suffix(_MANIFEST)
    return Form(template.stem, template, _manifest(manifest if manifest.is_file() else None))


def _manifest(path: Path | None) -> FormManifest:
    if path is None:
        return FormManifest()
    resource = read_resource(path, FormManifest, FormError, _WRONG, _MEND)
    manifest = FormManifest.model_validate(resource.data)
    findings = check_manifest(manifest, resource.data, resource.places)
    if findings:
        details = [finding_line(finding) for finding in findings]
        raise FormError(_WRONG, _MEND, details=details, file=path.as_posix())
    return manifest
