"""What is printed of a fact."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from reportgen.figures.rounding import written

_NOT_ONE_VALUE: Final = (dict, list, tuple)
# As many digits as arithmetic keeps: a quotient that has no end has them all.
_ENDLESS: Final = 28


class UnroundedError(ValueError):
    """A quotient without end is to be printed, and nobody said to how many decimals."""


def printable(value: Any) -> Any:
    """Return what is printed of a fact: nothing of a blank, figures without an exponent.

    Raises TypeError for a group or a list, which has no one text, and UnroundedError.
    """
    if type(value) is Decimal:
        text = written(value)
        if len(text) > _ENDLESS and "." in text and len(value.as_tuple().digits) >= _ENDLESS:
            raise UnroundedError
        return text
    if type(value) is int:
        return value
    if isinstance(value, _NOT_ONE_VALUE):
        message = "a group or a list is not one value"
        raise TypeError(message)
    return "" if value is None else value
