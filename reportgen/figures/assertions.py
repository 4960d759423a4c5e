"""What an author asserts of the facts: `资金.执行合计 <= 资金.到位资金`.

Evaluated in the sandboxed environment of citations, so 0.89 is the decimal 0.89. Imports Jinja.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from jinja2 import TemplateError, TemplateSyntaxError, nodes
from jinja2.environment import TemplateExpression
from jinja2.parser import Parser

from reportgen.figures.expressions import FactEnvironment
from reportgen.figures.facts import Facts
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


class Judge:
    """Decides assertions over the facts of one department-year."""

    def __init__(self, facts: Facts, filters: Mapping[str, Callable[..., Any]]) -> None:
        self._facts = facts
        self._environment = FactEnvironment(filters)

    def judge(self, assertion: str) -> Judgement:
        """Return whether `assertion` holds. Raises BrokenAssertion when it cannot be decided."""
        if len(assertion) > _LONGEST:
            raise BrokenAssertion(SYNTAX)
        try:
            return self._judgement(self._parsed(assertion))
        except BrokenAssertion:
            raise
        except UnknownFact as unknown:
            near = unknown.suggestion or unknown.nearest_of(self._facts)
            raise BrokenAssertion(UNKNOWN, unknown.name, near) from None
        except (TemplateError, ArithmeticError, TypeError, ValueError, RecursionError):
            raise BrokenAssertion(SYNTAX) from None

    def _parsed(self, assertion: str) -> nodes.Expr:
        parser = Parser(self._environment, assertion, state="variable")
        expression = parser.parse_expression()
        if not parser.stream.eos:
            problem = "more than one expression"
            raise TemplateSyntaxError(problem, parser.stream.current.lineno)
        expression.set_environment(self._environment)
        return expression

    def _judgement(self, expression: nodes.Expr) -> Judgement:
        simple = isinstance(expression, nodes.Compare) and all(
            operand.op in _COMPARISONS for operand in expression.ops
        )
        if not simple or not isinstance(expression, nodes.Compare):
            return Judgement(bool(self._value(expression)))
        left = self._value(expression.expr)
        for operand in expression.ops:
            right = self._value(operand.expr)
            sign, holds = _COMPARISONS[operand.op]
            if not holds(left, right):
                return Judgement(False, _shown(left), sign, _shown(right))  # noqa: FBT003 - named
            left = right
        return Judgement(holds=True)

    def _value(self, expression: nodes.Expr) -> Any:
        """Return what one side is worth; rates and measurements count as their figure."""
        body: list[nodes.Node] = [nodes.Assign(nodes.Name("result", "store"), expression, lineno=1)]
        template = self._environment.from_string(nodes.Template(body, lineno=1))
        value = TemplateExpression(template, undefined_to_none=False)(self._facts)
        if value is None:
            raise BrokenAssertion(BLANK)
        if isinstance(value, Rate):
            return value.percent
        if isinstance(value, Quantity) and len(value.measures) == 1:
            return value.measures[0].number
        return value


def _shown(value: Any) -> str:
    if isinstance(value, Decimal):
        return plain(round_half_up(value, _SHOWN_DECIMALS))
    return str(value)
