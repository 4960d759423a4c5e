"""A new data file: the keys a department fills in first, each with a word of what it is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from typing import Final

from reportgen.figures.weights import EXECUTION
from reportgen.model.profile import Profile

Share = tuple[str, Decimal | None]
_FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
_FAMILY: Final = "指标"
_SECTIONS: Final = (
    "部门（单位）概况",
    "一般公共预算支出情况",
    "部门整体支出绩效情况",
    "存在的问题及原因分析",
    "下一步改进措施",
)
_LISTED: Final = {"问题": "问题", "措施": "措施"}

_HEAD: Final = """\
# {name}{year}年度预算绩效数据。填好后先运行 reportgen validate，再运行 reportgen build。
# 写法：英文冒号加一个空格；每级缩进两个空格，不用 Tab；# 后面是说明，可以删去。
# 金额只写数字，单位万元，不加逗号；没有数额写 0，不适用就空着。比率带 %，日期写 2024-06-13。
# 正文里引用本文件的数：支出{{{{ 资金.执行合计 }}}}万元；一个数只写一次，各份文书自然一致。

口径: {profile}
年度: {year}

部门:
  名称: {quoted}
  编制人数:
  实有人数:
  联系人:
  联系电话:
  职能:                     # 一段文字；多段就每段一行，以“- ”开头

资金:                       # 万元
  总额: {{年初预算数: , 预算数: , 执行数: {scored}}}  # 预算数是调整后的全年预算数
  来源:
    - {{名称: 财政拨款, 预算数: , 执行数: }}
    - {{名称: 其他资金, 预算数: , 执行数: }}
  结构:
    - {{名称: 基本支出, 预算数: , 执行数: }}
    - {{名称: 项目支出, 预算数: , 执行数: }}

目标:
  预期:
    - 内容:
  完成:
    - 内容:

# 每个指标：目标如 ≥80%、≤12/100000、2小时内、逐步提高；没达到就写明原因和措施。
指标:
"""
_LEAF: Final = """\
          - 名称:
            目标:
            完成:
            分值:
            得分:
            原因:
            措施:
"""
_ROW: Final = """\
        目标:
        完成:
        得分:
"""
_TAIL: Final = """
自评:
  分值: {full}
  得分:
  等次:                     # {grades}

报告:
  标题: {title}
  图表:                     # 写 是，报告带图表
  日期:                     # 落款的日期，如 {following}-03-31
  依据:                     # 逐个文件写：
    # - {{名称: 关于开展部门整体支出绩效自评工作的通知, 文号: 某财绩〔{year}〕1号}}
  章节:
{sections}  问题:                     # 每条一行：
    # - 个别项目前期准备不充分，资金支付偏慢。
  措施:                     # 每条一行，与问题逐条对应：
    # - 提前做好项目前期准备，按月通报支付进度。
  附件:                     # 随报告报送的附件的名称，每件一行：
    # - 部门整体支出绩效自评表
"""
_COMMENTED: Final = """
# 以下几块用得着时，去掉各行开头的“# ”再填。
# 每个项目一块，据此生成项目支出绩效目标表、自评表：
# 项目:
#   - 名称: 基本公共卫生服务
#     主管部门: {quoted}
#     实施单位:
#     实施期: 一年
#     年度目标:
#     本级预算:
#     上级资金: {{中央: , 省: , 市: }}
#     资金:
#       总额: {{年初预算数: , 预算数: , 执行数: , 分值: , 得分: }}
#       来源:
#         - {{名称: 当年财政拨款, 预算数: , 执行数: }}
#     目标:
#       预期:
#         - 内容:
#       完成:
#         - 内容:
#     指标:
#       - 名称: 产出指标
#         下级:
#           - 名称: 数量指标
#             下级:
#               - {{名称: , 目标: , 完成: , 分值: , 得分: }}
#     填表: {{填表人: , 联系电话: , 填报日期: }}

# 检查结果里确有原因的，可在这里说明：
# 说明:
#   - {{规则: EXEC-03, 位置: 资金/总额, 理由: 项目跨年实施，余款次年支付}}
"""


def new_department_text(name: str, year: int, profile_name: str, profile: Profile) -> str:
    """Return a commented data file for a department, laid out for its profile."""
    head = _HEAD.format(
        name=name, year=year, profile=profile_name, quoted=_quoted(name), scored=_scored(profile)
    )
    tail = _TAIL.format(
        full=profile.full_score,
        grades="、".join(band.grade for band in profile.grades),
        title=_quoted(f"{name}{year}年度部门整体支出绩效自评报告"),
        year=year,
        following=year + 1,
        sections=_sections(profile),
    )
    return head + _indicators(profile) + tail + _COMMENTED.format(quoted=_quoted(name))


def _scored(profile: Profile) -> str:
    """Return what the total row adds where the scheme scores the execution rate."""
    weight = profile.weights.get(EXECUTION)
    return "" if weight is None else f", 分值: {weight}, 得分: , 说明: "


def _indicators(profile: Profile) -> str:
    lines = []
    for top, weight, seconds in _layout(profile):
        lines.append(f"  - 名称: {top}\n{_points(weight, 4)}    下级:\n")
        for name, share in seconds:
            below = f"        下级:\n{_LEAF}" if name.endswith(_FAMILY) else _ROW
            lines.append(f"      - 名称: {name}\n{_points(share, 8)}{below}")
    return "".join(lines)


def _points(weight: Decimal | None, indent: int) -> str:
    return "" if weight is None else f"{' ' * indent}分值: {weight}\n"


def _layout(profile: Profile) -> Iterator[tuple[str, Decimal | None, list[Share]]]:
    """Yield the level-1 indicators with their weights and what stands below them.

    A scheme that is scored on the common sheet weighs the sheet, not the indicators.
    """
    weights = {} if profile.common_sheet == "是" else dict(profile.weights)
    weights.pop(EXECUTION, None)
    seconds = list(profile.second_weights.items()) if weights else []
    for top in weights or _FAMILIES:
        below = _taken(seconds, weights.get(top))
        yield top, weights.get(top), below or [(name, None) for name in _FAMILIES.get(top, ())]


def _taken(seconds: list[tuple[str, Decimal]], weight: Decimal | None) -> list[Share]:
    """Take from the front the level-2 indicators that make up a weight; none when none do."""
    sums = accumulate(share for _, share in seconds)
    count = next((number for number, total in enumerate(sums, 1) if total == weight), 0)
    taken: list[Share] = list(seconds[:count])
    del seconds[:count]
    return taken


def _sections(profile: Profile) -> str:
    lines = []
    for heading in profile.sections or _SECTIONS:
        lines.append(f"    - 标题: {_quoted(heading)}\n")
        listed = next((key for key in _LISTED if key in heading), None)
        lines.append(f"      列出: {listed}\n" if listed else "      正文:\n")
    return "".join(lines)


def _quoted(text: str) -> str:
    """Return a text as YAML takes it for certain: in single quotes where it might not be plain."""
    plain = all(character.isalnum() or character in "（）、，。“”《》" for character in text)
    is_word = plain and not text.isascii() and not text[0].isdigit() and text[0] != "“"
    return text if is_word else "'" + text.replace("'", "''") + "'"
