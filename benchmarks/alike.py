"""Departments like Yunxi's and Liuyang's: the published files with other names and figures.

The money of a department is multiplied by one whole number, so that what added up still adds up;
counts in running text are replaced, equal ones by equal ones, and its verbs are varied, so that no
two departments write the same paragraph. Five documents each.
"""

from __future__ import annotations

import random
import re
from decimal import Decimal
from pathlib import Path

from benchmarks.measuring import ROOT

DOCUMENTS = 5
CITIES = "岳阳 长沙 株洲 湘潭 衡阳 邵阳 常德 益阳 娄底 郴州 永州 怀化".split()  # noqa: SIM905
FIRST = "云石青白金永宁平清东南西北新临安福德文武玉龙凤江河湖海山林松竹梅兰桂桃柳明光华春"
SECOND = "溪阳城口川州江陵泉岭山潭沙原田坪桥港关岗塘洲湾浦水林乡源台峰河安宁平昌兴隆和"
PROFILES = {
    "yunxi": ("yunxi-2021", (
        "evaluation-dossier", "narrative-report", "scoring-sheet", "feedback-letter",
        "rectification-form",
    )),
    "liuyang": ("liuyang-2021", (
        "self-evaluation-table", "department-targets", "narrative-report", "feedback-letter",
        "rectification-form",
    )),
}  # fmt: skip
_SECTION = re.compile(r"^(?=\S+:)", re.MULTILINE)
_MONEY = ("资金:", "机构:")
_AMOUNT = re.compile(r"(?<=: )\d+(?:\.\d+)?(?=[,}\s])")
_PROSE = re.compile(r"^.{60,}$", re.MULTILINE)
_VERBS = re.compile("加强|推进|落实|开展|完善|提高|改善|强化|优化|健全")
_COUNT = re.compile(r"(?<![\d.])\d{3,}(?=[人件次家个名户])")


def workspace(folder: Path, departments: int) -> Path:
    """Fill a folder: profiles that print five forms each, and data, each kind in turn."""
    for name in ("profiles", "data"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, (parent, forms) in PROFILES.items():
        text = f"名称: 基准测试\n继承: {parent}\n表单: [{', '.join(forms)}]\n"
        (folder / "profiles" / f"{name}-like.yaml").write_text(text, "utf-8")
    makers = (Maker("yunxi"), Maker("liuyang"))
    for number in range(departments):
        path = folder / "data" / f"{number:05}.yaml"
        path.write_text(makers[number % 2].department(number), "utf-8")
    return folder


class Maker:
    """Makes departments of one kind; the same number always gives the same department."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        published = (ROOT / "data" / f"{kind}-2021.yaml").read_text("utf-8")
        if kind == "liuyang":
            published += Path(__file__).with_name("alike_papers.yaml").read_text("utf-8")
        profile = f"口径: {PROFILES[kind][0]}"
        self._sections = _SECTION.split(published.replace(profile, f"口径: {kind}-like"))

    def department(self, number: int) -> str:
        draw = random.Random(number)  # noqa: S311 - not for secrets
        factor = draw.randint(2, 9)
        counts: dict[str, str] = {}

        def scaled(match: re.Match[str]) -> str:
            return str(Decimal(match[0]) * factor)

        def recounted(match: re.Match[str]) -> str:
            low = 10 ** (len(match[0]) - 1)
            return counts.setdefault(match[0], str(draw.randrange(low, low * 10)))

        def reworded(match: re.Match[str]) -> str:
            text = _COUNT.sub(recounted, match[0])
            return _VERBS.sub(lambda _: draw.choice(verbs), text)

        verbs = _VERBS.pattern.split("|")
        text = "".join(
            _AMOUNT.sub(scaled, part) if part.startswith(_MONEY) else _PROSE.sub(reworded, part)
            for part in self._sections
        )
        return self._renamed(text, number)

    def _renamed(self, text: str, number: int) -> str:
        half, which = divmod(number // 2, len(CITIES))
        first, second = divmod(half, len(SECOND))
        name = FIRST[first] + SECOND[second]
        if self._kind == "yunxi":
            return text.replace("岳阳", CITIES[which]).replace("云溪", name)
        return text.replace("浏阳", f"{CITIES[which]}{name}").replace(
            "长沙市", f"{CITIES[which]}市"
        )
