"""The typed texts of a department-year, each with its path."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, Final

from reportgen.figures.facts import fields_of
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath
from reportgen.model.papers import Section
from reportgen.model.record import Record
from reportgen.wording.dates import DateText
from reportgen.wording.quantities import Quantity

PlacedText = tuple[DataPath, str]
PlacedSection = tuple[DataPath, int, Section]

# Texts for the program, not for the documents (资金 has a 说明 of its own, which is printed).
_NOT_PRINTED: Final = frozenset({"口径", "核对", "说明"})
# Names, numbers and rules: what they say is no statement about the year.
_NOT_PROSE: Final = frozenset(
    {
        "名称", "别名", "编号", "序号", "文号", "对应", "预算编码", "联系电话", "标准", "评分标准",
        "姓名", "上级转移支付列名",
    }
)  # fmt: skip
_NOTHING: Final = frozenset({"无", "暂无", "没有", "不存在", "无问题", "暂无问题"})


class _Same:
    """A department-year compared by identity, so that a dozen rules walk its texts once."""

    __slots__ = ("department_year",)

    def __init__(self, department_year: DepartmentYear) -> None:
        self.department_year = department_year

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.department_year is other.department_year

    def __hash__(self) -> int:
        return id(self.department_year)


def texts(department_year: DepartmentYear) -> tuple[PlacedText, ...]:
    """Return every text that documents print, words of targets and actuals among them."""
    return _all_texts(_Same(department_year))


@functools.lru_cache(maxsize=1)
def _all_texts(same: _Same) -> tuple[PlacedText, ...]:
    return tuple(
        placed for placed in _texts(same.department_year, ()) if placed[0][0] not in _NOT_PRINTED
    )


def prose(department_year: DepartmentYear) -> Iterator[PlacedText]:
    """Yield the texts that state something: no names, no numbers, no scoring rules."""
    for path, text in texts(department_year):
        if _last_key(path) not in _NOT_PROSE:
            yield path, text


def dates(record: Record, path: DataPath = ()) -> Iterator[tuple[DataPath, DateText]]:
    """Yield every date field that is filled."""
    for key, attribute, _, inner in fields_of(type(record)):
        value, here = getattr(record, attribute), (*path, key)
        if isinstance(value, DateText):
            yield here, value
        elif isinstance(value, Record):
            yield from dates(value, here)
        elif inner is not None and isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from dates(item, (*here, index))


def sections(
    entries: tuple[Section, ...], path: DataPath = ("报告", "章节"), level: int = 1
) -> Iterator[PlacedSection]:
    """Yield every section of the report with its path and level, a section before its own."""
    for index, section in enumerate(entries):
        here = (*path, index)
        yield here, level, section
        yield from sections(section.sections, (*here, "章节"), level + 1)


def says_nothing(paragraphs: tuple[str, ...]) -> bool:
    """Whether paragraphs are blank or only say 无."""
    return all(text.strip().rstrip("。.") in _NOTHING or not text.strip() for text in paragraphs)


def _texts(value: Any, path: DataPath) -> Iterator[PlacedText]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Quantity):
        yield path, value.text
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
    elif isinstance(value, Record):
        for key, attribute, _, _ in fields_of(type(value)):
            yield from _texts(getattr(value, attribute), (*path, key))


def _last_key(path: DataPath) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")
