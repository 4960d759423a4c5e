"""What the model refuses, said in our words: by the type of the error, never by its English."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeGuard

from reportgen.loading.figure_advice import advise_figure, advise_rate, advise_unit
from reportgen.loading.limits import MOST_FINDINGS
from reportgen.loading.model_keys import (
    field_at,
    literals_in,
    model_at,
    own_fields,
)
from reportgen.loading.refusals import shorten
from reportgen.loading.refused_value import RefusedValue
from reportgen.loading.schema_words import BELONGS
from reportgen.loading.shape_findings import wrong_shape
from reportgen.loading.suggestions import home_of, nearest, nearest_key
from reportgen.model.finding import DataPath, Finding, path_text
from reportgen.wording.language import Phrase, did_you_mean

if TYPE_CHECKING:
    from pydantic import ValidationError

    from reportgen.loading.places import Places
    from reportgen.model.record import Record


def explain(
    error: ValidationError, data: Any, places: Places, model: type[Record]
) -> tuple[Finding, ...]:
    """Return a finding for each value of `data` that `model` refuses, up to the limit."""
    details = error.errors(include_url=False, include_context=False, include_input=False)
    found = [
        _explained(detail["type"], detail["loc"], data, places, model)
        for detail in details[:MOST_FINDINGS]
    ]
    homes = [home for each in found if (home := _home(each)) is not None]
    return tuple(each for each in _once(found) if not _is_empty_home(each, homes))


def _once(found: list[Finding]) -> Iterator[Finding]:
    """Yield only the first of the keys that stand in one group and belong to one other."""
    told = set()
    for each in found:
        home = _home(each)
        pair = (each.path[:-1], home.rpartition(".")[0]) if home is not None else None
        if pair is None or pair not in told:
            yield each
        told.add(pair)


def _home(finding: Finding) -> str | None:
    """Return where the key of DATA-01 belongs, if that is known."""
    advice = finding.arguments.get("advice")
    return str(advice.arguments["home"]) if _belongs(advice) else None


def _belongs(advice: object) -> TypeGuard[Phrase]:
    return isinstance(advice, Phrase) and advice.wording is BELONGS


def _is_empty_home(finding: Finding, homes: list[str]) -> bool:
    """Whether a group is only empty because its keys stand outside, and were told there."""
    group = f"{path_text(finding.path)}."
    return finding.code == "DATA-02" and any(home.startswith(group) for home in homes)


def _explained(
    kind: str, location: DataPath, data: Any, places: Places, model: type[Record]
) -> Finding:
    path, value = _follow(location, data, may_end=kind == "missing")
    refused = RefusedValue(path, value, model, places)
    if kind == "missing" or (value is None and _is_required(refused)):
        return _missing(refused)
    if kind != "extra_forbidden" and isinstance(value, dict | list):
        return wrong_shape(refused)
    return EXPLANATIONS.get(kind, wrong_shape)(refused)


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


def _is_required(refused: RefusedValue) -> bool:
    if not refused.path or isinstance(refused.path[-1], int):
        return False
    info = field_at(refused.model, refused.path)
    return info is not None and info.is_required()


def _missing(refused: RefusedValue) -> Finding:
    spots = refused.places
    path = refused.path
    here = spots.key_at(path) if spots.knows(path) else spots.key_at(path[:-1])
    return refused.finding("DATA-02", here)


def _unknown_key(refused: RefusedValue) -> Finding:
    parent, key = refused.path[:-1], str(refused.path[-1])
    group = model_at(refused.model, parent) or refused.model
    near = nearest_key(key, group)
    home = None if near else home_of(key, refused.model)
    advice = did_you_mean(near) if home is None else Phrase(BELONGS, {"home": home})
    return refused.finding(
        "DATA-01",
        refused.places.key_at(refused.path),
        where=RefusedValue(parent, None, refused.model, refused.places).key,
        key=shorten(key),
        advice=advice,
        keys="、".join(own_fields(group)),
    )


def _not_a_figure(refused: RefusedValue) -> Finding:
    return refused.finding("DATA-04", advice=advise_figure(str(refused.value)))


def _with_unit(refused: RefusedValue) -> Finding:
    return refused.finding("DATA-05", advice=advise_unit(str(refused.value), refused.unit))


def _not_a_rate(refused: RefusedValue) -> Finding:
    return refused.finding("DATA-08", advice=advise_rate(str(refused.value)))


def _not_a_choice(refused: RefusedValue) -> Finding:
    path = refused.path
    # What stands in a table of names and values is described by the table.
    info = field_at(refused.model, path) or field_at(refused.model, path[:-1])
    choices = () if info is None else tuple(literals_in(info.annotation))
    return refused.finding(
        "DATA-10",
        advice=did_you_mean(nearest(str(refused.value), choices)),
        choices="、".join(choices),
    )


def _plainly(code: str) -> Callable[[RefusedValue], Finding]:
    return lambda refused: refused.finding(code)


EXPLANATIONS: Final[Mapping[str, Callable[[RefusedValue], Finding]]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "model_type": wrong_shape,
    "tuple_type": wrong_shape,
    "dict_type": wrong_shape,
    "string_type": wrong_shape,
    "decimal_type": wrong_shape,
    "int_type": wrong_shape,
    "not_a_text": wrong_shape,
    "not_a_figure": _not_a_figure,
    "figure_with_unit": _with_unit,
    "not_a_count": _plainly("DATA-06"),
    "not_a_year": _plainly("DATA-07"),
    "not_a_rate": _not_a_rate,
    "no_such_day": _plainly("DATA-09"),
    "literal_error": _not_a_choice,
}
"""How each error that the model can raise is told, by its type."""
