"""What is printed of a fact."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportgen.figures.rounding import written


def printable(value: Any) -> Any:
    """Return what is printed of a fact: nothing of a blank, figures without an exponent.

    Raises TypeError for a group or a list, which has no one text.
    """
    if value is None:
        return ""
    if isinstance(value, dict | list | tuple):
        message = "a group or a list is not one value"
        raise TypeError(message)
    return written(value) if isinstance(value, Decimal) else value
