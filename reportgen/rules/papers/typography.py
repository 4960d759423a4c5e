"""Rules on signs and words in typed text: stray characters, placeholders, 万元, typos."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportgen.figures.prose import TEXT_END
from reportgen.model.finding import DataPath, Severity
from reportgen.rules.papers.typos import FUND_LABEL_ONLY, TYPOS, Typo
from reportgen.rules.readings.texts import joined_prose, joined_texts
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Wording

_STRAY: Final = (
    (re.compile("\u3000"), Wording("全角空格", "a full-width space")),
    (re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,10}(?:\s[^<>]{0,200})?/?>"),
     Wording("网页标签", "an HTML tag")),
    (re.compile(r"[,;](?<=[一-鿿”’》）%％].)(?=[一-鿿“‘《（])"),
     Wording("半角标点", "half-width punctuation between Chinese characters")),
)  # fmt: skip
_PLACEHOLDER: Final = re.compile(
    r"(?<![\d×])×{2,}+(?!\d)|(?<![A-Za-z0-9])[XxＸ]{2,}+(?![A-Za-z0-9])|_{3,}|＿{2,}|○{2,}|"
    r"对照年度目标，说明[^。]{0,20}|此处填写|请在此填写"
)
_FILL_IN: Final = re.compile("填(?=写)")
_PLACEHOLDER_MARKS: Final = ("×", "X", "x", "Ｘ", "_", "＿", "○", _FILL_IN, "对照年度目标")
_PEOPLE: Final = frozenset(
    {"姓名", "联系人", "联系电话", "填报人", "填表人", "组长", "单位负责人", "责任人"}
)
_WAN_AT_END: Final = re.compile(rf"万(?<=[0-9]万)(?=[，。；、,;）)\n{TEXT_END}]|$)")
_BARE_WAN: Final = re.compile(
    r"(?:支出|资金|经费|投入|预算|收入|拨款|补助|补贴|金额|投资|费用|扶助金|奖励金)"
    r"[^\d，。；]{0,6}([0-9]{1,12}(?:\.[0-9]{1,8})?万)(?=[，。；、,;）)]|$)"
)


@rule(
    "DOC-09",
    Severity.INFO,
    message=Wording("文本含{what}“{stated}”", 'Text contains {what}: "{stated}"'),
    hint=Wording("请改正；打印时照录入的样子", "Mend it; it is printed as typed"),
)
def texts_hold_no_stray_characters(subject: Subject) -> Iterator[Hit]:
    """文字中没有全角空格、网页标签，中文之间不用半角逗号、分号。

    为什么：多是从网页、系统导出时带来的，印出来不齐。每段文字的每一种只报一次。
    错：万元,资金使用率；<p>工作</p>。
    对：万元，资金使用率；工作。
    """
    for path, text in joined_texts(subject.department_year).holding("\u3000", "<", ",", ";"):
        for pattern, what in _STRAY:
            match = pattern.search(text)
            if match:
                around = text[max(0, match.start() - 4) : match.end() + 4]
                yield Hit(path, stated=around.strip(), arguments={"what": what})


@rule(
    "DOC-13",
    Severity.ERROR,
    message=Wording("存在未填占位文字“{stated}”", 'Placeholder left: "{stated}"'),
    hint=Wording("请填写实际内容，或留空", "Fill it in, or leave it blank"),
)
def no_placeholder_is_left(subject: Subject) -> Iterator[Hit]:
    """没有遗留的占位文字。

    为什么：样表里的“×××”“XX”和填写说明印出来，等于没有填。隐去的姓名、电话不算。
    错：现将《×××绩效评价报告》反馈贵单位。
    对：现将《某项目绩效评价报告》反馈贵单位；姓名 杨××。
    """
    for path, text in joined_texts(subject.department_year).holding(*_PLACEHOLDER_MARKS):
        match = None if path[-1] in _PEOPLE else _PLACEHOLDER.search(text)
        if match:
            yield Hit(path, stated=match[0])


@rule(
    "DOC-14",
    Severity.INFO,
    message=Wording("金额单位应写“万元”：{stated}", "Write 万元: {stated}"),
    hint=Wording("改为“{computed}”", 'Write "{computed}"'),
)
def amounts_are_in_wan_yuan(subject: Subject) -> Iterator[Hit]:
    """金额的单位写“万元”，不写“万”。

    为什么：“万”不是货币单位。只看紧跟“支出”“资金”等字样的数；每段文字只报第一处。
    错：教育支出5.5万，
    对：教育支出5.5万元，
    """
    for path, text in joined_prose(subject.department_year).holding(_WAN_AT_END):
        match = _BARE_WAN.search(text)
        if match:
            yield Hit(path, stated=match[1], computed=f"{match[1]}元")


@rule(
    "DOC-15",
    Severity.INFO,
    message=Wording("疑似错字：{stated}→{computed}", "Possible typo: {stated} → {computed}"),
    hint=Wording("请核对；确系原名的，可在“说明”中写明", "Check it; answer it if it is right"),
)
def known_typos_are_absent(subject: Subject) -> Iterator[Hit]:
    """没有常见的错别字。

    为什么：这些字在公开的文书里反复写错。词表见 typos.py；每段文字的每一种只报一次。
    错：枢钮；帐实相符；截止12月10日；上级财政移动支付（列名）。
    对：枢纽；账实相符；截至12月10日；上级财政转移支付。
    """
    told = joined_texts(subject.department_year)
    suspects = [typo for typo in TYPOS if typo.stands_in(told.text)]
    for path, text in told.holding(*[typo.rarest for typo in suspects]):
        for typo in suspects:
            if typo.wrong in text and _applies(typo, path) and typo.pattern.search(text):
                yield Hit(path, stated=typo.wrong, computed=typo.right)


def _applies(typo: Typo, path: DataPath) -> bool:
    return typo.wrong not in FUND_LABEL_ONLY or path[-1] == "上级转移支付列名"
