"""What the model refuses, said in our words: by the type of the error, never by its English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, get_origin

from reportgen.loading.figure_advice import advise_figure, advise_unit
from reportgen.loading.limits import MOST_FINDINGS
from reportgen.loading.model_keys import field_at, literals_in, model_at, own_fields, takes_list
from reportgen.loading.refusals import shorten
from reportgen.loading.schema_words import (
    BELONGS,
    BLANK,
    GROUP,
    LIST,
    SCHEMA_WORDS,
    TEXT,
    TOP,
    WRITE_GROUP,
    WRITE_LIST,
    WRITE_PAIRS,
    WRITE_TEXT,
)
from reportgen.loading.suggestions import home_of, nearest, nearest_key
from reportgen.model.finding import DataPath, Finding, Place, Severity
from reportgen.wording.language import Phrase, Wording, did_you_mean

if TYPE_CHECKING:
    from pydantic import ValidationError

    from reportgen.loading.places import Places
    from reportgen.model.record import Record


@dataclass(frozen=True, slots=True)
class _Refused:
    """One value that the model refuses, and what stands there."""

    path: DataPath
    value: Any
    model: type[Record]
    places: Places

    @property
    def key(self) -> object:
        """What the value is called: its key, or the list whose item it is."""
        name = next((step for step in reversed(self.path) if isinstance(step, str)), None)
        return TOP if name is None else name

    @property
    def typed(self) -> str:
        """The value as typed."""
        return "" if self.value is None else shorten(str(self.value))

    @property
    def unit(self) -> str:
        """The unit of the field, if it has one."""
        info = field_at(self.model, self.path)
        extra = None if info is None else info.json_schema_extra
        return str(extra.get("unit", "")) if isinstance(extra, dict) else ""

    def finding(self, code: str, place: Place | None = None, **arguments: object) -> Finding:
        """Return the finding `code` on this value."""
        words = SCHEMA_WORDS[code]
        spot = self.places.at(self.path) if place is None else place
        said = {"key": self.key, "typed": self.typed} | arguments
        return Finding(
            code,
            Severity.ERROR,
            words.message,
            words.hint,
            spot,
            self.path,
            said,
            stated=self.typed or None,
        )


def explain(
    error: ValidationError, data: Any, places: Places, model: type[Record]
) -> tuple[Finding, ...]:
    """Return a finding for each value of `data` that `model` refuses, up to the limit."""
    details = error.errors(include_url=False, include_context=False, include_input=False)
    return tuple(
        _explained(detail["type"], detail["loc"], data, places, model)
        for detail in details[:MOST_FINDINGS]
    )


def _explained(
    kind: str, location: DataPath, data: Any, places: Places, model: type[Record]
) -> Finding:
    path, value = _follow(location, data, may_end=kind == "missing")
    refused = _Refused(path, value, model, places)
    if kind == "missing" or (value is None and _is_required(refused)):
        return _missing(refused)
    if kind != "extra_forbidden" and isinstance(value, dict | list):
        return _wrong_shape(refused)
    return EXPLANATIONS.get(kind, _wrong_shape)(refused)


def _follow(location: DataPath, data: Any, *, may_end: bool) -> tuple[DataPath, Any]:
    """Return the path of an error in the data, without the marks pydantic puts into it."""
    path: DataPath = ()
    for number, step in enumerate(location, start=1):
        if _holds(data, step):
            path, data = (*path, step), data[step]
        elif may_end and number == len(location):
            path, data = (*path, step), None
    return path, data


def _holds(data: Any, step: str | int) -> bool:
    if isinstance(step, int):
        return isinstance(data, list) and step < len(data)
    return isinstance(data, dict) and step in data


def _is_required(refused: _Refused) -> bool:
    if not refused.path or isinstance(refused.path[-1], int):
        return False
    info = field_at(refused.model, refused.path)
    return info is not None and info.is_required()


def _missing(refused: _Refused) -> Finding:
    spots = refused.places
    path = refused.path
    here = spots.key_at(path) if spots.knows(path) else spots.key_at(path[:-1])
    return refused.finding("DATA-02", here)


def _unknown_key(refused: _Refused) -> Finding:
    parent, key = refused.path[:-1], str(refused.path[-1])
    group = model_at(refused.model, parent) or refused.model
    near = nearest_key(key, group)
    home = None if near else home_of(key, refused.model)
    advice = did_you_mean(near) if home is None else Phrase(BELONGS, {"home": home})
    return refused.finding(
        "DATA-01",
        refused.places.key_at(refused.path),
        where=_Refused(parent, None, refused.model, refused.places).key,
        key=shorten(key),
        advice=advice,
        keys="、".join(own_fields(group)),
    )


def _wrong_shape(refused: _Refused) -> Finding:
    group = model_at(refused.model, refused.path)
    info = field_at(refused.model, refused.path)
    is_item = bool(refused.path) and isinstance(refused.path[-1], int)
    if group is not None and (is_item or info is None or not takes_list(info)):
        expected, advice = GROUP, Phrase(WRITE_GROUP, {"keys": "、".join(own_fields(group))})
    elif info is not None and takes_list(info) and not is_item:
        expected, advice = LIST, Phrase(WRITE_LIST)
    elif info is not None and get_origin(info.annotation) is dict:
        expected, advice = GROUP, Phrase(WRITE_PAIRS)
    else:
        expected, advice = TEXT, Phrase(WRITE_TEXT)
    return refused.finding(
        "DATA-03", expected=expected, found=_FOUND.get(type(refused.value), BLANK), advice=advice
    )


def _not_a_figure(refused: _Refused) -> Finding:
    return refused.finding("DATA-04", advice=advise_figure(str(refused.value)))


def _with_unit(refused: _Refused) -> Finding:
    return refused.finding("DATA-05", advice=advise_unit(str(refused.value), refused.unit))


def _not_a_choice(refused: _Refused) -> Finding:
    path = refused.path
    # What stands in a table of names and values is described by the table.
    info = field_at(refused.model, path) or field_at(refused.model, path[:-1])
    choices = () if info is None else tuple(literals_in(info.annotation))
    return refused.finding(
        "DATA-10",
        advice=did_you_mean(nearest(str(refused.value), choices)),
        choices="、".join(choices),
    )


def _plainly(code: str) -> Callable[[_Refused], Finding]:
    return lambda refused: refused.finding(code)


_FOUND: Final[Mapping[type, Wording]] = {dict: GROUP, list: LIST, str: TEXT}
EXPLANATIONS: Final[Mapping[str, Callable[[_Refused], Finding]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "model_type": _wrong_shape,
    "tuple_type": _wrong_shape,
    "dict_type": _wrong_shape,
    "string_type": _wrong_shape,
    "decimal_type": _wrong_shape,
    "int_type": _wrong_shape,
    "not_a_text": _wrong_shape,
    "not_a_figure": _not_a_figure,
    "figure_with_unit": _with_unit,
    "not_a_count": _plainly("DATA-06"),
    "not_a_year": _plainly("DATA-07"),
    "not_a_rate": _plainly("DATA-08"),
    "no_such_day": _plainly("DATA-09"),
    "literal_error": _not_a_choice,
}
"""How each error that the model can raise is told, by its type."""
