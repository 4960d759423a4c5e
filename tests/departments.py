"""Random departments in the data language: every shape a form has to take, from one seed each."""

from __future__ import annotations

import random
from typing import Any

FAMILIES = ("数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标", "满意度指标")
WORDS = (
    "开展基本公共卫生服务", "R&D <试点>", "“三公”经费", "a < b & c > d", "镕𠮷㐂", "逐步提高",
    "第一行\n第二行", "制表\t符", "👩‍⚕️ 家庭医生", "{a}", "'引'\"号\"", "≥80%", "x" * 300,
    "很长的文字" * 60, "  前后空格  ", "0", "-", "（一）、", "100％",
)  # fmt: skip


class Draw:
    """Draws one department from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - not for secrets

    def text(self) -> str | None:
        return self.random.choice((None, *WORDS, *WORDS))

    def name(self) -> str:
        return self.random.choice(WORDS)

    def texts(self, most: int) -> list[str]:
        return [self.name() for _ in range(self.random.randint(0, most))]

    def amount(self) -> str | None:
        draw = self.random
        whole = str(draw.choice((0, draw.randint(1, 99), draw.randint(100, 99999))))
        decimals = draw.choice(("", ".5", ".25", ".40", f".{draw.randint(1, 99999):05d}"))
        return draw.choice((None, whole, whole + decimals, whole + decimals))

    def points(self) -> str | None:
        return self.random.choice((None, "5", "2.5", "10", "0"))

    def fund_row(self, name: str | None) -> dict[str, Any]:
        rate = self.random.choice((None, "97.5%", "131.12%"))
        return {
            "名称": name, "预算数": self.amount(), "执行数": self.amount(), "执行率": rate,
            "上级转移支付": self.amount(), "分值": self.points(), "得分": self.points(),
        }  # fmt: skip

    def funds(self) -> dict[str, Any]:
        return {
            "总额": self.fund_row(None),
            "来源": [self.fund_row(self.name()) for _ in range(self.random.randint(0, 4))],
            "结构": [self.fund_row(self.name()) for _ in range(self.random.randint(0, 3))],
        }

    def leaf(self) -> dict[str, Any]:
        keys = ("名称", "项目", "标准", "评分标准", "原因", "措施")
        leaf = {key: self.text() for key in keys}
        leaf |= {"目标": self.text(), "完成": self.text()}
        return leaf | {"分值": self.points(), "得分": self.points()}

    def branch(self, leaves: int, depth: int) -> list[dict[str, Any]]:
        """Leaves spread over branches; a leaf may stand beside a branch, a branch may share."""
        if depth == 0 or leaves < 2:
            return [self.leaf() if self.random.random() > 0.05 else {} for _ in range(leaves)]
        nodes: list[dict[str, Any]] = []
        while leaves > 0:
            part = self.random.randint(1, leaves)
            if part == 1 and self.random.random() < 0.3:
                nodes.append(self.leaf())
            else:
                named = self.random.random() > 0.15
                shared = {"目标": self.text(), "分值": self.points(), "评分标准": self.text()}
                nodes.append(
                    {"名称": self.random.choice(FAMILIES) if named else None}
                    | (shared if self.random.random() < 0.4 else {})
                    | {"下级": self.branch(part, depth - 1)}
                )
            leaves -= part
        return nodes

    def indicators(self, most: int) -> list[dict[str, Any]]:
        return self.branch(self.random.randint(0, most), self.random.randint(1, 4))

    def unit(self, name: str | None) -> dict[str, Any]:
        columns = {
            "收入": (
                "合计",
                "上年结转",
                "公共财政拨款",
                "政府基金拨款",
                "专户非税收入",
                "其他收入",
            ),
            "支出": (
                "合计",
                "基本支出",
                "人员支出",
                "公用支出",
                "项目支出",
                "当年结余",
                "累计结余",
            ),
            "三公经费": ("合计", "公务接待费", "公务用车运维费", "公务用车购置费", "因公出国费"),
            "固定资产": ("合计", "在用", "出租", "其他"),
        }
        tables = {key: {c: self.amount() for c in names} for key, names in columns.items()}
        return {"名称": name, **tables}

    def sections(self, depth: int) -> list[dict[str, Any]]:
        return [
            {
                "序号": self.random.choice((None, None, "3、")),
                "标题": self.text(),
                "正文": self.texts(3),
                "列出": self.random.choice((None, "问题", "措施")),
                "章节": self.sections(depth - 1) if depth else [],
            }
            for _ in range(self.random.randint(0, 3))
        ]

    def date(self) -> str | None:
        return self.random.choice((None, "2024-06-13", "2024.6.13", "年底", "2024年6月3日"))

    def project(self) -> dict[str, Any]:
        return {
            "名称": self.name(), "主管部门": self.text(), "实施单位": self.text(),
            "本级预算": self.amount(), "上级资金": {"中央": self.amount(), "省": self.amount()},
            "实施期": self.text(), "实施期目标": self.text(), "年度目标": self.text(),
            "资金": self.funds(), "指标": self.indicators(20),
            "自评": {"分值": self.points(), "得分": self.points()},
            "填表": {"填表人": self.text(), "联系电话": self.text(), "填报日期": self.date()},
        }  # fmt: skip

    def letter(self) -> dict[str, Any]:
        problems = [{"内容": self.text(), "建议": self.text()} for _ in self.texts(4)]
        return {
            "收函单位": self.text(), "报告名称": self.text(), "反馈期限": self.date(),
            "结论意见": self.texts(2), "问题建议意见": self.texts(2), "其他意见": self.texts(2),
            "单位": self.text(), "日期": self.date(), "问题": problems,
        }  # fmt: skip

    def rectification(self) -> dict[str, Any]:
        keys = ("问题", "对应", "措施", "结果", "时限", "责任人")
        return {
            "预算支出名称": self.text(), "评价内容": self.text(), "联系人": self.text(),
            "情况": [{key: self.text() for key in keys} for _ in self.texts(4)],
            "单位意见": self.texts(2), "日期": self.date(),
        }  # fmt: skip

    def department(self) -> dict[str, Any]:
        count = self.random.randint
        return {
            "年度": "2024",
            "部门": {
                "名称": self.name(), "编制人数": "426", "联系人": self.text(),
                "职能": self.texts(5), "主要工作": self.texts(4), "总体运行情况": self.texts(4),
            },
            "资金": self.funds(),
            "机构": {
                "汇总": self.unit(None),
                "单位": [self.unit(self.name()) for _ in range(count(0, 12))],
            },
            "目标": {
                "总体": self.text(),
                "预期": [{"内容": self.text()} for _ in range(count(0, 5))],
                "完成": [{"内容": self.text()} for _ in range(count(0, 6))],
            },
            "指标": self.indicators(60),
            "自评": {"分值": self.points(), "得分": self.points(), "等次": self.text()},
            "评分表": {"指标": self.indicators(30)},
            "评价": {"方式": self.text(), "人员": [{"姓名": self.text()} for _ in self.texts(5)]},
            "报告": {
                "标题": self.text(), "章节": self.sections(3), "问题": self.texts(4),
                "措施": self.texts(3), "日期": self.date(),
            },
            "项目": [self.project() for _ in range(count(0, 8))],
            "征求意见": [self.letter() for _ in range(count(0, 2))],
            "整改": [self.rectification() for _ in range(count(0, 2))],
        }  # fmt: skip


def department(seed: int) -> dict[str, Any]:
    """Return the typed data of the department that `seed` draws."""
    return Draw(seed).department()
