"""附表4 and 附表5: the local words are those of the scheme; the blank forms as published."""

import docx

from reportgen.loading.form_files import load_forms
from tests.templates.conftest import Prints, PrintsBlank

LETTER = {"征求意见": [{"收函单位": "某县卫生健康局"}]}
REMEDY = {"整改": [{"预算支出名称": "健康教育"}]}


def test_the_blank_forms_print_the_published_words(prints_blank: PrintsBlank) -> None:
    assert prints_blank("feedback-letter")[:2] == ["附表4", "绩效评价结果征求意见的反馈函"]
    shown = prints_blank("rectification-form")
    assert shown[:2] == ["附表5", "绩效评价结果整改报告书"]
    assert shown[-1].endswith("后15天内交区财政局绩效管理股。")


def test_another_county_prints_none_of_them(prints: Prints) -> None:
    assert prints("feedback-letter", LETTER)[0] == "绩效评价结果征求意见的反馈函"
    shown = prints("rectification-form", REMEDY)
    assert shown[0] == "绩效评价结果整改报告书"
    assert shown[-1].endswith("后15天内交财政局。")


def test_the_signature_stands_in_a_row_that_never_splits(prints: Prints) -> None:
    signed = {"收函单位": "某局", "单位": "某局", "日期": "2022-06-20"}
    assert "| 单位（盖章）：某局¶2022年6月20日 |" in prints(
        "feedback-letter", {"征求意见": [signed]}
    )
    rows = docx.Document(str(load_forms()["feedback-letter"].template)).tables[0].rows
    (row,) = [row for row in rows if "盖章" in row.cells[0].text]
    assert row._tr.xpath("w:trPr/w:cantSplit")
