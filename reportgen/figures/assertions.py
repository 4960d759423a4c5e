"""What an author asserts of the facts: `资金.执行合计 <= 资金.到位资金`.

Evaluated in the sandboxed environment of citations, so 0.89 is the decimal 0.89. Imports Jinja.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal, NamedTuple

from jinja2 import TemplateError, TemplateSyntaxError, nodes
from jinja2.environment import TemplateExpression
from jinja2.parser import Parser

from reportgen.figures.expressions import FactEnvironment
from reportgen.figures.facts import Facts
from reportgen.figures.filters import FILTERS
from reportgen.figures.paths import UnknownFact
from reportgen.figures.rounding import plain, round_half_up
from reportgen.model.fields import Rate
from reportgen.wording.quantities import Quantity

Cause = Literal["syntax", "unknown", "blank"]
SYNTAX: Final[Cause] = "syntax"
UNKNOWN: Final[Cause] = "unknown"
BLANK: Final[Cause] = "blank"
_LONGEST: Final = 400
_SHOWN_DECIMALS: Final = 6
_COMPARISONS: Final[dict[str, tuple[str, Callable[[Any, Any], Any]]]] = {
    "eq": ("=", operator.eq),
    "ne": ("≠", operator.ne),
    "lt": ("<", operator.lt),
    "lteq": ("≤", operator.le),
    "gt": (">", operator.gt),
    "gteq": ("≥", operator.ge),
}


class BrokenAssertion(ValueError):  # noqa: N818 - the assertion is broken, not the program
    """An assertion that cannot be decided, and why."""

    def __init__(self, cause: Cause, name: str = "", suggestion: str | None = None) -> None:
        super().__init__(cause)
        self.cause = cause
        self.name = name
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an assertion holds; of a comparison that fails, both sides as printed."""

    holds: bool
    left: str | None = None
    sign: str = ""
    right: str | None = None


class _Compiled(NamedTuple):
    """An assertion: its first side, and each comparison with the next; none for other kinds."""

    first: TemplateExpression
    steps: tuple[tuple[str, TemplateExpression], ...]


class Judge:
    """Decides assertions over the facts of one department-year."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def judge(self, assertion: str) -> Judgement:
        """Return whether `assertion` holds. Raises BrokenAssertion when it cannot be decided."""
        if len(assertion) > _LONGEST:
            raise BrokenAssertion(SYNTAX)
        try:
            return self._judgement(_compiled(assertion))
        except BrokenAssertion:
            raise
        except UnknownFact as unknown:
            near = unknown.suggestion or unknown.nearest_of(self._facts)
            raise BrokenAssertion(UNKNOWN, unknown.name, near) from None
        except (TemplateError, ArithmeticError, TypeError, ValueError, RecursionError):
            raise BrokenAssertion(SYNTAX) from None

    def _judgement(self, assertion: _Compiled) -> Judgement:
        left = self._value(assertion.first)
        if not assertion.steps:
            return Judgement(bool(left))
        for operator_name, expression in assertion.steps:
            right = self._value(expression)
            sign, holds = _COMPARISONS[operator_name]
            if not holds(left, right):
                shown = _shown_apart(left, right)
                return Judgement(False, shown[0], sign, shown[1])  # noqa: FBT003 - named
            left = right
        return Judgement(holds=True)

    def _value(self, expression: TemplateExpression) -> Any:
        """Return what one side is worth; rates and measurements count as their figure."""
        value = expression(self._facts)
        if value is None:
            raise BrokenAssertion(BLANK)
        if isinstance(value, Rate):
            return value.percent
        if isinstance(value, Quantity) and len(value.measures) == 1:
            return value.measures[0].number
        return value


@functools.lru_cache(maxsize=512)
def _compiled(assertion: str) -> _Compiled:
    """Compile an assertion once a process: many files assert the same."""
    environment = FactEnvironment(FILTERS)
    parser = Parser(environment, assertion, state="variable")
    expression = parser.parse_expression()
    if not parser.stream.eos:
        problem = "more than one expression"
        raise TemplateSyntaxError(problem, parser.stream.current.lineno)
    expression.set_environment(environment)
    if isinstance(expression, nodes.Compare):
        operators = [operand.op for operand in expression.ops]
        if all(each in _COMPARISONS for each in operators):
            sides = [_side(operand.expr, environment) for operand in expression.ops]
            steps = tuple(zip(operators, sides, strict=True))
            return _Compiled(_side(expression.expr, environment), steps)
    return _Compiled(_side(expression, environment), ())


def _side(expression: nodes.Expr, environment: FactEnvironment) -> TemplateExpression:
    body: list[nodes.Node] = [nodes.Assign(nodes.Name("result", "store"), expression, lineno=1)]
    template = environment.from_string(nodes.Template(body, lineno=1))
    return TemplateExpression(template, undefined_to_none=False)


def _shown_apart(left: Any, right: Any) -> tuple[str, str]:
    """Return both sides as printed; with every digit where rounding would make them look equal."""
    shown = _shown(left), _shown(right)
    if shown[0] != shown[1] or left == right:
        return shown
    return _in_full(left), _in_full(right)


def _shown(value: Any) -> str:
    if isinstance(value, Decimal):
        return plain(round_half_up(value, _SHOWN_DECIMALS))
    return str(value)


def _in_full(value: Any) -> str:
    if isinstance(value, Decimal):
        return plain(value)
    return f"“{value}”" if isinstance(value, str) else str(value)
