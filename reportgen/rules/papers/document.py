"""Rules on the report as an official document: identity, heading numbers, 文号, annex labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from reportgen.model.finding import DataPath, Severity
from reportgen.model.papers import Section
from reportgen.rules.readings.texts import joined_prose, joined_texts, report_sections
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Phrase, Wording
from reportgen.wording.numerals import chinese_numeral, heading_number

_YEAR: Final = re.compile(r"(?:19|20)\d\d|二[〇○零]二[〇○零一二三四五六七八九]")
_HIGHEST: Final = 99
_NUMBERS: Final = {chinese_numeral(number): number for number in range(1, _HIGHEST + 1)}
_NUMERAL: Final = re.compile(r"[一二三四五六七八九十]+|\d+")
_DEEPEST: Final = 4
_NOT_AS_WRITTEN: Final = Wording(
    "“{first}”等{count}处，应写作“{expected}”", '"{first}" ({count} in all), write "{expected}"'
)
_OUT_OF_ORDER: Final = Wording(
    "“{before}”之后是“{first}”（共{count}处）", '"{first}" follows "{before}" ({count} in all)'
)
_FROM_THE_START: Final = Wording("开头", "the start")
_ISSUER: Final = "(?:(?![和及与据照按见])[一-鿿]){1,12}"
_WRONG_BRACKETS: Final = re.compile(
    rf"{_ISSUER}(?:[【\[［]|(?<=[发函办字政财预绩监综规建资社教农])[（(])"
    r"((?:19|20)\d\d)[】\]］）)]第?\d{1,5}号"
)
_NUMBERED: Final = re.compile(r"号(?<=\d号)")
_ANNEX: Final = re.compile(r"(附件|附表)\s?\d")


@rule(
    "DOC-01",
    Severity.ERROR,
    message=Wording("缺少{field}", "Missing {field}"),
    hint=Wording("请在标题中写明年度，如“{example}”", 'Name the year in the title: "{example}"'),
)
def report_title_names_its_year(subject: Subject) -> Iterator[Hit]:
    """报告的标题写明年度。

    为什么：单位和级别由“部门”给出；标题没有年度，读者和档案不知道这是哪一年的报告。
    错：某县卫生健康局绩效自评工作报告。
    对：某县卫生健康局2021年度绩效自评工作报告；“评价报告综述”只是一部分的标题，不在此列。
    """
    title = subject.department_year.report.title or ""
    if title.endswith("报告") and not _YEAR.search(title):
        year = subject.department_year.year
        yield Hit(
            ("报告", "标题"),
            stated=title,
            computed=year,
            arguments={
                "field": Wording("标题中的年度", "the year in the title"),
                "example": f"{year}年度{title}",
            },
        )


@rule(
    "DOC-07",
    Severity.WARNING,
    message=Wording("标题序号不连续或不规范：{what}", "Heading number wrong: {what}"),
    hint=Wording(
        "各级序号为 一、 （一） 1. （1）；不填“序号”，就由程序按次序编号",
        "Levels wear 一、 （一） 1. （1）; leave 序号 out and headings are numbered in order",
    ),
    basis="GB/T 9704-2012（正文结构层次序数，依公开资料转述）",
)
def headings_are_numbered_in_order(subject: Subject) -> Iterator[Hit]:
    """标题序号依次为 一、 （一） 1. （1），同级连续。

    为什么：公文层次序数有定式；序号跳号，读者疑有缺页。同一种写法的差错只报一次，指明处数和第一处。
    错：“（一）、”“2、”；二、之后是六、。
    对：“（一）”“2.”；二、之后是三、。
    """
    irregular: dict[tuple[int, str], list[tuple[DataPath, str]]] = defaultdict(list)
    told = report_sections(subject.department_year)
    for path, level, section in told:
        number = (section.number or "").strip()
        if not (section.heading and number):
            continue
        shape = _NUMERAL.sub("一", number) if _is_chinese(number) else _NUMERAL.sub("1", number)
        if shape != heading_number(min(level, _DEEPEST), 1):
            irregular[level, shape].append(((*path, "序号"), number))
    for (level, _), found in irregular.items():
        path, first = found[0]
        expected = heading_number(min(level, _DEEPEST), _value(first) or 1)
        words = {"first": first, "count": len(found), "expected": expected}
        yield Hit(path, first, expected, {"what": Phrase(_NOT_AS_WRITTEN, words)})
    # As many as are numbered here are numbered in order.
    if len(told) > _HIGHEST or any(section.number for _, _, section in told):
        yield from _breaks(subject.department_year.report.sections)


@rule(
    "DOC-08",
    Severity.WARNING,
    message=Wording("文号应使用六角括号：{stated}", "Use 〔〕 in document numbers: {stated}"),
    hint=Wording("改为“{computed}”", 'Write "{computed}"'),
    basis="GB/T 9704-2012（发文字号，依公开资料转述）",
)
def document_numbers_wear_hexagonal_brackets(subject: Subject) -> Iterator[Hit]:
    """文号中的年份用六角括号〔〕括入。

    为什么：GB/T 9704 规定的写法；【】、[]、（）都不是。正文引用“依据”的文号，只在“依据”处报。
    错：高财监【2020】6号。
    对：高财监〔2020〕6号。
    """
    basis = subject.department_year.report.basis
    listed = {document.number for document in basis}
    for index, document in enumerate(basis):
        yield from _wrong_numbers(("报告", "依据", index, "文号"), document.number or "")
    for path, text in joined_prose(subject.department_year).holding(_NUMBERED):
        for hit in _wrong_numbers(path, text):
            if not any(number and str(hit.stated) in number for number in listed):
                yield hit


@rule(
    "DOC-12",
    Severity.INFO,
    message=Wording("附件、附表混用", "Annex labels mixed"),
    hint=Wording("全文统一用“附件”", "Use 附件 throughout"),
)
def annexes_are_labelled_alike(subject: Subject) -> Iterator[Hit]:
    """附件的称呼全文一致。

    为什么：附件1、附表2混用，读者不知是一套还是两套。只看录入的文字；表单上印的标记以模板为准。
    错：详见附件1；详见附表2。
    对：详见附件1；详见附件2。
    """
    first: dict[str, tuple[DataPath, str]] = {}
    for path, text in joined_texts(subject.department_year).holding(_ANNEX):
        for match in _ANNEX.finditer(text):
            first.setdefault(match[1], (path, match[0]))
    if len(first) > 1:
        (other, _), (path, label) = first.values()
        yield Hit(path, stated=label, other=other)


def _wrong_numbers(path: DataPath, text: str) -> Iterator[Hit]:
    for match in _WRONG_BRACKETS.finditer(text):
        start, end = match.start(1) - match.start() - 1, match.end(1) - match.start() + 1
        right = f"{match[0][:start]}〔{match[1]}〕{match[0][end:].removeprefix('第')}"
        yield Hit(path, stated=match[0], computed=right)


def _breaks(top: tuple[Section, ...]) -> Iterator[Hit]:
    """Yield one hit for all places where a printed number does not follow the one before."""
    found: list[tuple[DataPath, str, str | None]] = []
    _find_breaks(top, ("报告", "章节"), 1, found)
    if found:
        path, first, before = found[0]
        words = {"first": first, "before": before or _FROM_THE_START, "count": len(found)}
        yield Hit(path, first, arguments={"what": Phrase(_OUT_OF_ORDER, words)})


def _find_breaks(
    siblings: tuple[Section, ...],
    path: DataPath,
    level: int,
    found: list[tuple[DataPath, str, str | None]],
) -> None:
    before: str | None = None
    expected: int | None = 1
    for index, section in enumerate(siblings):
        number, place = (section.number or "").strip(), min(index + 1, _HIGHEST)
        shown = number or heading_number(level, place)
        value = _value(number) if number else place
        if section.heading and value is not None and expected not in (None, value):
            key = ("序号",) if section.number else ()
            found.append(((*path, index, *key), shown, before))
        before, expected = shown, None if value is None else value + 1
        _find_breaks(section.sections, (*path, index, "章节"), min(level + 1, _DEEPEST), found)


def _is_chinese(number: str) -> bool:
    match = _NUMERAL.search(number)
    return match is not None and match[0] in _NUMBERS


def _value(number: str) -> int | None:
    """Return the number a heading wears, or None when it wears none."""
    match = _NUMERAL.search(number)
    if match is None:
        return None
    return _NUMBERS.get(match[0]) or (int(match[0]) if match[0].isascii() else None)
