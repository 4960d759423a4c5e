"""校验意见: a row a finding; 无 when there is none."""

from reportgen.model.finding import Finding, Place, Severity
from reportgen.wording.language import Wording
from tests.templates.conftest import Prints

RATE = Finding(
    "FUND-05",
    Severity.ERROR,
    Wording("执行率应为131.12%", "the rate should be 131.12%"),
    Wording("改正执行率", "mend the rate"),
    Place("data/a.yaml", 12, 5),
    ("资金", "来源", 0, "执行率"),
    stated="131%",
    computed="131.12%",
)
EXCESS = Finding(
    "EXEC-01",
    Severity.WARNING,
    Wording("执行数大于预算数", "spent more than budgeted"),
    Wording("说明超支的原因", "say why"),
    Place("data/a.yaml", 11, 5),
    ("资金", "总额", "执行数"),
    reason="年中追加，<批复>见附件",
)

TWO = """
校验意见
某县卫生健康局（2021年度）
| 序号 | 位置 | 填报 | 计算 | 意见 | 处理建议 | 答复 |
| 1 | 资金.来源[0].执行率（第12行） | 131% | 131.12% | 错误 FUND-05：执行率应为131.12% | 改正执行率 | _ |
| 2 | 资金.总额.执行数（第11行） | _ | _ | 警告 EXEC-01：执行数大于预算数 | 说明超支的原因 | 年中追加，<批复>见附件 |
"""  # noqa: E501 - a row of the form is one line
NONE = """
校验意见
某县卫生健康局（2021年度）
| 序号 | 位置 | 填报 | 计算 | 意见 | 处理建议 | 答复 |
| 无 →7 |
"""


def test_every_finding_is_a_row(prints: Prints) -> None:
    assert prints("review-notes", {}, [RATE, EXCESS]) == TWO.strip().splitlines()


def test_a_file_without_findings_says_so(prints: Prints) -> None:
    assert prints("review-notes", {}) == NONE.strip().splitlines()
