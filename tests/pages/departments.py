"""Two departments that try the pages: one with long texts everywhere, one with none."""

from __future__ import annotations

from typing import Any

from tests.filled import filled

_SENTENCE = (
    "坚持以人民健康为中心，统筹推进基本公共卫生服务、疾病预防控制和基层医疗卫生机构能力建设，"
    "进一步规范预算编制与执行，强化绩效目标管理，切实提高财政资金使用效益；"
)
_WORDS = {
    "名称": 28, "标题": 28, "预算支出名称": 28, "报告名称": 28, "项目": 20, "单位": 18,
    "主管部门": 18, "实施单位": 18, "收函单位": 18, "署名": 18, "姓名": 4, "职务": 12, "方式": 14,
    "机构": 18, "组长": 4, "联系人": 4, "填报人": 4, "填表人": 4, "单位负责人": 4, "责任人": 4,
    "等次": 4, "编号": 2, "对应": 2, "序号": 3, "预算编码": 12, "时限": 12, "上级转移支付列名": 10,
    "原因": 120, "措施": 120, "评分标准": 200,
    "政府性基金": 10, "国有资本经营": 10, "社会保险基金": 10, "实施期": 12, "目标": 60, "完成": 60,
}  # fmt: skip
"""How long a text of each key may get in practice; others run to a paragraph.

The rows of indicators are kept whole: LibreOffice clips one that is taller than a page.
"""
_LONG = 260


def long_text_department() -> dict[str, Any]:
    data = filled(_long)
    for key in ("预期", "完成"):
        data["目标"][key] *= 4
    data["报告"]["图表"] = "否"  # the pages of a report are measured as running text
    data["部门"] |= {"名称": "某自治县卫生健康和计划生育管理委员会", "联系电话": "0730-0000001"}
    _score(data)
    return data


def _score(data: Any) -> None:
    """Give every weight and score a figure of usual length: its column is made for those."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if key in {"分值", "得分"} and isinstance(value, str):
            data[key] = "12.5"
        elif isinstance(value, dict | list):
            _score(value)


def empty_text_department() -> dict[str, Any]:
    data = filled(lambda _: None)
    data["部门"]["名称"] = "空白局"
    return data


def _long(key: str) -> str:
    if key == "联系电话":
        return "0730-0000001"
    length = _WORDS.get(key, _LONG)
    return (_SENTENCE * (length // len(_SENTENCE) + 1))[: length - 1] + (
        "" if length < 30 else "。"
    )
