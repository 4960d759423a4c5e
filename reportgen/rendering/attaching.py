"""A template that brings in pictures or sub-documents, which docxtpl itself renders."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.model.profile import PageLayout
from reportgen.rendering import patching, properties
from reportgen.rendering.charts.facts import chart_parts
from reportgen.rendering.failures import told, vanished
from reportgen.rendering.package import Package, assemble, store
from reportgen.rendering.page_layout import laid_out

if TYPE_CHECKING:
    from reportgen.rendering.engine import CompiledTemplate


class AttachingTemplate:
    """A template rendered document by document.

    Many times slower, and the same to whoever prints forms: the same tags and escapes, and the
    same bytes for the same facts. `attached` are the files it may bring in, by name.
    """

    def __init__(
        self,
        checked: CompiledTemplate,
        attached: Mapping[str, Path],
        layout: PageLayout | None = None,
    ) -> None:
        self.path = checked.path
        self.names = checked.names
        self._checked = checked
        self._attached = attached
        self._layout = layout

    def render(self, context: Mapping[str, Any], title: str, author: str) -> Package:
        """Return the document that `context` gives. Raises as its kin does."""
        with told(self.path):
            parts, lost = patching.rendered_by_docxtpl(self.path, context, self._attached)
        if lost is not None:
            raise vanished(self.path, title, lost)
        parts |= self._checked.notes_at_the_end(context, title)
        if self._layout is not None:
            parts = laid_out(self.path, parts, self._layout)
        parts |= chart_parts(context, parts, parts)
        parts[properties.PART] = properties.core_properties(title, author)
        return assemble([store(name, part) for name, part in parts.items()])
