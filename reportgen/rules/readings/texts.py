"""The typed texts of a department-year, each with its path."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterator
from typing import Final

from reportgen.figures.contents import contents
from reportgen.figures.prose import TEXT_END
from reportgen.figures.remembered import remembered
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath
from reportgen.model.papers import Section
from reportgen.wording.dates import DateText
from reportgen.wording.sameness import means_nothing

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


@remembered
def texts(department_year: DepartmentYear) -> tuple[PlacedText, ...]:
    """Return every text that documents print, words of targets and actuals among them."""
    return tuple(
        [
            (path, value if type(value) is str else value.text)
            for path, value, _ in contents(department_year).words
            if path[0] not in _NOT_PRINTED
        ]
    )


@remembered
def prose(department_year: DepartmentYear) -> tuple[PlacedText, ...]:
    """Return the texts that state something: no names, no numbers, no scoring rules."""
    return tuple(
        [
            placed
            for placed in texts(department_year)
            # The key of an item of a list stands before its number.
            if placed[0][-1 if type(placed[0][-1]) is str else -2] not in _NOT_PROSE
        ]
    )


class JoinedTexts:
    """Texts in one, to be searched at once: most of what is looked for is in none of them."""

    def __init__(self, placed: tuple[PlacedText, ...]) -> None:
        self._placed = placed
        self.text = TEXT_END.join([text for _, text in placed])

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [0, *itertools.accumulate([len(text) + 1 for _, text in self._placed])]

    def path_at(self, position: int) -> DataPath:
        """Return the path of the text that a position in the joined one is in."""
        return self._placed[self._number_at(position)][0]

    def holding(self, *marks: str | re.Pattern[str], field: str | None = None) -> list[PlacedText]:
        """Return the texts, in their order, that hold a word or a match of a pattern.

        A pattern is found fast that begins with a character, and must not look beyond a text. The
        texts of a `field` are among them whatever they hold.
        """
        numbers = {number for mark in marks for number in self._numbers(mark)}
        if field is not None:
            numbers |= {at for at, (path, _) in enumerate(self._placed) if path[-1] == field}
        return [self._placed[number] for number in sorted(numbers)]

    def _numbers(self, mark: str | re.Pattern[str]) -> Iterator[int]:
        position = self._find(mark, 0)
        while position >= 0:
            number = self._number_at(position)
            yield number
            position = self._find(mark, self._starts[number + 1])

    def _find(self, mark: str | re.Pattern[str], start: int) -> int:
        if isinstance(mark, str):
            return self.text.find(mark, start)
        match = mark.search(self.text, start)
        return -1 if match is None else match.start()

    def _number_at(self, position: int) -> int:
        return bisect.bisect_right(self._starts, position) - 1


@remembered
def joined_texts(department_year: DepartmentYear) -> JoinedTexts:
    """Return every text that documents print, in one."""
    return JoinedTexts(texts(department_year))


@remembered
def joined_prose(department_year: DepartmentYear) -> JoinedTexts:
    """Return the texts that state something, in one."""
    return JoinedTexts(prose(department_year))


def dates(department_year: DepartmentYear) -> Iterator[tuple[DataPath, DateText]]:
    """Yield every date field that is filled."""
    return ((path, date) for path, date, _ in contents(department_year).dates)


def sections(
    entries: tuple[Section, ...], path: DataPath = ("报告", "章节"), level: int = 1
) -> Iterator[PlacedSection]:
    """Yield every section of the report with its path and level, a section before its own."""
    for index, section in enumerate(entries):
        here = (*path, index)
        yield here, level, section
        yield from sections(section.sections, (*here, "章节"), level + 1)


@remembered
def report_sections(department_year: DepartmentYear) -> tuple[PlacedSection, ...]:
    """Return every section of the report, as `sections` tells them."""
    return tuple(sections(department_year.report.sections))


def says_nothing(paragraphs: tuple[str, ...]) -> bool:
    """Whether paragraphs are blank or only say 无."""
    return all(map(means_nothing, paragraphs))
