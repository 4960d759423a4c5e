"""Which fields a form shows, and which of them a department has filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportgen.figures.facts import is_filled
from reportgen.model.form import Form
from reportgen.rendering.environment import FormEnvironment
from reportgen.rendering.filters import FILTERS
from reportgen.rendering.package import read_package
from reportgen.rendering.tag_names import ENTRY, ITEM
from reportgen.rendering.template_check import check_package
from reportgen.rendering.vocabulary import About


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field that a form names: its steps from the top, and what it stands for."""

    steps: tuple[str, ...]
    about: About

    @property
    def path(self) -> str:
        """The field as people write it: 资金.来源[].名称."""
        return written(self.steps)

    @property
    def list_path(self) -> str:
        """The list the form loops over to show the field; nothing for a field shown once."""
        if ITEM not in self.steps:
            return ""
        last = len(self.steps) - 1 - self.steps[::-1].index(ITEM)
        return written(self.steps[:last])


@dataclass(frozen=True, slots=True)
class Filling:
    """How many of the values a field has room for are filled in."""

    filled: int
    places: int


def shown_fields(form: Form, templates: Iterable[Path]) -> list[ShownField]:
    """Return the fields that templates of `form` name, in their order, each once.

    Raises FormError when a template cannot be read.
    """
    environment = FormEnvironment()
    found: dict[tuple[str, ...], ShownField] = {}
    for path in templates:
        for part in check_package(path, read_package(path), environment, form.entry).values():
            for use in part.uses:
                found.setdefault(use.path, ShownField(use.path, use.value.about))
    return list(found.values())


def filling(field: ShownField, form: Form, context: Mapping[str, Any]) -> Filling:
    """Return how much of a field is filled in the facts that a form prints."""
    steps = field.steps
    if steps[0] == ENTRY:
        steps = (form.manifest.scope, ITEM, *steps[1:])
    values: list[Any] = [context]
    for step in steps:
        values = _step(values, step, context)
    return Filling(sum(map(is_filled, values)), len(values))


def _step(values: Sequence[Any], step: str, context: Mapping[str, Any]) -> list[Any]:
    if step == ITEM:
        return [item for value in values if isinstance(value, list) for item in value]
    if not step.startswith("|"):
        return [value[step] for value in values if isinstance(value, Mapping)]
    apply = FILTERS[step[1:]]
    needs_context = hasattr(apply, "jinja_pass_arg")
    return [apply(context, value) if needs_context else apply(value) for value in values]


def written(steps: Iterable[str]) -> str:
    """Return a path as people write it."""
    text = ""
    for step in steps:
        text += step if not text or step == ITEM or step.startswith("|") else f".{step}"
    return text
