"""What is printed of a fact."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from reportgen.figures.rounding import written

_NOT_ONE_VALUE: Final = (dict, list, tuple)


def printable(value: Any) -> Any:
    """Return what is printed of a fact: nothing of a blank, figures without an exponent.

    Raises TypeError for a group or a list, which has no one text.
    """
    if isinstance(value, Decimal):
        return written(value)
    if isinstance(value, _NOT_ONE_VALUE):
        message = "a group or a list is not one value"
        raise TypeError(message)
    return "" if value is None else value
