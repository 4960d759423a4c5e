"""The rule on items that are told alike: a sentence copied from one to another."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Severity
from reportgen.rules.readings.texts import report_sections
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_SENTENCE_ENDS: Final = "；！？\n"
"""Besides 。, which ends most."""
_LONG_SENTENCE: Final = 20
_FEWEST_ITEMS: Final = 2
Texts = tuple[str, ...]


@rule(
    "NAR-07",
    Severity.WARNING,
    message=Wording("第{items}项内容相同", "Items {items} have identical text"),
    hint=Wording("“{sentence}”；请按各项的实际分别填写", '"{sentence}"; write each on its own'),
)
def items_are_not_copied(subject: Subject) -> Iterator[Hit]:
    """并列的各项不用同一句话（超过20字）。

    为什么：不同的项目目标、成效不会一字不差，多是复制后忘了改。相同的几项合报一次。
    错：（五）至（八）四项同为“提高计划生育家庭发展能力，增强凝聚力及成员幸福感。”。
    对：四项各写各的对象和标准。
    """
    for path, items in _siblings(subject.department_year):
        shared: dict[tuple[int, ...], str] = {}
        for sentence, places in _sentences(items).items() if _repeat(items) else ():
            if len(places) > 1:
                shared.setdefault(tuple(places), sentence)
        for same, sentence in shared.items():
            words = {"items": "、".join(str(i + 1) for i in same), "sentence": sentence}
            yield Hit((*path, same[1]), arguments=words, other=(*path, same[0]))


def _siblings(department_year: DepartmentYear) -> Iterator[tuple[DataPath, list[Texts]]]:
    """Yield lists of parallel items, each item with its texts."""
    report, goals = department_year.report, department_year.goals
    yield ("目标", "预期"), [(goal.content or "",) for goal in goals.expected]
    yield ("目标", "完成"), [(result.content or "",) for result in goals.achieved]
    yield ("报告", "问题"), [(text,) for text in report.problems]
    yield ("报告", "措施"), [(text,) for text in report.measures]
    yield ("报告", "章节"), [section.body for section in report.sections]
    for path, _, section in report_sections(department_year):
        if section.sections:
            yield (*path, "章节"), [inner.body for inner in section.sections]


def _repeat(items: list[Texts]) -> bool:
    """Whether a sentence stands twice in a list, so maybe in two items; mostly none does."""
    if len(items) < _FEWEST_ITEMS:
        return False
    sentences = _long_sentences(itertools.chain.from_iterable(items))
    return len({*sentences}) < len(sentences)


def _sentences(items: list[Texts]) -> dict[str, list[int]]:
    """Return every long sentence with the positions of the items that hold it."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, texts in enumerate(items):
        for sentence in sorted(set(_long_sentences(texts))):
            if len(sentence) > _LONG_SENTENCE:
                found[sentence].append(index)
    return found


def _long_sentences(texts: Iterable[str]) -> list[str]:
    """Return the sentences that are long with the blanks around them, without these."""
    told = "。".join(texts)
    for end in _SENTENCE_ENDS:
        told = told.replace(end, "。")
    return [part.strip() for part in told.split("。") if len(part) > _LONG_SENTENCE]
