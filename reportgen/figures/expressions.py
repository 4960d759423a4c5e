"""The one kind of Jinja environment of the house: sandboxed, strict, facts before Python.

Used for facts cited in typed text and for the author's assertions; forms extend it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.parser import Parser
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment
from jinja2.visitor import NodeTransformer

from reportgen.figures.paths import UnknownFact, step_into
from reportgen.figures.printing import printable

_TESTS: Final = (
    "defined", "none", "number", "string", "even", "odd", "in",
    "eq", "==", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">=",
)  # fmt: skip
_COUNTS: Final = frozenset({"index", "index0", "first", "last", "length"})
_EXACT: Final = "_exact"
_JOINED: Final = "_joined"


class _Missing(StrictUndefined):
    """Every fact has its key, filled or not: a name that is not there is wrong at once."""

    def __init__(
        self, hint: str | None = None, obj: Any = None, name: str | None = None, *_: Any
    ) -> None:
        super().__init__(hint, obj, name)
        raise UnknownFact(name or "")


class FactEnvironment(SandboxedEnvironment):
    """Looks facts up by key, never by attribute: no method of a dict or a list can be reached."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, filters: Mapping[str, Callable[..., Any]], **options: Any) -> None:
        super().__init__(undefined=_Missing, **options)
        self.filters = {**filters, _EXACT: Decimal, _JOINED: printable}
        self.globals = {}
        self.tests = {name: self.tests[name] for name in _TESTS}

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's signature
    ) -> str:
        _OurMeaning().visit(source)
        return super()._generate(source, name, filename, defer_init)

    def paths_in(self, expression: str) -> tuple[str, ...]:
        """Return the path of every fact that an expression reads. Raises TemplateSyntaxError."""
        return tuple(_paths(Parser(self, expression, state="variable").parse_expression()))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the fact called `attribute`; a wrong name raises UnknownFact."""
        if isinstance(obj, LoopContext):
            # The sandbox asks long whether a harmless one may be read, and forms number each row.
            if attribute in _COUNTS:
                return getattr(obj, attribute)
            return super().getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return a fact by key, or an entry by position; a wrong one raises UnknownFact."""
        return step_into(obj, argument)

    def call_binop(self, _context: Any, operator: str, left: Any, right: Any) -> Any:
        """Compute with figures only: repeating a text or raising a power could fill the memory."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return left + right
        figures = isinstance(left, int | Decimal) and isinstance(right, int | Decimal)
        if operator == "**" or not figures:
            message = f"{operator} works on figures only"
            raise SecurityError(message)
        return self.binop_table[operator](Decimal(left), Decimal(right))


class _OurMeaning(NodeTransformer):
    """Gives two things of Jinja the meaning they have here.

    0.89 is the decimal 0.89: a float would compare unequal to it. `~` joins what is printed, so
    that a blank adds nothing.
    """

    def visit_Const(self, node: nodes.Const) -> nodes.Node:  # noqa: N802 - Jinja's naming
        if not isinstance(node.value, float):
            return node
        return _filtered(nodes.Const(repr(node.value), lineno=node.lineno), _EXACT)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - Jinja's naming
        self.generic_visit(node)
        node.nodes = [_filtered(part, _JOINED) for part in node.nodes]
        return node


def _paths(node: nodes.Node) -> Iterator[str]:
    path = _path(node)
    if path is not None:
        yield path
        return
    for part in node.iter_child_nodes():
        yield from _paths(part)


def _path(node: nodes.Node) -> str | None:
    """Return the path that a node writes: a name, and keys and positions behind it."""
    if isinstance(node, nodes.Name):
        return node.name
    if not isinstance(node, nodes.Getattr | nodes.Getitem):
        return None
    above = _path(node.node)
    if above is None:
        return None
    if isinstance(node, nodes.Getattr):
        return f"{above}.{node.attr}"
    return f"{above}[{node.arg.value}]" if isinstance(node.arg, nodes.Const) else None


def _filtered(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
