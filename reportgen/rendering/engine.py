"""A template compiled once, rendered many times.

docxtpl's own patching is done once; every part that holds tags becomes one Jinja template; the
other parts are carried over as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import TemplateError

from reportgen.model.errors import FormError, OutputError
from reportgen.model.finding import Severity
from reportgen.model.record import Record
from reportgen.rendering import emptied, merging, patching, properties
from reportgen.rendering.charts.facts import CHARTS
from reportgen.rendering.environment import PartEnvironment
from reportgen.rendering.package import Package, assemble, read_package, refers_to_parts, store
from reportgen.rendering.proof import first_lost, shows_the_same
from reportgen.rendering.template_check import CheckedPart, check_package
from reportgen.wording.language import Wording

_BROKEN: Final = Wording(
    "模板“{file}”有 {count} 处标签不能用", '{count} tag(s) of template "{file}" cannot be used'
)
_FAILED: Final = Wording(
    "模板“{file}”里的标签无法计算：{detail}", 'A tag of "{file}" cannot be computed: {detail}'
)
_SEE_TAG: Final = Wording(
    "请对照数据检查模板里的计算和过滤器", "Check the computations and filters of the template"
)
_VANISHED: Final = Wording(
    "“{title}”没有写成：{where}的标签 {tag} 印出的“{value}”没有出现在文书里",
    '"{title}" was not written: "{value}", printed by the tag {tag} ({where}), is not in it',
)
_CHECK_FORM: Final = Wording(
    "请运行 reportgen forms check {file}", "Please run: reportgen forms check {file}"
)


class CompiledTemplate:
    """A Word template ready to be rendered any number of times."""

    def __init__(
        self, path: Path, environment: PartEnvironment, entry: type[Record] | None = None
    ) -> None:
        """Read, check and compile; `entry` is what 本件 stands for.

        Raises FormError when the file or any of its tags cannot be used.
        """
        self.path = path
        parts = read_package(path)
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

    def render(self, context: Mapping[str, Any], title: str, author: str) -> Package:
        """Return the document that `context` gives.

        Raises FormError when a tag cannot be computed from these facts, OutputError when the
        document does not show what a tag printed.
        """
        rendered: dict[str, bytes] = {}
        for name, part in self._dynamic.items():
            try:
                rendered[name] = self._rendered(part, context, title)
            except (LookupError, TemplateError, TypeError, ArithmeticError, ValueError) as error:
                detail = f"{type(error).__name__}: {error}"
                raise FormError(
                    _FAILED, _SEE_TAG, file=self.path.as_posix(), detail=detail
                ) from error
        charts = self._charts(context, rendered)
        if self._has_properties:
            rendered[properties.PART] = properties.core_properties(title, author)
        changed = [store(name, part) for name, part in (rendered | charts).items()]
        return assemble([*(part for part in self._static if part.name not in charts), *changed])

    def _charts(
        self, context: Mapping[str, Any], rendered: Mapping[str, bytes]
    ) -> dict[str, bytes]:
        """Return the parts that the charts of these facts add or change; mostly there are none."""
        charts = context.get(CHARTS)
        if not charts:
            return {}
        # Only a report that draws charts waits for the library that writes them.
        from reportgen.rendering.charts.attaching import attached  # noqa: PLC0415

        return attached([chart["图"] for chart in charts], rendered, self._referring)

    def _rendered(self, part: _DynamicPart, context: Mapping[str, Any], title: str) -> bytes:
        rendered = part.render(_with_merges(context))
        mended = emptied.mended(rendered, part.suspects)
        if mended is not rendered and not shows_the_same(rendered, mended):
            raise self._lost(part, context, title)
        return patching.with_declaration(mended)

    def _lost(self, part: _DynamicPart, context: Mapping[str, Any], title: str) -> OutputError:
        lost = first_lost(
            self._environment,
            part.source,
            part.tags,
            _with_merges(context),
            lambda xml: emptied.mended(xml, part.suspects),
        )
        return OutputError(
            _VANISHED,
            _CHECK_FORM,
            title=title,
            where=lost.tag.where,
            tag=lost.tag.tag,
            value=lost.text,
            file=self.path.as_posix(),
        )


class _DynamicPart:
    """A part that holds tags, compiled."""

    def __init__(self, part: CheckedPart, environment: PartEnvironment) -> None:
        self.source = merging.compile_merges(part.source)
        self.tags = part.tags
        self.render = environment.compiled(self.source if part.tree is None else part.tree)
        self.suspects = emptied.can_be_emptied(part.source)


def _with_merges(context: Mapping[str, Any]) -> dict[str, Any]:
    merges = merging.MergeState()
    return {
        **context,
        merging.STARTS_ROW: merges.starts_row,
        merging.CONTINUES: merges.continues,
    }
