"""What a document depends on beside its source: the program, and the forms."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

from reportgen import __version__
from reportgen.batch.manifest import sha256_of
from reportgen.model.form import Form

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_LIBRARIES: Final = ("docxtpl", "jinja2", "isal", "python-pptx", "xlsxwriter")


@cache
def engine_version() -> str:
    """Return the versions of what prints; that of reportgen itself is a hash of its code too."""
    code = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        code.update(path.read_bytes())
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return f"reportgen {__version__} ({code.hexdigest()[:12]}), {libraries}"


class FormPrints:
    """The hashes of templates and manifests, each read once."""

    def __init__(self) -> None:
        self._templates: dict[Path, str] = {}
        self._forms: dict[tuple[str, Path], str] = {}

    def template(self, path: Path) -> str:
        """Return the SHA-256 of a template. Raises OSError."""
        if path not in self._templates:
            self._templates[path] = sha256_of(path.read_bytes())
        return self._templates[path]

    def form(self, form: Form, profile: str) -> str:
        """Return a hash of all that `form` is for a profile: template, manifest, attached files.

        One that cannot be read is like no other.
        """
        template = form.template_for(profile)
        key = (form.id, template)
        if key not in self._forms:
            try:
                attached = form.attached_to(template).values()
                digest = "\0".join(map(self.template, (template, *attached)))
            except OSError:
                return ""
            manifest = form.manifest.model_dump_json()
            self._forms[key] = sha256_of(f"{template.name}\0{digest}\0{manifest}".encode())
        return self._forms[key]
