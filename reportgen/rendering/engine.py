"""A template compiled once, rendered many times.

docxtpl's own patching is done once; every part that holds tags becomes one Jinja template; the
other parts are carried over as they are.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from jinja2 import nodes

from reportgen.model.errors import FormError, OutputError
from reportgen.model.finding import Severity
from reportgen.model.profile import PageLayout
from reportgen.model.record import Record
from reportgen.rendering import emptied, merging, patching, properties
from reportgen.rendering.attachments import brings_in_files, check_files
from reportgen.rendering.charts.facts import CHARTS
from reportgen.rendering.environment import PartEnvironment
from reportgen.rendering.failures import UNCOMPUTABLE, failure, told, vanished
from reportgen.rendering.package import (
    Package,
    assemble,
    read_package,
    refers_to_parts,
    store,
)
from reportgen.rendering.page_layout import laid_out
from reportgen.rendering.proof import failing_tag, first_lost, shows_the_same
from reportgen.rendering.template_check import CheckedPart, check_package
from reportgen.wording.language import Wording

_BROKEN: Final = Wording(
    "模板“{file}”有 {count} 处标签不能用", '{count} tag(s) of template "{file}" cannot be used'
)
_ENDNOTES: Final = "word/endnotes.xml"


class CompiledTemplate:
    """A Word template ready to be rendered any number of times."""

    def __init__(
        self,
        path: Path,
        environment: PartEnvironment,
        entry: type[Record] | None = None,
        layout: PageLayout | None = None,
    ) -> None:
        """Read, check and compile; `entry` is what 本件 stands for, `layout` a page of its own.

        Raises FormError when the file or any of its tags cannot be used.
        """
        self.path = path
        parts = read_package(path)
        if layout is not None:
            parts = laid_out(path, parts, layout)
        checked = check_package(path, parts, environment, entry)
        problems = [
            each
            for part in checked.values()
            for each in part.problems
            if each.severity is Severity.ERROR
        ]
        if problems:
            raise FormError(
                _BROKEN,
                details=[problem.phrase for problem in problems],
                file=path.as_posix(),
                count=len(problems),
            )
        self.trees = [part.tree for part in checked.values()]
        self._environment = environment
        self._dynamic = {
            name: _DynamicPart(part, environment)
            for name, part in checked.items()
            if part.is_dynamic
        }
        self._has_properties = properties.PART in parts
        changing = {*self._dynamic, properties.PART}
        self._static = [store(name, part) for name, part in parts.items() if name not in changing]
        self._referring = {name: part for name, part in parts.items() if refers_to_parts(name)}

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """Every name in its tags."""
        trees = filter(None, self.trees)
        return frozenset(name.name for tree in trees for name in tree.find_all(nodes.Name))

    def render(self, context: Mapping[str, Any], title: str, author: str) -> Package:
        """Return the document that `context` gives.

        Raises FormError when a tag cannot be computed from these facts, OutputError when the
        document does not show what a tag printed.
        """
        rendered = {
            name: self._rendered(part, context, title) for name, part in self._dynamic.items()
        }
        charts = _charts(context, rendered, self._referring)
        if self._has_properties:
            rendered[properties.PART] = properties.core_properties(title, author)
        changed = [store(name, part) for name, part in (rendered | charts).items()]
        return assemble([*(part for part in self._static if part.name not in charts), *changed])

    def notes_at_the_end(self, context: Mapping[str, Any], title: str) -> dict[str, bytes]:
        """Return the rendered endnotes, which docxtpl leaves as they are."""
        return {
            name: self._rendered(part, context, title)
            for name, part in self._dynamic.items()
            if name == _ENDNOTES
        }

    def _rendered(self, part: _DynamicPart, context: Mapping[str, Any], title: str) -> bytes:
        try:
            pieces = emptied.pieces_of(part.render(merging.with_merges(context)))
        except UNCOMPUTABLE as error:
            scope = merging.with_merges(context)
            tag = failing_tag(self._environment, part.source, part.tags, scope)
            raise failure(self.path, error, tag) from error
        rendered = b"".join(pieces)
        mended = emptied.mended(rendered, pieces)
        if mended is not rendered and not shows_the_same(rendered, mended):
            raise self._lost(part, context, title)
        return patching.with_declaration(mended)

    def _lost(self, part: _DynamicPart, context: Mapping[str, Any], title: str) -> OutputError:
        lost = first_lost(
            self._environment,
            part.source,
            part.tags,
            merging.with_merges(context),
            _mended,
        )
        return vanished(self.path, title, lost.text, lost.tag)


class _DynamicPart:
    """A part that holds tags, compiled."""

    def __init__(self, part: CheckedPart, environment: PartEnvironment) -> None:
        self.source = patching.for_jinja(part.source)
        self.tags = part.tags
        self.render = environment.compiled(self.source if part.tree is None else part.tree)


def _mended(rendered: bytes) -> bytes:
    pieces = emptied.pieces_of(rendered)
    return emptied.mended(b"".join(pieces), pieces)


class AttachingTemplate:
    """A template that brings in pictures or sub-documents: docxtpl itself renders it.

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
        parts |= _charts(context, parts, parts)
        parts[properties.PART] = properties.core_properties(title, author)
        return assemble([store(name, part) for name, part in parts.items()])


def open_template(
    path: Path,
    environment: PartEnvironment,
    entry: type[Record] | None = None,
    attached: Mapping[str, Path] = MappingProxyType({}),
    layout: PageLayout | None = None,
) -> CompiledTemplate | AttachingTemplate:
    """Return the template at `path`, ready to be rendered. Raises FormError when it cannot be."""
    template = CompiledTemplate(path, environment, entry, layout)
    check_files(template.trees, attached)
    if any(map(brings_in_files, template.trees)):
        return AttachingTemplate(template, attached, layout)
    return template


def _charts(
    context: Mapping[str, Any], rendered: Mapping[str, bytes], referring: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Return the parts that the charts of these facts add or change; mostly there are none."""
    charts = context.get(CHARTS)
    if not charts:
        return {}
    # Only a report that draws charts waits for the library that writes them.
    from reportgen.rendering.charts.attaching import attached  # noqa: PLC0415

    return attached([chart["图"] for chart in charts], rendered, referring)
