"""What a template names against what there is to name, before anything is rendered.

docxtpl keeps the order of the tags, so the n-th tag of the patched source is the n-th of the
document: a line break put into every tag makes Jinja's line numbers count tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from jinja2 import TemplateSyntaxError, nodes

from reportgen.figures.expressions import FactEnvironment
from reportgen.rendering import merging
from reportgen.rendering.filters import FILTERS
from reportgen.rendering.tag_places import OPENING, TagPlace
from reportgen.rendering.vocabulary import FILTER_KINDS, LOOP, VALUE, Group, Kind, Listing
from reportgen.wording.language import Phrase, Wording, did_you_mean
from reportgen.wording.nearest import nearest

UNKNOWN_FIELD: Final = Wording("没有“{name}”这一项", 'there is no "{name}"')
IS_A_LIST: Final = Wording(
    "“{name}”是一个列表，要用 for 逐项取用", '"{name}" is a list: loop over it with for'
)
IS_A_GROUP: Final = Wording(
    "“{name}”是一组数据，要写到其中的一项", '"{name}" is a group: name one value in it'
)
HAS_NO_PARTS: Final = Wording(
    "“{owner}”是单个的值，下面没有“{name}”", '"{owner}" is one value and has no "{name}"'
)
NOT_A_LIST: Final = Wording("“{name}”不是列表，不能用 for", '"{name}" is not a list')
UNKNOWN_FILTER: Final = Wording("没有“|{name}”这个过滤器", 'there is no filter "|{name}"')
UNKNOWN_TEST: Final = Wording("没有“is {name}”这个判断", 'there is no test "is {name}"')
FORBIDDEN: Final = Wording("这里不能用“{name}”标签", 'the tag "{name}" cannot be used here')
LOST: Final = Wording("标签旁边的“{lost}”会丢失", '"{lost}" beside the tag would be lost')
SYNTAX: Final = Wording("标签不完整或不成对", "a tag is incomplete or has no counterpart")
SEE_TAGS: Final = Wording(
    "{suggestion}可用的名称与数据文件的键相同",
    "{suggestion}The names are the keys of the data files",
)
ALLOWED: Final = Wording("表单里可用 for、if、set 和 合并", "A form may use for, if, set and 合并")
STAND_ALONE: Final = Wording(
    "带 p、tr、tc 的标签连同所在的段、行、格一起消失，要单独占一段、一行、一格",
    "A tag with p, tr or tc vanishes with its paragraph, row or cell: give it one of its own",
)
MEND_SYNTAX: Final = Wording(
    "检查花括号和 for/endfor、if/endif 是否成对；把标签整个重打一遍",
    "Check the braces and the pairs for/endfor, if/endif; type the tag anew",
)
_LINE: Final = Wording(
    "{where}：{code} {tag} {message}。{hint}", "{where}: {code} {tag} {message}. {hint}"
)
_ANYTHING: Final = Group(fixed=(("…", VALUE),))
_LIST_FILTERS: Final = frozenset({*FILTER_KINDS, "至少"})
_SAME_KIND: Final = frozenset({"至少", "或"})
_STATEMENT: Final = re.compile(r"\{%-?(?:(?:tr|tc|p|r) )?\s*(\w+)")
_STATEMENT_NAMES: Final = {
    "AssignBlock": "set",
    "CallBlock": "call",
    "FilterBlock": "filter",
    "FromImport": "from",
    "ScopedEvalContextModifier": "autoescape",
}
_NOWHERE: Final = TagPlace("", Wording("位置不明", "place unknown"))


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """One thing wrong in a template: its code, the words, and the tag with its place."""

    code: str
    message: Wording
    hint: Wording
    at: TagPlace
    arguments: Mapping[str, object] = field(default_factory=dict)

    @property
    def phrase(self) -> Phrase:
        """The problem as one line: where, which tag, what, and how to mend it."""
        return Phrase(
            _LINE,
            {
                "code": self.code,
                "where": self.at.where,
                "tag": self.at.tag,
                "message": Phrase(self.message, self.arguments),
                "hint": Phrase(self.hint, self.arguments),
            },
        )


def check_source(
    source: str, places: list[TagPlace], environment: FactEnvironment, names: Group
) -> list[TemplateProblem]:
    """Return everything wrong with the tags of one patched part, in the order of the tags."""
    lost = [
        TemplateProblem("FORM-07", LOST, STAND_ALONE, place, {"lost": place.lost})
        for place in places
        if place.lost
    ]
    broken = [place for place in places if not place.whole]
    if broken:
        return [*lost, *(_syntax_problem(place) for place in broken)]
    one_line = merging.TAG.sub(r"{% set _ = \1 %}", source).replace("\n", " ")
    checker = _Checker(places, environment)
    try:
        tree = environment.parse(OPENING.sub(lambda match: match[0] + "\n", one_line))
    except TemplateSyntaxError as error:
        return [*lost, _syntax_problem(_unpaired(places) or checker.at(error.lineno))]
    checker.block(tree.body, dict(names.keys()))
    return [*lost, *checker.problems]


def _syntax_problem(place: TagPlace) -> TemplateProblem:
    return TemplateProblem("FORM-02", SYNTAX, MEND_SYNTAX, place)


def _unpaired(places: list[TagPlace]) -> TagPlace | None:
    """Return the first tag of for and if that has no counterpart; Jinja would name the last tag."""
    opened: list[tuple[str, TagPlace]] = []
    for place in places:
        statement = _STATEMENT.match(place.tag)
        word = statement[1] if statement else ""
        if word in ("for", "if"):
            opened.append((word, place))
        elif word in ("endfor", "endif"):
            if not opened:
                return place
            if word != f"end{opened[-1][0]}":
                return opened[-1][1]
            opened.pop()
    return opened[-1][1] if opened else None


class _Checker:
    def __init__(self, places: list[TagPlace], environment: FactEnvironment) -> None:
        self.places = places
        self.environment = environment
        self.problems: list[TemplateProblem] = []

    def at(self, line: int) -> TagPlace:
        """Return the place of the tag whose contents begin on `line`."""
        return self.places[line - 2] if 0 <= line - 2 < len(self.places) else _NOWHERE

    def problem(
        self,
        node: nodes.Node,
        code: str,
        message: Wording,
        hint: Wording = SEE_TAGS,
        **arguments: object,
    ) -> None:
        words = {"suggestion": did_you_mean(None), **arguments}
        self.problems.append(TemplateProblem(code, message, hint, self.at(node.lineno), words))

    def block(self, body: list[nodes.Node], scope: dict[str, Kind]) -> None:
        for node in body:
            if isinstance(node, nodes.For):
                self.loop(node, scope)
            elif isinstance(node, nodes.If):
                self.kind(node.test, scope)
                for part in (node.body, node.elif_, node.else_):
                    self.block(list(part), dict(scope))
            elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
                scope[node.target.name] = self.kind(node.node, scope)
            elif isinstance(node, nodes.Output):
                for expression in node.nodes:
                    self.printed(expression, self.kind(expression, scope))
            else:
                self.refused(node)

    def printed(self, node: nodes.Node, kind: Kind) -> None:
        if isinstance(kind, Listing):
            self.problem(node, "FORM-04", IS_A_LIST, name=_spelled(node))
        elif isinstance(kind, Group) and kind is not _ANYTHING:
            self.problem(node, "FORM-04", IS_A_GROUP, name=_spelled(node))

    def refused(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Scope):  # has no line of its own
            node = node.body[0]
        kind = type(node).__name__
        name = _STATEMENT_NAMES.get(kind, kind.lower())
        self.problem(node, "FORM-08", FORBIDDEN, ALLOWED, name=name)

    def loop(self, node: nodes.For, scope: dict[str, Kind]) -> None:
        kind = self.kind(node.iter, scope)
        if not isinstance(kind, Listing) and kind is not _ANYTHING:
            self.problem(node, "FORM-05", NOT_A_LIST, name=_spelled(node.iter))
        inner = dict(scope)
        inner["loop"] = LOOP
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = kind.of if isinstance(kind, Listing) else _ANYTHING
        if node.test is not None:
            self.kind(node.test, inner)
        self.block(node.body, inner)
        self.block(node.else_, dict(scope))

    def kind(self, node: nodes.Node, scope: dict[str, Kind]) -> Kind:
        """Return what an expression stands for, noting every wrong name in it."""
        if isinstance(node, nodes.Name):
            if node.name in scope:
                return scope[node.name]
            return self.unknown(node, node.name, scope)
        if isinstance(node, nodes.Getattr):
            return self.part(node, self.kind(node.node, scope), node.attr)
        if isinstance(node, nodes.Getitem):
            return self.item(node, scope)
        if isinstance(node, nodes.Filter):
            return self.filtered(node, scope)
        if isinstance(node, nodes.Test) and node.name not in self.environment.tests:
            near = did_you_mean(nearest(node.name, self.environment.tests))
            self.problem(node, "FORM-06", UNKNOWN_TEST, name=node.name, suggestion=near)
        for child in node.iter_child_nodes():
            self.kind(child, scope)
        return VALUE

    def item(self, node: nodes.Getitem, scope: dict[str, Kind]) -> Kind:
        owner = self.kind(node.node, scope)
        if isinstance(owner, Listing):
            return owner.of
        name = node.arg.value if isinstance(node.arg, nodes.Const) else None
        return self.part(node, owner, str(name)) if name is not None else VALUE

    def part(self, node: nodes.Getattr | nodes.Getitem, owner: Kind, name: str) -> Kind:
        if owner is _ANYTHING:
            return _ANYTHING
        if isinstance(owner, Group):
            keys = owner.keys()
            owned = _spelled(node.node)
            return keys[name] if name in keys else self.unknown(node, name, keys, owned)
        message, code = (
            (IS_A_LIST, "FORM-04")
            if isinstance(owner, Listing)
            else (
                HAS_NO_PARTS,
                "FORM-03",
            )
        )
        spelled = _spelled(node.node)
        shown = spelled if isinstance(owner, Listing) else name
        self.problem(node, code, message, name=shown, owner=spelled)
        return _ANYTHING

    def unknown(
        self, node: nodes.Node, name: str, candidates: Mapping[str, Kind], owner: str = ""
    ) -> Kind:
        near = nearest(name, candidates)
        full = f"{owner}.{near}" if owner and near else near
        words = {"name": _spelled(node), "suggestion": did_you_mean(full)}
        self.problem(node, "FORM-01", UNKNOWN_FIELD, **words)
        return _ANYTHING

    def filtered(self, node: nodes.Filter, scope: dict[str, Kind]) -> Kind:
        kind = self.kind(node.node, scope) if node.node is not None else VALUE
        for argument in node.args:
            self.kind(argument, scope)
        if node.name not in FILTERS:
            near = did_you_mean(nearest(node.name, FILTERS))
            self.problem(node, "FORM-06", UNKNOWN_FILTER, name=node.name, suggestion=near)
            return _ANYTHING
        if node.name in _LIST_FILTERS and kind is not _ANYTHING and not isinstance(kind, Listing):
            spelled = _spelled(node.node) if node.node is not None else node.name
            self.problem(node, "FORM-05", NOT_A_LIST, name=spelled)
        return kind if node.name in _SAME_KIND else FILTER_KINDS.get(node.name, VALUE)


def _spelled(node: nodes.Node) -> str:
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
