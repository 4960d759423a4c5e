"""What is said of pages that are not as GB/T 9704 asks, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reportgen.export.pages.fault_words import IN_TEMPLATE, PageWords
from reportgen.model.finding import Severity
from reportgen.wording.language import Wording

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
STANDARD_WORDS: Final[Mapping[str, PageWords]] = {
    "PAGE-16": PageWords(
        _ERROR,
        Wording(
            "{name}是 {shown} 毫米，GB/T 9704 为 {wanted} 毫米",
            "{name} is {shown} mm; GB/T 9704 asks for {wanted} mm",
        ),
        IN_TEMPLATE,
    ),
    "PAGE-17": PageWords(
        _ERROR,
        Wording(
            "{part}的字体应为{face}，有 {count} 段是 {shown}",
            "{part}: the face should be {face}; in {count} paragraph(s) it is {shown}",
        ),
        IN_TEMPLATE,
    ),
    "PAGE-18": PageWords(
        _ERROR,
        Wording(
            "{part}的字号应为 {size} 磅，有 {count} 段是 {shown} 磅",
            "{part}: the size should be {size} pt; in {count} paragraph(s) it is {shown} pt",
        ),
        IN_TEMPLATE,
    ),
    "PAGE-19": PageWords(
        _ERROR,
        Wording(
            "{part}的行距应为固定值 28 至 28.95 磅（每页 22 行），有 {count} 段是 {shown}",
            "{part}: the line pitch should be exactly 28 to 28.95 pt (22 lines a page); "
            "in {count} paragraph(s) it is {shown}",
        ),
        IN_TEMPLATE,
    ),
    "PAGE-20": PageWords(
        _ERROR,
        Wording(
            "{part}的字符间距使每行不是 28 个字：应为 -0.25 磅，有 {count} 段是 {shown} 磅",
            "{part}: lines do not hold 28 characters: the character spacing should be -0.25 pt; "
            "in {count} paragraph(s) it is {shown} pt",
        ),
        IN_TEMPLATE,
    ),
    "PAGE-21": PageWords(
        _WARNING,
        Wording(
            "{part}应首行缩进 2 字，有 {count} 段是 {shown} 字",
            "{part}: the first line should be indented by 2 characters; "
            "in {count} paragraph(s) it is {shown}",
        ),
        IN_TEMPLATE,
    ),
    "PAGE-22": PageWords(
        _ERROR,
        Wording(
            "有 {pages} 页排成 {lines} 行、每行 {characters} 字，GB/T 9704 为 22 行、28 字",
            "{pages} page(s) have {lines} lines of {characters} characters; GB/T 9704 asks for 22 "
            "of 28",
        ),
        IN_TEMPLATE,
    ),
    "PAGE-23": PageWords(
        _WARNING,
        Wording(
            "页码应为四号字，单页居右空一字、双页居左空一字，在版心下 7 毫米",
            "The page number should be of size 4 (14 pt), 7 mm below the text, one character in "
            "from the right on odd pages and from the left on even ones",
        ),
        IN_TEMPLATE,
    ),
}
