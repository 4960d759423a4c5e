"""What the tags name, against what there is to name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from jinja2 import nodes

from reportgen.figures.expressions import FactEnvironment
from reportgen.rendering import template_words as words
from reportgen.rendering.filters import FILTERS
from reportgen.rendering.tag_places import TagPlace
from reportgen.rendering.tag_statements import ANYTHING, MERGE
from reportgen.rendering.template_problem import NOWHERE, TemplateProblem
from reportgen.rendering.vocabulary import (
    FILTER_KINDS,
    LOOP,
    VALUE,
    Group,
    Kind,
    Listing,
    Table,
    Value,
)
from reportgen.wording.language import Wording, did_you_mean
from reportgen.wording.nearest import nearest

ENTRY: Final = "本件"
ITEM: Final = "[]"
_ANY: Final = Group(fixed=(("…", VALUE),))
_LIST_FILTERS: Final = frozenset({*FILTER_KINDS, "至少"})
_SAME_KIND: Final = frozenset({"至少", "或"})
_METHODS: Final = frozenset(
    name for owner in (dict, list, str) for name in dir(owner) if not name.startswith("_")
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression stands for, and its path from the top when it has one.

    A step of the path is a key, [] for an entry of a list, or |filter.
    """

    kind: Kind
    path: tuple[str, ...] | None = None

    def part(self, name: str, kind: Kind) -> Meaning:
        """Return the meaning of a key of this one."""
        return Meaning(kind, None if self.path is None else (*self.path, name))


_UNKNOWN: Final = Meaning(_ANY)
_COMPUTED: Final = Meaning(VALUE)
Scope = dict[str, Meaning]


@dataclass(frozen=True, slots=True)
class Use:
    """A value that a tag names."""

    path: tuple[str, ...]
    value: Value
    at: TagPlace


