"""A department's reasons: which findings they answer, and what is wrong with them."""

from typing import Any

import pytest

from reportgen import rules  # noqa: F401 - declares the rules
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import DataPath, Finding, Severity
from reportgen.rules.answers import apply_answers, leads
from reportgen.wording.language import Wording

DATA: dict[str, Any] = {
    "年度": "2023",
    "部门": {"名称": "某局"},
    "资金": {"总额": {"预算数": "1"}, "来源": [{"名称": "财政拨款"}, {"名称": "其他资金"}]},
    "评分表": {
        "指标": [
            {"名称": "投入", "下级": [{"名称": "预算配置", "下级": [{"名称": "控制率："}]}]},
            {"名称": "过程", "下级": [{"名称": "48小时/72小时办结率"}]},
        ]
    },
    "指标": [{"名称": "覆盖率", "项目": "人才培养"}],
    "报告": {"章节": [{"标题": "概况"}]},
}
RATIO: DataPath = ("评分表", "指标", 0, "下级", 0, "下级", 0, "得分")
SOURCE: DataPath = ("资金", "来源", 1, "预算数")


def finding(code: str, path: DataPath) -> Finding:
    words = Wording("问题", "problem")
    return Finding(code, Severity.WARNING, words, words, path=path)


def answered(*answers: dict[str, str], found: list[Finding]) -> list[Finding]:
    department_year = DepartmentYear.model_validate(DATA | {"说明": list(answers)})
    return apply_answers(found, department_year)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (RATIO, "评分表/控制率"),
        (RATIO, "评分表/投入/预算配置/控制率"),
        (RATIO, " 评分表 / 控制率： /得分"),
        (RATIO, ""),
        (("评分表", "指标", 1, "下级", 0), "评分表/过程/48小时/72小时办结率"),
        (("资金", "总额", "执行率"), "资金/总额"),
        (SOURCE, "资金/其他资金"),
        (("指标", 0, "得分"), "指标/人才培养"),
        (("指标", 0, "得分"), "指标/覆盖率/得分"),
        (("报告", "章节", 0, "正文", 3), "报告/概况"),
        (("报告", "章节", 7, "正文"), "报告"),
        (("部门", "名称", "甲"), "部门/甲"),
        ((), ""),
    ],
)
def test_a_place_is_found_by_names(path: DataPath, place: str) -> None:
    answer = {"规则": "NAR-02", "位置": place, "理由": "已核实"}
    (found,) = answered(answer, found=[finding("NAR-02", path)])
    assert found.reason == "已核实"


def test_the_first_part_of_a_place_is_the_top() -> None:
    found = [finding("EXEC-03", ("项目", 0, "资金", "总额", "执行率"))]
    notes = answered({"规则": "EXEC-03", "位置": "资金/总额", "理由": "跨年"}, found=found)
    assert [(each.code, each.answered) for each in notes] == [
        ("EXEC-03", False),
        ("NOTE-01", False),
    ]


@pytest.mark.parametrize(
    "place", ["控制率/评分表", "评分表/过程", "评分表/控制", "指标/覆盖率", "资金", "投入//x"]
)
def test_another_place_is_not(place: str) -> None:
    answer = {"规则": "NAR-02", "位置": place, "理由": "已核实"}
    found, note = answered(answer, found=[finding("NAR-02", RATIO)])
    assert (found.reason, note.code, note.path) == (None, "NOTE-01", ("说明", 0))


def test_one_answer_answers_all_that_it_means() -> None:
    found = [finding("NAR-02", RATIO), finding("NAR-02", SOURCE), finding("NAR-03", SOURCE)]
    outcome = answered({"规则": "NAR-02", "理由": "甲"}, found=found)
    assert [each.reason for each in outcome] == ["甲", "甲", None]
    assert outcome[0].severity is Severity.WARNING


def test_the_first_reason_stands() -> None:
    first, second = {"规则": "NAR-02", "理由": "甲"}, {"规则": "NAR-02", "理由": "乙"}
    (found,) = answered(first, second, found=[finding("NAR-02", RATIO)])
    assert found.reason == "甲"


@pytest.mark.parametrize("code", ["FUND-01", "DATA-13", "RULE-01"])
def test_what_cannot_be_answered_stays(code: str) -> None:
    found, note = answered({"规则": code, "理由": "甲"}, found=[finding(code, SOURCE)])
    assert (found.reason, note.code, note.severity) == (None, "NOTE-02", Severity.ERROR)
    assert note.say("zh") == f"{code}不能用说明答复"


def test_a_blank_reason_is_no_answer() -> None:
    answer = {"规则": "NAR-02", "位置": "资金/其他资金", "理由": " "}
    found, note = answered(answer, found=[finding("NAR-02", SOURCE)])
    assert (found.reason, note.code, note.severity) == (None, "NOTE-03", Severity.WARNING)
    assert note.say("zh") == "说明没有写理由：NAR-02（资金/其他资金）"
    assert note.say("en") == "Answer without a reason: NAR-02（资金/其他资金）"


def test_an_answer_to_nothing_is_told() -> None:
    (note,) = answered({"规则": "NAR-99", "理由": "甲"}, found=[])
    assert (note.code, note.severity, note.path) == ("NOTE-01", Severity.WARNING, ("说明", 0))
    assert note.say("zh") == "说明没有用上：NAR-99没有这样的问题"


def test_a_misspelt_rule_is_told_what_was_probably_meant() -> None:
    (note,) = answered({"规则": "nar-5", "理由": "甲"}, found=[])
    assert (note.code, note.say_hint("zh")[:15]) == ("NOTE-01", "是否想写“NAR-05”？问题")
    (known,) = answered({"规则": "NAR-05", "理由": "甲"}, found=[])
    assert known.say_hint("zh").startswith("问题已经改正")


def test_without_answers_nothing_changes() -> None:
    found = [finding("NAR-02", RATIO)]
    assert answered(found=found) == found


def test_a_name_may_hold_a_slash() -> None:
    assert leads([("甲/乙",), ("丙",)], "甲/乙/丙")
    assert not leads([("甲/乙",), ("丙",)], "甲/丙")
