"""What `reportgen rules` says."""

from __future__ import annotations

from typing import Final

from reportgen.wording.language import Wording

CODE: Final = Wording("编号", "code")
SEVERITY: Final = Wording("级别", "severity")
SENTENCE: Final = Wording("规则", "rule")
ANSWERABLE: Final = Wording("可否说明", "answerable")
YES: Final = Wording("可", "yes")
NO: Final = Wording("否", "no")
LINE: Final = Wording("  {label}：{text}", "  {label}: {text}")
WHY: Final = Wording("为什么", "why (Chinese)")
WRONG: Final = Wording("错", "wrong (Chinese)")
RIGHT: Final = Wording("对", "right (Chinese)")
SAID: Final = Wording("查出时写", "says")
REMEDY: Final = Wording("改法", "remedy")
USUAL: Final = Wording("{severity}，口径可以改", "{severity}, a profile may change it")
IN_PROFILE: Final = Wording("口径 {name}", "profile {name}")
FIXED: Final = Wording("{severity}；口径不能改", "{severity}; no profile can change it")
NOT_CHECKED: Final = Wording("不查", "not checked")
CAN_ANSWER: Final = Wording(
    "可以：在数据文件的“说明”里写 规则、位置、理由，仍列出，记为已说明",
    "yes: give 规则, 位置 and 理由 under 说明; it stays listed as answered",
)
CANNOT_ANSWER: Final = Wording("不可以，必须改正数据", "no: the data must be corrected")
BASIS: Final = Wording("依据", "basis")
NO_BASIS: Final = Wording(
    "没有明文，是勾稽关系或评审的惯常要求", "no published text: arithmetic, or what reviewers ask"
)
NO_SUCH_RULE: Final = Wording("没有“{code}”这个编号", 'there is no code "{code}"')
SEE_RULES: Final = Wording(
    "{suggestion}全部编号见 reportgen rules", "{suggestion}See every code: reportgen rules"
)
