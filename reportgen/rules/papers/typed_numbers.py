"""Rules on numbers that a form puts before headings and items itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportgen.model.finding import DataPath, Severity
from reportgen.rules.readings.texts import report_sections
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_CHINESE: Final = "[一二三四五六七八九十]"
_COUNTED: Final = "[年月日号时个家次所万亿元岁倍%％]|项(?!目)|人(?!员)|名(?!称)"
# 二、三级医院 and 2.5万人 begin with words, not with a number of their own.
_NUMBER: Final = re.compile(
    rf"第(?:{_CHINESE}{{1,3}}|\d{{1,2}})(?:章|节|篇|部分)[、：:\s]*|"
    rf"[（(](?:{_CHINESE}{{1,3}}|\d{{1,2}})[）)][、.．]?|[①-⑳]|"
    rf"{_CHINESE}{{1,3}}[、.．](?!{_CHINESE}[级类季期次产甲等])|"
    r"\d{1,2}(?:[.．]\d{1,2})*[.．、](?!\d)|"
    rf"\d{{1,2}}(?:[.．]\d)*\s+(?!{_COUNTED})(?=[一-鿿])|"
    rf"\d(?:[.．]\d)+(?!{_COUNTED})(?=[一-鿿])"
)


@rule(
    "DOC-16",
    Severity.WARNING,
    message=Wording(
        "开头的“{stated}”会和表单自己编的序号印在一起",
        'The "{stated}" at the beginning would be printed beside the number of the form',
    ),
    hint=Wording(
        "删去“{stated}”，表单会编号；标题要用自己的序号，写到“序号”里",
        'Leave "{stated}" out, the form numbers; a number of its own goes under 序号 of a heading',
    ),
)
def numbers_are_left_to_the_form(subject: Subject) -> Iterator[Hit]:
    """章节标题、问题、措施和附件的文字前面不写序号。

    为什么：表单按层次编号，文字里再写一个，就印成“四、四、”。打印时照录入的样子，不代为删去。
    错：标题: 四、存在的问题；问题: [1、预算编制不细。]。
    对：标题: 存在的问题，或 {序号: 四、, 标题: 存在的问题}；问题: [预算编制不细。]。
    """
    for path, text in _numbered_texts(subject):
        match = _NUMBER.match(text)
        if match is not None and text[match.end() :].strip():
            yield Hit(path, match[0].strip())


def _numbered_texts(subject: Subject) -> Iterator[tuple[DataPath, str]]:
    """Yield the texts that the report prints behind a number."""
    report = subject.department_year.report
    for path, _, section in report_sections(subject.department_year):
        yield (*path, "标题"), section.heading or ""
    lists = {"问题": report.problems, "措施": report.measures, "附件": report.annexes}
    for key, items in lists.items():
        for index, item in enumerate(items):
            yield ("报告", key, index), item
