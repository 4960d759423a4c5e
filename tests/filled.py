"""A department in which every field of the model is filled, each with a text of its own."""

from __future__ import annotations

import itertools
import re
import typing
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from reportgen.figures.facts import fields_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.fields import Rate
from reportgen.model.indicators import Indicator
from reportgen.model.papers import Section
from reportgen.model.record import Record
from reportgen.wording.dates import DateText

TREES = (Indicator, Section)
Text = Callable[[str], str | None]
KEPT = (
    *("口径", "年度", "评定", "列出", "图表", "图", "核对", "说明"),
    *("编制人数", "实有人数", "独立核算单位数", "项目数", "未按进度专项数"),
)
"""Keys that hold no free text, and whole numbers."""
_FIGURE = re.compile(r"-?\d+(\.\d+)?")
_RATE = re.compile(r"-?\d+(\.\d+)?%")
_DATE = re.compile(r"\d{4}[-.年]\d{1,2}[-.月]\d{1,2}日?")


def filled(text: Text, entries: int = 2) -> dict[str, Any]:
    """Return typed data with `text(key)` in every free text, and `entries` entries a list.

    Where it is None nothing is typed but what must be, figures neither.
    """
    department = _group(DepartmentYear, text, entries, levels=3)
    known = {"口径": "national-2020", "年度": "2024", "核对": [], "说明": []}
    return {**department, **known}


def marked(data: Any, change: Callable[[str, int], str] = "{}〔{}〕".format) -> Any:
    """Return typed data with every free text and figure made unlike all others."""
    return _marked(data, itertools.count(1), change)


def _marked(data: Any, numbers: Iterator[int], change: Callable[[str, int], str]) -> Any:
    if isinstance(data, dict):
        return {
            key: value if key in KEPT else _marked(value, numbers, change)
            for key, value in data.items()
        }
    if isinstance(data, list):
        return [_marked(value, numbers, change) for value in data]
    if data is None or _DATE.fullmatch(data):
        return data
    number = next(numbers)
    if _FIGURE.fullmatch(data):
        return f"{10000 + number}.{number % 9 + 1}"
    return f"{10000 + number}.5%" if _RATE.fullmatch(data) else change(data, number)


def _group(model: type[Record], text: Text, entries: int, levels: int) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, name, kind, inner in fields_of(model):
        info = model.model_fields[name]
        if inner in TREES and model in TREES and levels == 1:
            data[key] = []
        elif kind == "list":
            below = levels - (model in TREES)
            each = text(key) if inner is None else _group(inner, text, entries, below)
            data[key] = [] if each is None else [each] * entries
        elif inner is not None:
            data[key] = _group(inner, text, entries, levels)
        else:
            typed = _typed(info.annotation, text(key))
            data[key] = "某县卫生健康局" if typed is None and info.is_required() else typed
    return data


def _typed(annotation: Any, text: str | None) -> str | None:
    """Return what may be typed for a value of this annotation."""
    if text is None:
        return None
    kinds = list(_kinds(annotation))
    figures = {Decimal: "12345.67", int: "426", Rate: "97.5%", DateText: "2024-06-13"}
    return next((typed for kind, typed in figures.items() if kind in kinds), _worded(kinds, text))


def _worded(kinds: list[Any], text: str) -> str:
    choices = [kind for kind in kinds if isinstance(kind, str)]
    return choices[0] if choices else text


def _kinds(annotation: Any) -> Iterator[Any]:
    parts = typing.get_args(annotation)
    yield annotation
    for part in parts:
        yield from _kinds(part)
