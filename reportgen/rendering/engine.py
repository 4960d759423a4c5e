"""A template compiled once, rendered many times.

docxtpl's own patching is done once; every part that holds tags becomes one Jinja template; the
other parts are carried over as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import TemplateError
from lxml import etree

from reportgen.figures.expressions import FactEnvironment
from reportgen.model.errors import FormError
from reportgen.model.record import Record
from reportgen.rendering import merging, patching, properties
from reportgen.rendering.package import read_package, unreadable, write_package
from reportgen.rendering.tag_places import OPENING, tag_places
from reportgen.rendering.template_check import check_source
from reportgen.rendering.vocabulary import form_names
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


class CompiledTemplate:
    """A Word template ready to be rendered any number of times."""

    def __init__(
        self, path: Path, environment: FactEnvironment, entry: type[Record] | None = None
    ) -> None:
        """Read, check and compile; `entry` is what 本件 stands for.

        Raises FormError when the file or any of its tags cannot be used.
        """
        self.path = path
        self.static = read_package(path)
        try:
            sources = {
                name: patching.patched(self.static[name])
                for name in filter(patching.may_hold_tags, self.static)
            }
        except etree.XMLSyntaxError as error:
            raise unreadable(path) from error
        problems = [
            problem
            for name, source in sources.items()
            for problem in check_source(
                source, tag_places(name, self.static[name]), environment, form_names(entry)
            )
        ]
        if problems:
            raise FormError(
                _BROKEN,
                details=[problem.phrase for problem in problems],
                file=path.as_posix(),
                count=len(problems),
            )
        self.dynamic = {
            name: environment.from_string(merging.compile_merges(source))
            for name, source in sources.items()
            if OPENING.search(source)
        }
        for name in self.dynamic:
            del self.static[name]

    def render(self, context: Mapping[str, Any], title: str, author: str) -> bytes:
        """Return the document that `context` gives.

        Raises FormError when a tag cannot be computed from these facts.
        """
        parts = dict(self.static)
        for name, template in self.dynamic.items():
            merges = merging.MergeState()
            scope = {
                **context,
                merging.STARTS_ROW: merges.starts_row,
                merging.CONTINUES: merges.continues,
            }
            try:
                parts[name] = patching.word_part(template.render(scope))
            except (LookupError, TemplateError, TypeError, ArithmeticError, ValueError) as error:
                detail = f"{type(error).__name__}: {error}"
                raise FormError(
                    _FAILED, _SEE_TAG, file=self.path.as_posix(), detail=detail
                ) from error
        if properties.PART in parts:
            parts[properties.PART] = properties.core_properties(title, author)
        return write_package(parts)
