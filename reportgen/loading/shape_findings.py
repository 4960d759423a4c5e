"""A list, a group or a text in the place of another: DATA-03, with how to write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, get_origin

from reportgen.loading.model_keys import field_at, model_at, own_fields, records_in, takes_list
from reportgen.loading.refusals import shorten
from reportgen.loading.refused_value import RefusedValue
from reportgen.loading.schema_words import (
    BLANK,
    FILL_ITEM,
    FILL_ROW,
    GROUP,
    LIST,
    TEXT,
    WRITE_CITATION,
    WRITE_ENTRIES,
    WRITE_GROUP,
    WRITE_LIST,
    WRITE_PAIRS,
    WRITE_QUOTED,
    WRITE_TEXT,
)
from reportgen.model.finding import Finding
from reportgen.wording.language import Phrase, Wording

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

_BETWEEN_ENTRIES: Final = re.compile("[、，,；;]")
_FOUND: Final[Mapping[type, Wording]] = {dict: GROUP, list: LIST, str: TEXT}


def wrong_shape(refused: RefusedValue) -> Finding:
    """Return the finding on a value that has not the shape of its field."""
    group = model_at(refused.model, refused.path)
    info = field_at(refused.model, refused.path)
    is_item = bool(refused.path) and isinstance(refused.path[-1], int)
    if group is not None and (is_item or info is None or not takes_list(info)):
        words = FILL_ROW if is_item and refused.value is None else WRITE_GROUP
        expected, advice = GROUP, Phrase(words, {"keys": "、".join(own_fields(group))})
    elif info is not None and takes_list(info) and not is_item:
        expected, advice = LIST, _advise_list(refused, info)
    elif is_item and refused.value is None:
        expected, advice = TEXT, Phrase(FILL_ITEM)
    elif info is not None and get_origin(info.annotation) is dict:
        expected, advice = GROUP, Phrase(WRITE_PAIRS)
    else:
        expected, advice = TEXT, _advise_text(refused.value)
    return refused.finding(
        "DATA-03", expected=expected, found=_FOUND.get(type(refused.value), BLANK), advice=advice
    )


def _advise_list(refused: RefusedValue, info: FieldInfo) -> Phrase:
    """Show words between commas as the entries they were meant to be."""
    plain = isinstance(refused.value, str) and not any(records_in(info.annotation))
    entries = _entries(refused.value) if plain else []
    if not entries:
        return Phrase(WRITE_LIST)
    return Phrase(WRITE_ENTRIES, {"entries": shorten(", ".join(entries))})


def _entries(text: str) -> list[str]:
    return [
        each.strip() for each in _BETWEEN_ENTRIES.split(text.strip("【】［］[]")) if each.strip()
    ]


def _advise_text(value: Any) -> Phrase:
    """Tell { 年度 } and a sentence with a colon, which are read as one key, from other groups."""
    if not isinstance(value, dict) or len(value) != 1:
        return Phrase(WRITE_TEXT)
    ((key, inner),) = value.items()
    if inner is None:
        return Phrase(WRITE_CITATION, {"key": shorten(key)})
    return Phrase(WRITE_QUOTED if isinstance(inner, str) else WRITE_TEXT)
