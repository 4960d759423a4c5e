"""Wrong words that official papers keep repeating. Add a line to add one.

Each is a regular expression that matches the wrong word only where it is surely wrong, the wrong
word itself, and the right one.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Typo(NamedTuple):
    """A wrong word: where it is surely wrong, what is written, what is meant."""

    pattern: re.Pattern[str]
    wrong: str
    right: str


def _typo(wrong: str, right: str, after: str = "") -> Typo:
    follow = f"(?={after})" if after else ""
    return Typo(re.compile(re.escape(wrong) + follow), wrong, right)


TYPOS: Final = (
    _typo("枢钮", "枢纽"),
    _typo("移动支付", "转移支付", "[(（]|$"),
    _typo("帐", "账", "[实目户务册簿面款号外]"),
    _typo("报帐", "报账"),
    _typo("记帐", "记账"),
    _typo("对帐", "对账"),
    _typo("截止", "截至", r"到|目前|今年|本年|去年|上年|年底|\d{1,4}[年月日]"),
    _typo("卫生服体系", "卫生服务体系"),
    _typo("病媒微生物", "病媒生物"),
    _typo("物资生活", "物质生活"),
    _typo("改革陈规陋习", "革除陈规陋习"),
    _typo("深入贯彻党的十九大", "深入贯彻党的十九大精神", "[，。；、]"),
    _typo("汇集信息资料", "会计信息资料"),
    _typo("布署", "部署"),
)
FUND_LABEL_ONLY: Final = frozenset({"移动支付"})
"""Wrong only as the heading of a column of funds: a telephone does pay by 移动支付."""
