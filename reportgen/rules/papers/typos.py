"""Wrong words that official papers keep repeating. Add a line to add one.

Each is a regular expression that matches the wrong word only where it is surely wrong, the wrong
word itself, and the right one.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Typo(NamedTuple):
    """A wrong word: where it is surely wrong, what is written, what is meant.

    Of its characters most texts lack the `rarest`, and one character is looked for in no time.
    """

    pattern: re.Pattern[str]
    wrong: str
    right: str
    rarest: str

    def stands_in(self, text: str) -> bool:
        """Whether a text holds the wrong word, right or not."""
        before = self.wrong.index(self.rarest)
        at = text.find(self.rarest)
        while at >= 0 and not text.startswith(self.wrong, at - before):
            at = text.find(self.rarest, at + 1)
        return at >= 0


def _typo(wrong: str, right: str, after: str = "", *, rarest: str) -> Typo:
    follow = f"(?={after})" if after else ""
    return Typo(re.compile(re.escape(wrong) + follow), wrong, right, rarest)


TYPOS: Final = (
    _typo("枢钮", "枢纽", rarest="钮"),
    _typo("移动支付", "转移支付", "[(（]|$", rarest="移"),
    _typo("帐", "账", "[实目户务册簿面款号外]", rarest="帐"),
    _typo("报帐", "报账", rarest="帐"),
    _typo("记帐", "记账", rarest="帐"),
    _typo("对帐", "对账", rarest="帐"),
    _typo("截止", "截至", r"到|目前|今年|本年|去年|上年|年底|\d{1,4}[年月日]", rarest="截"),
    _typo("卫生服体系", "卫生服务体系", rarest="系"),
    _typo("病媒微生物", "病媒生物", rarest="媒"),
    _typo("物资生活", "物质生活", rarest="物"),
    _typo("改革陈规陋习", "革除陈规陋习", rarest="陋"),
    _typo("深入贯彻党的十九大", "深入贯彻党的十九大精神", "[，。；、]", rarest="九"),
    _typo("汇集信息资料", "会计信息资料", rarest="汇"),
    _typo("布署", "部署", rarest="署"),
)
FUND_LABEL_ONLY: Final = frozenset({"移动支付"})
"""Wrong only as the heading of a column of funds: a telephone does pay by 移动支付."""
