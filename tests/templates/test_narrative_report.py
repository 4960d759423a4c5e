"""绩效自评报告: its annexes after the body, then signature and date (GB/T 9704 7.3.4-5)."""

import pytest

from tests.templates.conftest import Prints, PrintsBlank

SECTIONS = [{"标题": "概况", "正文": "内设机构7个。"}]


@pytest.mark.parametrize(
    ("annexes", "lines"),
    [
        ([], []),
        (["自评表"], ["附件：自评表"]),
        (["自评表", "评分表", "项目表"], ["附件：1.\t自评表", "2.\t评分表", "3.\t项目表"]),
    ],
)
def test_annexes_stand_after_the_body(prints: Prints, annexes: list[str], lines: list[str]) -> None:
    shown = prints("narrative-report", {"报告": {"附件": annexes, "章节": SECTIONS}})
    assert shown[1:] == ["一、概况", "内设机构7个。", *lines]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ({"日期": "2022-06-13"}, ["某县卫生健康局", "2022年6月13日"]),
        ({"署名": "某县卫健局"}, ["某县卫健局", "年   月   日"]),
        ({"署名": "某县卫健局", "日期": "2022-06-13"}, ["某县卫健局", "2022年6月13日"]),
        ({}, []),
    ],
)
def test_a_report_is_signed_when_it_says_so(
    prints: Prints, typed: dict[str, str], lines: list[str]
) -> None:
    shown = prints("narrative-report", {"报告": {"章节": SECTIONS, **typed}})
    assert [line.strip() for line in shown[3:]] == lines


def test_the_blank_report_names_no_annex(prints_blank: PrintsBlank) -> None:
    assert "附件" not in "".join(prints_blank("narrative-report"))
