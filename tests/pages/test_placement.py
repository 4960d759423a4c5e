"""Where a report's annexes, signature and date stand on the page, measured (GB/T 9704 7.3.4-5)."""

from pathlib import Path

import pdfplumber
import pytest

from reportgen.cli.main import main
from tests.pages.conftest import written
from tests.pages.office import to_pdf

BODY_LEFT, BODY_RIGHT = 79.4, 521.6
CLOSE = 3.0
REPORT = {
    "年度": "2021",
    "部门": {"名称": "某县卫生健康局"},
    "报告": {
        "章节": [{"标题": "概况", "正文": "内设机构七个。"}],
        "附件": ["自评表", "关于某县卫生健康局部门整体支出绩效评价指标体系的说明和数据来源"],
        "署名": "某县卫生健康局",
        "日期": "2022-06-13",
    },
}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[float, float]]:
    """The lines of the built report: their text, left and right edge in points."""
    folder = tmp_path_factory.mktemp("report")
    source = written(folder / "report.yaml", REPORT)
    output = folder / "output"
    assert main(["build", str(source), "-f", "narrative-report", "-o", str(output)]) == 0
    (document,) = output.rglob("*.docx")
    pdf: Path = to_pdf([document], folder)[document]
    with pdfplumber.open(pdf) as opened:
        found = opened.pages[0].extract_text_lines()
    return {line["text"].replace(" ", ""): (line["x0"], line["x1"]) for line in found}


def test_the_date_leaves_four_characters_free_on_the_right(
    lines: dict[str, tuple[float, float]],
) -> None:
    assert BODY_RIGHT - lines["2022年6月13日"][1] == pytest.approx(4 * 16, abs=CLOSE)


def test_the_signature_is_centred_over_the_date(lines: dict[str, tuple[float, float]]) -> None:
    assert sum(lines["某县卫生健康局"]) / 2 == pytest.approx(
        sum(lines["2022年6月13日"]) / 2, abs=CLOSE
    )


def test_annexes_begin_two_characters_in_and_their_names_align(
    lines: dict[str, tuple[float, float]],
) -> None:
    assert lines["附件：1.自评表"][0] - BODY_LEFT == pytest.approx(2 * 16, abs=CLOSE)
    continued = next(edges for text, edges in lines.items() if text.endswith("数据来源"))
    assert continued[0] - BODY_LEFT == pytest.approx(6 * 16, abs=CLOSE)