class NameCheck:
    """Walks the tags of one part, one a line; notes wrong names and the fields that are used."""

    def __init__(self, places: Sequence[TagPlace], environment: FactEnvironment) -> None:
        self.places = places
        self.environment = environment
        self.problems: list[TemplateProblem] = []
        self.uses: list[Use] = []
        self._loops: list[TagPlace] = []

    def walk(self, body: Sequence[nodes.Node], names: Group) -> None:
        """Check the tags of a part against all that it may name."""
        scope = {name: Meaning(kind, (name,)) for name, kind in names.keys().items()}
        self._block(body, {**scope, ANYTHING: _UNKNOWN})

    def _at(self, node: nodes.Node) -> TagPlace:
        return self.places[node.lineno - 1] if node.lineno <= len(self.places) else NOWHERE

    def _tell(
        self,
        node: nodes.Node,
        code: str,
        message: Wording,
        hint: Wording = words.SEE_TAGS,
        **arguments: object,
    ) -> None:
        self.problems.append(TemplateProblem(code, message, hint, self._at(node), arguments))

    def _block(self, body: Sequence[nodes.Node], scope: Scope) -> None:
        for node in body:
            if isinstance(node, nodes.For):
                self._loop(node, scope)
            elif isinstance(node, nodes.If):
                self._meaning(node.test, scope)
                for part in (node.body, node.elif_, node.else_):
                    self._block(part, dict(scope))
            elif isinstance(node, nodes.Assign):
                self._assign(node, scope)
            elif isinstance(node, nodes.Output):
                for expression in node.nodes:
                    self._printed(expression, self._meaning(expression, scope).kind)

    def _assign(self, node: nodes.Assign, scope: Scope) -> None:
        meaning = self._meaning(node.node, scope)
        if isinstance(node.target, nodes.Name):
            if node.target.name == MERGE:
                self._merged(node)
            else:
                scope[node.target.name] = meaning

    def _merged(self, node: nodes.Node) -> None:
        cell = self._at(node).cell
        if cell is not None and all(loop.cell == cell for loop in self._loops):
            self._tell(node, "FORM-17", words.MERGE_NO_LOOP, words.HOW_TO_MERGE)

    def _printed(self, node: nodes.Node, kind: Kind) -> None:
        if isinstance(kind, Listing):
            self._tell(node, "FORM-04", words.IS_A_LIST, name=spelled(node))
        elif isinstance(kind, Group | Table) and kind is not _ANY:
            self._tell(node, "FORM-04", words.IS_A_GROUP, name=spelled(node))

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        over = self._meaning(node.iter, scope)
        if not isinstance(over.kind, Listing) and over.kind is not _ANY:
            self._tell(node, "FORM-05", words.NOT_A_LIST, name=spelled(node.iter))
        inner = {**scope, "loop": Meaning(LOOP)}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = self._entry(over)
        if node.test is not None:
            self._meaning(node.test, inner)
        self._loops.append(self._at(node))
        self._block(node.body, inner)
        self._loops.pop()
        self._block(node.else_, dict(scope))

    def _entry(self, owner: Meaning) -> Meaning:
        return owner.part(ITEM, owner.kind.of) if isinstance(owner.kind, Listing) else _UNKNOWN

    def _meaning(self, node: nodes.Node, scope: Scope) -> Meaning:
        """Return what an expression stands for, noting every wrong name in it."""
        if isinstance(node, nodes.Name):
            known = scope.get(node.name)
            return self._used(node, known or self._wrong(node, node.name, scope))
        if isinstance(node, nodes.Getattr):
            return self._used(node, self._part(node, self._meaning(node.node, scope), node.attr))
        if isinstance(node, nodes.Getitem):
            return self._used(node, self._item(node, scope))
        if isinstance(node, nodes.Filter):
            return self._filtered(node, scope)
        if isinstance(node, nodes.Test) and node.name not in self.environment.tests:
            near = did_you_mean(nearest(node.name, self.environment.tests))
            self._tell(node, "FORM-06", words.UNKNOWN_TEST, name=node.name, suggestion=near)
        for child in node.iter_child_nodes():
            self._meaning(child, scope)
        return _COMPUTED

    def _used(self, node: nodes.Node, meaning: Meaning) -> Meaning:
        if isinstance(meaning.kind, Value) and meaning.path is not None:
            self.uses.append(Use(meaning.path, meaning.kind, self._at(node)))
        return meaning

    def _item(self, node: nodes.Getitem, scope: Scope) -> Meaning:
        owner = self._meaning(node.node, scope)
        if isinstance(owner.kind, Listing):
            return self._entry(owner)
        name = node.arg.value if isinstance(node.arg, nodes.Const) else None
        return self._part(node, owner, str(name)) if name is not None else _COMPUTED

    def _part(self, node: nodes.Getattr | nodes.Getitem, owner: Meaning, name: str) -> Meaning:
        if owner.kind is _ANY:
            return _UNKNOWN
        if isinstance(owner.kind, Table):
            return _COMPUTED
        if isinstance(owner.kind, Group):
            keys = owner.kind.keys()
            if name in keys:
                return owner.part(name, keys[name])
            return self._wrong(node, name, keys, spelled(node.node))
        owned = spelled(node.node)
        if isinstance(owner.kind, Listing):
            self._tell(node, "FORM-04", words.IS_A_LIST, name=owned)
        else:
            self._tell(node, "FORM-03", words.HAS_NO_PARTS, name=name, owner=owned)
        return _UNKNOWN

    def _wrong(
        self, node: nodes.Node, name: str, candidates: Mapping[str, object], owner: str = ""
    ) -> Meaning:
        near = nearest(name, candidates)
        full = f"{owner}.{near}" if owner and near else near
        message = words.PYTHON_METHOD if owner and name in _METHODS else words.UNKNOWN_FIELD
        hint = words.NEEDS_SCOPE if name == ENTRY and not owner else words.SEE_TAGS
        suggestion = did_you_mean(full)
        self._tell(node, "FORM-01", message, hint, name=spelled(node), suggestion=suggestion)
        return _UNKNOWN

    def _filtered(self, node: nodes.Filter, scope: Scope) -> Meaning:
        meaning = _COMPUTED if node.node is None else self._meaning(node.node, scope)
        for argument in (*node.args, *(keyword.value for keyword in node.kwargs)):
            self._meaning(argument, scope)
        name = node.name
        if name not in FILTERS:
            near = did_you_mean(nearest(name, FILTERS))
            self._tell(node, "FORM-06", words.UNKNOWN_FILTER, name=name, suggestion=near)
            return _UNKNOWN
        if name in _LIST_FILTERS and not (
            meaning.kind is _ANY or isinstance(meaning.kind, Listing)
        ):
            owner = name if node.node is None else spelled(node.node)
            self._tell(node, "FORM-05", words.NOT_A_LIST, name=owner)
        if name in _SAME_KIND:
            return meaning
        kind = FILTER_KINDS.get(name)
        return _COMPUTED if kind is None else meaning.part(f"|{name}", kind)


def spelled(node: nodes.Node) -> str:
    """Return an expression as it was written, near enough for a message."""
    return "".join(_pieces(node)) or "…"


def _pieces(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Name):
        yield node.name
    elif isinstance(node, nodes.Getattr):
        yield from (*_pieces(node.node), ".", node.attr)
    elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        yield from (*_pieces(node.node), f"[{node.arg.value}]")
    elif isinstance(node, nodes.Filter) and node.node is not None:
        yield from (*_pieces(node.node), "|", node.name)
