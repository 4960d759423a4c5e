"""The kinds of value a department-year holds: each reads typed text and keeps it as typed.

A value that cannot be read raises PydanticCustomError whose `type` names the problem; the words
for it are in `loading`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, WithJsonSchema
from pydantic.config import JsonDict
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from reportgen.wording.dates import DateText, parse_date
from reportgen.wording.quantities import Quantity, parse_quantity

_is_decimal: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?").fullmatch
_WITH_UNIT: Final = re.compile(r"-?[0-9][0-9,]*(\.[0-9]+)?\s*(万元|亿元|元|万|亿|分|人|个|%|％)")
_PERCENT: Final = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?%")
_MOST_DIGITS: Final = 28


def field(  # noqa: PLR0913 - each is a fact of the field
    key: str,
    english: str,
    *,
    unit: str = "",
    note: str = "",
    default: Any = None,
    required: bool = False,
) -> Any:
    """Declare a field: its Chinese key, English title, unit and what it means.

    A field of many (a list) passes `default=()`.
    """
    extra: JsonDict = {"english": english}
    if unit:
        extra["unit"] = unit
    return Field(
        ... if required else default,
        alias=key,
        title=key,
        description=note or None,
        json_schema_extra=extra,
    )


@dataclass(frozen=True, slots=True)
class HeldAs:
    """Marks a table that is read as something else later: what its keys and values mean."""

    annotation: Any


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage as typed: `131.12%` is 131.12 to two stated decimals. Unit: percent."""

    text: str
    percent: Decimal

    def __str__(self) -> str:
        return self.text


def _decimal(value: Any) -> Decimal:
    """Read an amount or a score, keeping its digits: 350.40 stays 350.40."""
    if isinstance(value, str) and len(value) <= _MOST_DIGITS and _is_decimal(value):
        return Decimal(value)
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if value is None:
        raise PydanticKnownError("decimal_type")  # noqa: EM101 - only a literal is known
    text = str(value)
    if _is_decimal(text) and sum(map(str.isdigit, text)) <= _MOST_DIGITS:
        return Decimal(text)
    if _WITH_UNIT.fullmatch(text.strip()):
        kind = "figure_with_unit"
        raise PydanticCustomError(kind, "a unit inside an amount", {"typed": text})
    kind = "not_a_figure"
    raise PydanticCustomError(kind, "not a figure", {"typed": text})


def _count(value: Any) -> Any:
    if value is None or isinstance(value, int):
        return value
    figure = _decimal(value)
    if figure != figure.to_integral_value() or "." in str(value):
        kind = "not_a_count"
        raise PydanticCustomError(kind, "not a whole number", {"typed": str(value)})
    return int(figure)


def _year(value: Any) -> Any:
    if not re.fullmatch("(19|20)[0-9]{2}", str(value)):
        kind = "not_a_year"
        raise PydanticCustomError(kind, "not a year", {"typed": str(value)})
    return int(value)


def _rate(value: Any) -> Rate:
    if isinstance(value, Rate):
        return value
    text = str(value)
    if not _PERCENT.fullmatch(text):
        kind = "not_a_rate"
        raise PydanticCustomError(kind, "not a percentage", {"typed": text})
    return Rate(text, Decimal(text.removesuffix("%")))


def _date(value: Any) -> DateText:
    if isinstance(value, DateText):
        return value
    try:
        return parse_date(_text(value))
    except ValueError:
        kind = "no_such_day"
        raise PydanticCustomError(kind, "no such day", {"typed": str(value)}) from None


def _quantity(value: Any) -> Quantity:
    return value if isinstance(value, Quantity) else parse_quantity(_text(value))


def _text(value: Any) -> Any:
    if isinstance(value, dict | list | tuple):
        kind = "not_a_text"
        raise PydanticCustomError(kind, "not a text", {})
    return value if value is None else str(value)


def _paragraphs(value: Any) -> Any:
    """Take one text, split at its line ends, or a list of paragraphs."""
    if value is None:
        return ()
    if isinstance(value, str):
        return tuple(line for line in value.split("\n") if line.strip())
    return value


def _many(value: Any) -> Any:
    return () if value is None else value


def _nothing_filled(value: Any) -> Any:
    return {} if value is None else value


class _Plain:
    """Lets a small class of ours stand as a field: read by one function, written as its text."""

    def __init__(self, read: Any) -> None:
        self.read = read

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.read, serialization=core_schema.to_string_ser_schema()
        )


_FIGURE_SCHEMA: Final = {"type": ["number", "string"]}
_TEXT_SCHEMA: Final = {"type": ["string", "number"]}

Amount = Annotated[Decimal, _Plain(_decimal), WithJsonSchema(_FIGURE_SCHEMA)]
"""Money, in 万元 unless the field says otherwise; the digits stay as typed."""
Points = Annotated[Decimal, _Plain(_decimal), WithJsonSchema(_FIGURE_SCHEMA)]
"""A weight or a score, in points (分)."""
Count = Annotated[int, BeforeValidator(_count), WithJsonSchema({"type": "integer"})]
"""A whole number of people, posts, units or projects."""
Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": "integer"})]
"""A calendar year of four digits."""
Percent = Annotated[Rate, _Plain(_rate), WithJsonSchema({"type": "string", "pattern": "%$"})]
"""A percentage with its sign, as typed."""
Date = Annotated[DateText, _Plain(_date), WithJsonSchema({"type": "string"})]
"""A day; `2024-06-13` is printed 2024年6月13日."""
Value = Annotated[Quantity, _Plain(_quantity), WithJsonSchema(_TEXT_SCHEMA)]
"""A target or an actual: figures with comparator and unit, or words."""
Text = Annotated[str, WithJsonSchema(_TEXT_SCHEMA)]
"""Words as typed; may cite facts as {{ 资金.执行合计 }}."""
Paragraphs = Annotated[tuple[Text, ...], BeforeValidator(_paragraphs)]
"""One text, or a list of paragraphs."""
MANY: Final = BeforeValidator(_many)
"""Marks a list that may be left blank."""
PART: Final = BeforeValidator(_nothing_filled)
"""Marks a group of fields that may be left blank."""
MAPPING: Final = BeforeValidator(_nothing_filled)
"""Marks a table of names and values that may be left blank."""
