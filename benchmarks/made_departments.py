"""Departments of any size, as the loader would hand them over: figures that add up, real prose."""

from __future__ import annotations

from typing import Any

FAMILIES = ("数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标", "满意度指标")
SENTENCES = (
    "全年支出{{ 资金.总额.执行数 }}万元，预算执行率{{ 资金.总额.执行率 }}，各项任务按计划完成。",
    "落实基本公共卫生服务，建立居民健康档案，规范管理高血压、糖尿病患者，开展老年人健康体检。",
    "推进县乡村一体化管理，改造村卫生室，培训乡村医生，基层服务能力有所增强。",
    "加强预算约束，公用经费分类分档编制，资产配置实行政府采购，公务消费用公务卡结算。",
    "完成率{{ 指标[0].下级[0].完成 }}，基本支出{{ 机构.汇总.支出.基本支出 }}万元，均在预算之内。",
)


def department(indicators: int, units: int, prose_bytes: int) -> dict[str, Any]:
    """Return typed data: scalars as text, blanks as None."""
    budget = 1000 * units
    return {
        "口径": "national-2020",
        "年度": "2024",
        "部门": {"名称": "云岭县卫生健康局", "编制人数": "268", "实有人数": "251"},
        "资金": {
            "总额": _row(None, budget),
            "来源": [_row("财政拨款", budget), _row("其他资金", 0)],
            "结构": [_row("基本支出", budget * 4 // 10), _row("项目支出", budget * 6 // 10)],
        },
        "机构": {
            "汇总": _unit(None, units),
            "单位": [_unit(f"第{n}卫生院", 1) for n in range(units)],
        },
        "指标": _families(indicators),
        "自评": {"分值": "100", "得分": "100"},
        "报告": {"标题": "2024年度部门整体支出绩效自评报告", "章节": _sections(prose_bytes)},
    }


def _row(name: str | None, budget: int) -> dict[str, Any]:
    row = {"预算数": str(budget), "执行数": f"{budget * 97 / 100:.2f}", "执行率": "97%"}
    if not budget:
        row = {"预算数": "0", "执行数": "0"}
    weighed = {} if name else {"分值": "10", "得分": "9.7", "说明": "尾款结转"}
    return {"名称": name, **row, **weighed} if name else row | weighed


def _unit(name: str | None, of: int) -> dict[str, Any]:
    return {
        "名称": name,
        "收入": {"合计": f"{of * 970}", "上年结转": "0", "公共财政拨款": f"{of * 970}",
                 "政府基金拨款": "0", "专户非税收入": "0", "其他收入": "0"},
        "支出": {"合计": f"{of * 970}", "基本支出": f"{of * 388}", "人员支出": f"{of * 300}",
                 "公用支出": f"{of * 88}", "项目支出": f"{of * 582}",
                 "当年结余": "0", "累计结余": "0"},
        "三公经费": {"合计": f"{of * 3}", "公务接待费": f"{of}", "公务用车运维费": f"{of * 2}",
                     "公务用车购置费": "0", "因公出国费": "0"},
        "固定资产": {"合计": f"{of * 80}", "在用": f"{of * 80}", "出租": "0", "其他": "0"},
    }  # fmt: skip


def _families(indicators: int) -> list[dict[str, Any]]:
    size = -(-indicators // len(FAMILIES))
    numbers = iter(range(indicators))
    return [
        {
            "名称": name,
            "下级": [_leaf(number) for number, _ in zip(numbers, range(size), strict=False)],
        }
        for name in FAMILIES
    ]


def _leaf(number: int) -> dict[str, Any]:
    kind = number % 4
    target = (f"≥{80 + kind}%", "≥120人次", "不断提高", "≤30日")[kind]
    actual = (f"{85 + kind}.5%", "131人次", "比上年提高3.2个百分点", "25日")[kind]
    return {
        "名称": f"第{number}类人群健康管理服务情况", "分值": "1.5", "目标": target, "完成": actual,
        "得分": "1.5",
    }  # fmt: skip


def _sections(size: int) -> list[dict[str, Any]]:
    texts: list[str] = []
    while sum(len(text.encode()) for text in texts) < size:
        texts.append(f"{len(texts) + 1}年级计划：" + SENTENCES[len(texts) % len(SENTENCES)])
    return [
        {"标题": f"第{number}部分", "正文": texts[start : start + 4]}
        for number, start in enumerate(range(0, len(texts), 4), 1)
    ]
