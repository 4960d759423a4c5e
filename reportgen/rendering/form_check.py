"""A template checked on its own: every problem at once, before anybody builds with it."""

from __future__ import annotations

from pathlib import Path

from reportgen.model.record import Record
from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.filters import FILTERS
from reportgen.rendering.package import read_package
from reportgen.rendering.tag_structure import in_other_parts
from reportgen.rendering.template_check import check_package
from reportgen.rendering.template_lint import joined, lint_problems
from reportgen.rendering.template_problem import TemplateProblem


def check_template(path: Path, entry: type[Record] | None) -> list[TemplateProblem]:
    """Return everything wrong with the template at `path`; `entry` is what 本件 stands for.

    What the build would refuse is in it, and what only docxtpl-lint or a reader would notice.
    Raises FormError when the file is no Word document.
    """
    parts = read_package(path)
    environment = FormEnvironment()
    checked = check_package(path, parts, environment, entry)
    ours = [problem for part in checked.values() for problem in part.problems]
    theirs = lint_problems(parts, FILTERS, environment.tests)
    order = {name: number for number, name in enumerate(checked)}
    problems = [*joined(ours, theirs), *in_other_parts(parts)]
    return sorted(
        problems, key=lambda each: (order.get(each.at.part, len(order)), each.at.paragraph)
    )
