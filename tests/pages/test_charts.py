"""A report with charts: valid for Word, and drawn by LibreOffice with every figure."""

from pathlib import Path

import pdfplumber
import pytest
import yaml

from reportgen.cli.main import main
from tests.pages.conftest import written
from tests.pages.office import ROOT, invalid, to_pdf


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("charts")
    data = yaml.safe_load((ROOT / "data" / "yunxi-2021.yaml").read_text("utf-8"))
    data["报告"]["图表"] = "是"
    data["资金"]["来源"] = [
        {"名称": "财政拨款", "预算数": 5482.57, "执行数": 5400.5},
        {"名称": "其他资金", "预算数": 40, "执行数": 40},
    ]
    source = written(folder / "yunxi.yaml", data)
    assert main(["build", str(source), "-f", "narrative-report", "-o", str(folder)]) == 0
    (document,) = folder.rglob("*.docx")
    return document


def test_the_open_xml_sdk_finds_it_valid(report: Path) -> None:
    assert invalid([report]) == []


def test_every_chart_is_drawn_with_its_figures(report: Path, tmp_path: Path) -> None:
    with pdfplumber.open(to_pdf([report], tmp_path)[report]) as pdf:
        text = "".join(page.extract_text().replace(" ", "") for page in pdf.pages)
        bars = [bar for page in pdf.pages[-3:] for bar in page.rects if bar["height"] > 5]
    for shown in ("图1", "图2", "图3", "5482.57", "其他资金", "履职效益", "陆城镇卫生院100.00%"):
        assert shown in text
    assert len(bars) >= 4 + 1 + 10
