"""A report with charts: valid for Word, and drawn by LibreOffice with every figure."""

from pathlib import Path

import pdfplumber
import pytest

from reportgen.cli.main import main
from tests.pages.conftest import written
from tests.pages.office import invalid, to_pdf

LONG = "某自治县卫生健康和计划生育管理委员会综合行政执法大队"
DATA = {
    "年度": "2023",
    "部门": {"名称": "某县卫生健康局"},
    "资金": {
        "来源": [
            {"名称": "财政拨款", "预算数": "5482.57", "执行数": "5400.5"},
            {"名称": "其他资金", "预算数": "40", "执行数": "40"},
        ]
    },
    "机构": {
        "单位": [
            {"名称": name, "收入": {"合计": "800"}, "支出": {"合计": "724"}}
            for name in ("局机关", LONG, "疾控中心")
        ]
    },
    "指标": [
        {"名称": "数量指标", "分值": "60", "下级": [{"名称": "甲", "得分": "55.5"}]},
        {"名称": "质量指标", "分值": "40", "下级": [{"名称": "乙", "得分": "40"}]},
    ],
    "报告": {"图表": "是", "章节": [{"标题": "概况", "正文": "内设机构7个。"}]},
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("charts")
    source = written(folder / "report.yaml", DATA)
    assert main(["build", str(source), "-f", "narrative-report", "-o", str(folder)]) == 0
    (document,) = folder.rglob("*.docx")
    return document


def test_the_open_xml_sdk_finds_it_valid(report: Path) -> None:
    assert invalid([report]) == []


def test_every_chart_is_drawn_with_its_figures(report: Path, tmp_path: Path) -> None:
    with pdfplumber.open(to_pdf([report], tmp_path)[report]) as pdf:
        text = "".join("".join(page.extract_text().split()) for page in pdf.pages)
        bars = [bar for page in pdf.pages for bar in page.rects if bar["height"] > 5]
    for shown in ("图1", "图2", "图3", "5482.57", "其他资金", "数量指标4.5", "疾控中心90.50%"):
        assert shown in text
    assert LONG[:12] in text
    assert len(bars) >= 4 + 1 + 3
