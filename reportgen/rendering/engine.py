"""A template compiled once, rendered many times.

docxtpl's own patching is done once; every part that holds tags becomes one Jinja template; the
other parts are carried over as they are. What was compiled may be kept for the next run.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import CodeType, MappingProxyType
from typing import Any, Final, NamedTuple, Protocol

from reportgen.model.errors import FormError, OutputError
from reportgen.model.profile import PageLayout
from reportgen.model.record import Record
from reportgen.rendering import emptied, merging, properties
from reportgen.rendering.charts.facts import chart_parts
from reportgen.rendering.environment import PartEnvironment
from reportgen.rendering.failures import UNCOMPUTABLE, failure, vanished
from reportgen.rendering.package import Package, assemble, read_package, refers_to_parts, store
from reportgen.rendering.shown_text import shows_the_same

_DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ENDNOTES: Final = "word/endnotes.xml"


class Programs(NamedTuple):
    """The parts of a template that hold tags, compiled, by name; and every name in its tags."""

    codes: dict[str, CodeType]
    names: tuple[str, ...]


class Origin(NamedTuple):
    """What a template is made of: its file and its parts; `entry` is what 本件 stands for."""

    path: Path
    parts: Mapping[str, bytes]
    entry: type[Record] | None


class Template(Protocol):
    """What prints a form; `names` are all that its tags hold."""

    path: Path
    names: frozenset[str]

    def render(self, context: Mapping[str, Any], title: str, author: str) -> Package:
        """Return the document that `context` gives."""
        ...


class Keeper(Protocol):
    """Keeps what was compiled for the next run."""

    def find(self, origin: Origin) -> Programs | None:
        """Return what was kept of a template; None when it must be compiled."""
        ...

    def keep(self, origin: Origin, programs: Programs) -> None:
        """Keep what was compiled of a template that nothing is wrong with, if that is possible."""
        ...


class CompiledTemplate:
    """A Word template ready to be rendered any number of times."""

    def __init__(self, origin: Origin, environment: PartEnvironment, programs: Programs) -> None:
        self.path = origin.path
        self.names = frozenset(programs.names)
        self._origin = origin
        self._environment = environment
        self._dynamic = {name: environment.running(code) for name, code in programs.codes.items()}
        parts = origin.parts
        self._has_properties = properties.PART in parts
        changing = {*self._dynamic, properties.PART}
        self._static = [store(name, part) for name, part in parts.items() if name not in changing]
        self._referring = {name: part for name, part in parts.items() if refers_to_parts(name)}

    def render(self, context: Mapping[str, Any], title: str, author: str) -> Package:
        """Return the document that `context` gives.

        Raises FormError when a tag cannot be computed from these facts, OutputError when the
        document does not show what a tag printed.
        """
        rendered = {name: self._rendered(name, context, title) for name in self._dynamic}
        charts = chart_parts(context, rendered, self._referring)
        if self._has_properties:
            rendered[properties.PART] = properties.core_properties(title, author)
        changed = [store(name, part) for name, part in (rendered | charts).items()]
        return assemble([*(part for part in self._static if part.name not in charts), *changed])

    def notes_at_the_end(self, context: Mapping[str, Any], title: str) -> dict[str, bytes]:
        """Return the rendered endnotes, which docxtpl leaves as they are."""
        return {
            name: self._rendered(name, context, title)
            for name in self._dynamic
            if name == _ENDNOTES
        }

    def _rendered(self, name: str, context: Mapping[str, Any], title: str) -> bytes:
        try:
            with_marks = self._dynamic[name](merging.with_merges(context))
        except UNCOMPUTABLE as error:
            raise self._failed(name, context, error) from error
        rendered = emptied.unmarked(with_marks)
        mended = emptied.mended(rendered, with_marks)
        if mended is not rendered and not shows_the_same(rendered, mended):
            raise self._lost(name, context, title)
        return _DECLARATION + mended

    def _failed(self, name: str, context: Mapping[str, Any], error: Exception) -> FormError:
        from reportgen.rendering.compiling import failing_tag  # noqa: PLC0415 - slow to load

        scope = merging.with_merges(context)
        return failure(self.path, error, failing_tag(self._origin, name, self._environment, scope))

    def _lost(self, name: str, context: Mapping[str, Any], title: str) -> OutputError:
        from reportgen.rendering.compiling import first_lost  # noqa: PLC0415 - slow to load

        scope = merging.with_merges(context)
        lost = first_lost(self._origin, name, self._environment, scope, _mended)
        return vanished(self.path, title, lost.text, lost.tag)


def open_template(  # noqa: PLR0913, PLR0917 - what a template depends on
    path: Path,
    environment: PartEnvironment,
    entry: type[Record] | None = None,
    attached: Mapping[str, Path] = MappingProxyType({}),
    layout: PageLayout | None = None,
    keeper: Keeper | None = None,
) -> Template:
    """Return the template at `path`, ready to be rendered, with a page of its own if it has one.

    `entry` is what 本件 stands for, `attached` are the files it may bring in. Raises FormError
    when the file or any of its tags cannot be used.
    """
    parts = read_package(path)
    if layout is not None:
        from reportgen.rendering.page_layout import laid_out  # noqa: PLC0415 - seldom needed

        parts = laid_out(path, parts, layout)
    origin = Origin(path, parts, entry)
    known = None if keeper is None or attached else keeper.find(origin)
    if known is not None:
        return CompiledTemplate(origin, environment, known)
    # Loading docxtpl takes longer than printing a department.
    from reportgen.rendering import compiling  # noqa: PLC0415

    checked = compiling.checked(origin, environment)
    programs = compiling.programs_of(checked, environment)
    template = CompiledTemplate(origin, environment, programs)
    if compiling.brings_in_files(checked, attached):
        from reportgen.rendering.attaching import AttachingTemplate  # noqa: PLC0415

        return AttachingTemplate(template, attached, layout)
    if keeper is not None and not attached:
        keeper.keep(origin, programs)
    return template


def _mended(with_marks: bytes) -> bytes:
    return emptied.mended(emptied.unmarked(with_marks), with_marks)
