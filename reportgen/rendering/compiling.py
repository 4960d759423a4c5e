"""A template that was not compiled before: read by docxtpl, checked, compiled.

Slow, and slow to load: the engine comes here only for what is new, and to tell what went wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import nodes

from reportgen.model.errors import FormError
from reportgen.model.finding import Severity
from reportgen.rendering import attached_files, proof
from reportgen.rendering.engine import Origin, Programs
from reportgen.rendering.environment import PartEnvironment
from reportgen.rendering.patching import for_jinja
from reportgen.rendering.proof import Lost
from reportgen.rendering.tag_places import TagPlace
from reportgen.rendering.template_check import CheckedPart, check_package, check_part
from reportgen.wording.language import Wording

_BROKEN: Final = Wording(
    "模板“{file}”有 {count} 处标签不能用", '{count} tag(s) of template "{file}" cannot be used'
)


def checked(origin: Origin, environment: PartEnvironment) -> dict[str, CheckedPart]:
    """Return the parts of a template. Raises FormError when any of its tags cannot be used."""
    parts = check_package(origin.path, origin.parts, environment, origin.entry)
    problems = [
        each for part in parts.values() for each in part.problems if each.severity is Severity.ERROR
    ]
    if problems:
        raise FormError(
            _BROKEN,
            details=[problem.phrase for problem in problems],
            file=origin.path.as_posix(),
            count=len(problems),
        )
    return parts


def programs_of(parts: Mapping[str, CheckedPart], environment: PartEnvironment) -> Programs:
    """Return the parts that hold tags, compiled."""
    codes = {
        name: environment.compile(for_jinja(part.source) if part.tree is None else part.tree)
        for name, part in parts.items()
        if part.is_dynamic
    }
    trees = [part.tree for part in parts.values() if part.tree is not None]
    names = {name.name for tree in trees for name in tree.find_all(nodes.Name)}
    return Programs(codes, tuple(sorted(names)))


def brings_in_files(parts: Mapping[str, CheckedPart], attached: Mapping[str, Path]) -> bool:
    """Whether tags print pictures or sub-documents. Raises FormError for a file of no use."""
    return attached_files.check_files([part.tree for part in parts.values()], attached)


def failing_tag(
    origin: Origin, name: str, environment: PartEnvironment, scope: Mapping[str, Any]
) -> TagPlace | None:
    """Return the tag that rendering a part fails at, if it is one that prints."""
    part = check_part(name, origin.parts[name], environment, origin.entry)
    return proof.failing_tag(environment, for_jinja(part.source), part.tags, scope)


def first_lost(
    origin: Origin,
    name: str,
    environment: PartEnvironment,
    scope: dict[str, Any],
    finish: Callable[[bytes], bytes],
) -> Lost:
    """Return what `finish` lost first of what a part prints."""
    part = check_part(name, origin.parts[name], environment, origin.entry)
    return proof.first_lost(environment, for_jinja(part.source), part.tags, scope, finish)
