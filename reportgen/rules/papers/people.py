"""Rules on people: personal numbers in print, and who may evaluate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportgen.model.finding import DataPath, Severity
from reportgen.model.papers import Evaluation
from reportgen.rules.readings.texts import joined_texts
from reportgen.rules.registry import Hit, Subject, rule
from reportgen.wording.language import Phrase, Wording

_PERSONAL: Final = re.compile(
    r"[0-9](?<![0-9][0-9])(?:(?<=1)[3-9][0-9]{9}|[0-9]{16}[0-9Xx])(?![0-9Xx])"
)
# One kind each, to be searched for in all texts at once.
_MOBILE: Final = re.compile("1(?<![0-9]1)[3-9][0-9]{9}(?![0-9Xx])")
_IDENTITY_NUMBER: Final = re.compile("[0-9](?<![0-9][0-9])[0-9]{16}[0-9Xx](?![0-9Xx])")
_FOUR_DIGITS: Final = re.compile("[0-9]{4}")
_SEPARATORS: Final = re.compile(r"[\s\-—－]|\+86")
_NUMBER_FIELD: Final = "联系电话"
_IDENTITY_LENGTH: Final = 18
_TELEPHONE: Final = Wording("电话", "phone number")
_IDENTITY: Final = Wording("证件号码", "identity number")
_NO_TEAM: Final = Wording("未填", "is blank")
_PREPARED: Final = Wording("“{name}”又是填报人", 'member "{name}" is also the preparer')


@rule(
    "DOC-10",
    Severity.WARNING,
    message=Wording("含个人{what}，公开稿应隐去", "Personal {what}; mask it in the public version"),
    hint=Wording(
        "公开前隐去，或改填办公电话；手机作办公电话的，在“说明”中写明",
        "Mask it, or give the office line; if a mobile is the office's, say so under 说明",
    ),
)
def personal_numbers_are_not_published(subject: Subject) -> Iterator[Hit]:
    """公开的文书不印个人的手机号和证件号码。

    为什么：自评表、目标表按规定公开，与姓名并列的手机号会一同公开。办公的固定电话可以公开。
    同一号码只报第一处。
    错：联系人张三，联系电话 13800000000；正文中有手机号或身份证号。
    对：联系电话 0730-1234567；手机号已隐去中间几位（138****0001）。
    """
    seen: dict[str, list[DataPath]] = {}
    told = joined_texts(subject.department_year)
    for path, text in told.holding(*_kinds_in(told.text), field=_NUMBER_FIELD):
        if path[-1] == _NUMBER_FIELD:
            if _PERSONAL.search(_SEPARATORS.sub("", text)):
                seen.setdefault(text.strip(), []).append(path)
        else:
            for match in _PERSONAL.finditer(text):
                seen.setdefault(match[0], []).append(path)
    for number, paths in seen.items():
        what = _IDENTITY if len(number) == _IDENTITY_LENGTH else _TELEPHONE
        other = paths[1] if len(paths) > 1 else None
        yield Hit(paths[0], stated=number, arguments={"what": what}, other=other)


def _kinds_in(text: str) -> tuple[re.Pattern[str], ...]:
    """Return the kinds of personal numbers that a text may hold: mobiles are found fast."""
    # Of 17 digits in a row every fourth character is a digit, four times at least.
    if _FOUR_DIGITS.search(text[::4]):
        return _MOBILE, _IDENTITY_NUMBER
    return (_MOBILE,)


@rule(
    "DOC-11",
    Severity.WARNING,
    message=Wording("评价组成员{what}", "Evaluation team: {what}"),
    hint=Wording(
        "评价组至少一人，组长不应兼填报人", "Name at least one; the leader should not prepare it"
    ),
)
def evaluators_are_not_the_preparer(subject: Subject) -> Iterator[Hit]:
    """评价组至少有一人，组长不是填报人。

    为什么：自己填报、自己评价，评价失去意义。没有写明组长的，看全体成员。
    错：组长张三，填报人张三；填了评价机构而没有评价人员。
    对：组长张三，填报人李四。
    """
    evaluation = subject.department_year.evaluation
    if not any(member.name for member in evaluation.team):
        if evaluation.leader is None and _is_used(evaluation):
            yield Hit(("评价",), arguments={"what": _NO_TEAM})
        return
    named: list[tuple[DataPath, str | None]] = [(("评价", "组长"), evaluation.leader)]
    if not evaluation.leader:
        named = [
            (("评价", "人员", index, "姓名"), member.name)
            for index, member in enumerate(evaluation.team)
        ]
    for path, name in named:
        if name and name == evaluation.preparer:
            words = Phrase(_PREPARED, {"name": name})
            yield Hit(("评价", "填报人"), name, arguments={"what": words}, other=path)


def _is_used(evaluation: Evaluation) -> bool:
    return bool(evaluation.method or evaluation.body or evaluation.report_date)
