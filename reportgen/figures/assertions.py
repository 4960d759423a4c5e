"""What an author asserts of the facts: `资金.执行合计 <= 资金.到位资金`.

Evaluated in the sandboxed environment of citations, so that 0.89 is the decimal 0.89.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import TemplateError, nodes
from jinja2.environment import TemplateExpression

from reportgen.figures.expressions import FactEnvironment, UnknownFact
from reportgen.figures.facts import Facts, is_filled
from reportgen.model.fields import Rate

LONGEST: Final = 400
_SIGNS: Final = {
    "eq": "=", "ne": "≠", "lt": "<", "lteq": "≤", "gt": ">", "gteq": "≥",
}  # fmt: skip


class BrokenAssertion(ValueError):  # noqa: N818 - it says what it is
    """An assertion that says nothing: unknown fact, blank fact, or not an expression."""

    def __init__(self, cause: str, name: str = "", suggestion: str | None = None) -> None:
        super().__init__(cause)
        self.cause = cause
        self.name = name
        self.suggestion = suggestion


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an assertion holds; for a comparison, the values on its two sides and the sign."""

    holds: bool
    left: Any = None
    sign: str = ""
    right: Any = None


class Judge:
    """Evaluates assertions over the facts of one department-year."""

    def __init__(self, facts: Facts, filters: Mapping[str, Callable[..., Any]]) -> None:
        self._facts = facts
        self._environment = FactEnvironment(filters)

    def judge(self, assertion: str) -> Judgement:
        """Return whether `assertion` holds. Raises BrokenAssertion when it cannot be decided."""
        if len(assertion) > LONGEST:
            cause = "syntax"
            raise BrokenAssertion(cause)
        try:
            return self._judgement(self._parsed(assertion))
        except UnknownFact as unknown:
            near = unknown.suggestion or unknown.nearest_of(self._facts)
            cause = "unknown"
            raise BrokenAssertion(cause, unknown.name, near) from None
        except (TemplateError, ArithmeticError, TypeError, ValueError, RecursionError) as error:
            if isinstance(error, BrokenAssertion):
                raise
            cause = "syntax"
            raise BrokenAssertion(cause) from None

    def _judgement(self, expression: nodes.Expr) -> Judgement:
        if not isinstance(expression, nodes.Compare):
            return Judgement(bool(self._value(expression)))
        left = self._comparable(expression.expr)
        for operand in expression.ops:
            right = self._comparable(operand.expr)
            pair = nodes.Compare(_constant(left), [nodes.Operand(operand.op, _constant(right))])
            if not self._value(pair):
                return Judgement(False, left, _SIGNS.get(operand.op, operand.op), right)
            left = right
        return Judgement(holds=True)
