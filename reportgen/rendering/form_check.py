"""A template checked on its own: every problem at once, before anybody builds with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from reportgen.model.errors import FormError
from reportgen.model.record import Record
from reportgen.rendering.attached_files import check_files
from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.filters import FILTERS
from reportgen.rendering.package import read_package
from reportgen.rendering.tag_places import TagPlace
from reportgen.rendering.tag_structure import in_other_parts
from reportgen.rendering.template_check import CheckedPart, check_package
from reportgen.rendering.template_lint import joined, lint_problems
from reportgen.rendering.template_problem import TemplateProblem
from reportgen.wording.language import Wording

_ATTACHED: Final = Wording("附带的文件", "what it brings in")


def check_template(
    path: Path, entry: type[Record] | None, attached: Mapping[str, Path] = MappingProxyType({})
) -> list[TemplateProblem]:
    """Return everything wrong with the template at `path`; `entry` is what 本件 stands for.

    `attached` are the files that it may bring in, by name.

    What the build would refuse is in it, and what only docxtpl-lint or a reader would notice.
    Raises FormError when the file is no Word document.
    """
    parts = read_package(path)
    environment = FormEnvironment()
    checked = check_package(path, parts, environment, entry)
    ours = [problem for part in checked.values() for problem in part.problems]
    theirs = lint_problems(parts, FILTERS, environment.tests)
    order = {name: number for number, name in enumerate(checked)}
    files = _file_problems(checked.values(), attached)
    problems = [*joined(ours, theirs), *in_other_parts(parts), *files]
    return sorted(
        problems, key=lambda each: (order.get(each.at.part, len(order)), each.at.paragraph)
    )


def _file_problems(
    parts: Iterable[CheckedPart], attached: Mapping[str, Path]
) -> Iterator[TemplateProblem]:
    """Yield the first thing wrong with the files that a template brings in."""
    try:
        check_files((part.tree for part in parts), attached)
    except FormError as error:
        said, hint = error.message, error.hint or error.message
        at = TagPlace("", _ATTACHED)
        yield TemplateProblem("FORM-23", said.wording, hint.wording, at, said.arguments)
