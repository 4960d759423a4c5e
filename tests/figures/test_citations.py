"""Facts cited in typed text: printed, or told with the place and kept as typed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures import citation_faults
from reportgen.figures.citation_faults import CitationFault, CitationProblem
from reportgen.figures.citations import resolve_citations
from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import path_text

FACTS = {
    "年度": "2023",
    "部门": {"名称": "某县卫生健康局", "编制人数": "12"},
    "资金": {
        "到位资金": "350.40",
        "总额": {"预算数": "100", "执行数": "89"},
        "来源": [{"名称": "财政拨款", "执行数": "60"}],
    },
}
FAULTS = {
    value.code: value
    for value in vars(citation_faults).values()
    if isinstance(value, CitationFault)
}


def resolved(**typed: Any) -> tuple[DepartmentYear, tuple[CitationProblem, ...]]:
    return resolve_citations(DepartmentYear.model_validate(FACTS | typed))


def title(text: str) -> str | None:
    year, problems = resolved(报告={"标题": text})
    assert problems == ()
    return year.report.title


def problem(text: str) -> tuple[str, str]:
    """Return code and words of the one problem of a text, which is kept as typed."""
    year, problems = resolved(报告={"标题": text})
    assert year.report.title == text
    (found,) = problems
    assert path_text(found.path) == "报告.标题"
    return found.fault.code, said(found)


def said(found: CitationProblem) -> str:
    """Return message and hint as the user reads them, after saying them in English as well."""
    for wording in (found.fault.message, found.fault.hint):
        assert wording.say("en", found.arguments)
    words = (found.fault.message, found.fault.hint)
    return "；".join(wording.say("zh", found.arguments) for wording in words)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("支出{{ 资金.总额.执行数 }}万元", "支出89万元"),
        ("到位{{资金.到位资金}}万元", "到位350.40万元"),
        ("{{ 资金.执行合计 }}，执行率{{ 资金.总额.执行率 }}", "89，执行率89.00%"),
        ("占{{ 资金.执行比例|百分比(1) }}", "占89.0%"),
        ("占{{ 资金.总额.执行率|百分比 }}", "占89.00%"),
        ("{{ 资金.来源[0].名称 }}", "财政拨款"),
        ("{{ 资金.来源[０].名称 }}", "财政拨款"),
        ("{{ 资金.总额.预算数 - 资金.来源[0].执行数 }}", "40"),
        ("{{ (资金.总额.执行率) }}", "89.00%"),
        ("{{ 部门['名称'] ~ 资金.来源[-1].名称 }}", "某县卫生健康局财政拨款"),
        ("{{ 部门.编制人数 + 资金.来源[0].执行数|保留(1) }}", "72.0"),
        ("{{ '有' if 资金 and not 机构 else '无' }}", "有"),
        ("{{ 部门.名称 }}、{{ 部门.名称 }}", "某县卫生健康局、某县卫生健康局"),
        ("{{ 资金.到位资金 * 0.5 }}", "175.200"),
        ("{{ 资金.总额.预算数 / 0.5 }}", "200"),
        ("{{ 部门.编制人数|中文数字 }}", "十二"),
        ("{{ 部门.联系人|或('无') }}", "无"),
        ("{{ 年度 }}年{{\n部门.名称\n}}", "2023年某县卫生健康局"),
        ("{ 年 } 100% #{甲}", "{ 年 } 100% #{甲}"),
    ],
)
def test_a_citation_prints_the_fact(typed: str, printed: str) -> None:
    assert title(typed) == printed


def test_a_zero_is_cited_as_zero() -> None:
    year, problems = resolved(资金={"到位资金": "0.00"}, 报告={"标题": "{{ 资金.到位资金 }}"})
    assert (year.report.title, problems) == ("0.00", ())


def test_dates_and_targets_are_cited_as_printed() -> None:
    year, problems = resolved(
        报告={"日期": "2024-06-13", "标题": "{{ 报告.日期 }} {{ 指标[0].目标 }}"},
        指标=[{"名称": "甲", "目标": "≥80%"}],
    )
    assert (year.report.title, problems) == ("2024年6月13日 ≥80%", ())


def test_citations_are_resolved_wherever_text_is_typed() -> None:
    cite = "{{ 年度 }}"
    year, problems = resolved(
        部门={"名称": "局", "主要工作": ["甲", cite], "职能": [cite]},
        目标={"预期": [{"内容": cite}]},
        指标=[{"名称": "甲", "下级": [{"名称": cite, "目标": f"≥{cite}人", "完成": cite}]}],
        报告={
            "章节": [{"标题": "甲", "章节": [{"正文": f"甲\n乙{cite}"}]}],
            "日期": f"{cite}-06-13",
        },
        项目=[{"名称": cite}],
        征求意见=[{"问题": [{"内容": cite}]}],
        说明=[{"规则": "A-01", "理由": cite}],
    )
    assert problems == ()
    (leaf,) = year.indicators[0].children
    assert [
        year.department.tasks,
        year.department.duties,
        year.goals.expected[0].content,
        leaf.name,
        year.report.sections[0].sections[0].body,
        str(year.report.date),
        year.projects[0].name,
        year.feedback_letters[0].problems[0].content,
        year.answers[0].reason,
    ] == [
        ("甲", "2023"),
        ("2023",),
        "2023",
        "2023",
        ("甲", "乙2023"),
        "2023年6月13日",
        "2023",
        "2023",
        "2023",
    ]
    assert leaf.target is not None
    assert leaf.actual is not None
    assert (leaf.target.measures[0].comparator, leaf.target.measures[0].unit) == ("≥", "人")
    assert (leaf.target.measures[0].number, leaf.actual.measures[0].number) == (2023, 2023)


def test_a_cited_date_that_is_no_day_is_printed_as_it_reads() -> None:
    year, problems = resolved(报告={"日期": "{{ 年度 }}-02-30"})
    assert (str(year.report.date), problems) == ("2023-02-30", ())


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("{{ 资今 }}", "DATA-11", "引用“资今”：没有“资今”这一项；是否想写“资金”？引用写作 {{ "),
        ("{{ 资金.总额.执行 }}", "DATA-11", "没有“执行”这一项；是否想写“执行率”？"),
        ("{{ 资金.来源[7].名称 }}", "DATA-11", "没有“[7]”这一项"),
        ("{{ 部门.__class__ }}", "DATA-11", "没有“__class__”这一项"),
        ("{{ 部门.名称.upper() }}", "DATA-11", "没有“upper”这一项"),
        ("{{ 年度 + 部门.编制人 }}", "DATA-11", "没有“编制人”这一项；是否想写“编制人数”？"),
        ("{{ 年度 + 部门.联系人 }}", "DATA-12", "写法有误，无法计算"),
        ("{{ 年度 + 资金.来源 }}", "DATA-12", "写法有误，无法计算"),
        ("{{ range(9) }}", "DATA-11", "没有“range”这一项"),
        ("{{ }}", "DATA-12", "引用“”写法有误"),
        ("{{ 资金.. }}", "DATA-12", "引用“资金..”写法有误"),
        ("{{ 年度 ** 9 }}", "DATA-12", "写法有误，无法计算"),
        ("{{ 部门.名称 * 9 }}", "DATA-12", "写法有误，无法计算"),
        ("{{ 年度 / 0 }}", "DATA-12", "写法有误，无法计算"),
        ("{{ 年度|upper }}", "DATA-12", "写法有误，无法计算"),
        ("{{ 部门.名称|保留 }}", "DATA-12", "写法有误，无法计算"),
        ("{{ 年度 > 3 }}", "DATA-12", "写法有误，无法计算"),
        ("{{ self }}", "DATA-11", "没有“self”这一项"),
        ("{{ (self) }}", "DATA-12", "写法有误，无法计算"),
        ("{{ " + "(" * 190 + "1" + ")" * 190 + " }}", "DATA-12", "写法有误，无法计算"),
        ("{{ 年度" + " + 1" * 200 + " }}", "DATA-12", "…”写法有误，无法计算"),
        ("{{ 部门.联系人 }}", "DATA-13", "引用的“部门.联系人”没有填写"),
        ("{{ 部门.联系人|中文数字 }}", "DATA-13", "没有填写"),
        ("{{ 资金 }}", "DATA-14", "引用的“资金”是一组数据"),
        ("{{ 资金.来源 }}", "DATA-14", "引用的“资金.来源”是一组数据"),
        ("{{ '{' ~ '{ 年度' }}", "DATA-15", "本身又含有引用"),
        ("{{ 报告.标题 }}", "DATA-15", "引用的“报告.标题”本身又含有引用"),
        ("{{ 年度", "DATA-16", "文字中的“{{”不成对"),
        ("年度 }}", "DATA-16", "文字中的“}}”不成对"),
        ("{% if 年度 %}", "DATA-16", "文字中的“{%”不成对或不能使用"),
        ("100%}", "DATA-16", "文字中的“%}”不成对"),
        ("{{ 年度 }和{{ 年度 }}", "DATA-16", "不成对"),
        ("到位｛｛ 资金.到位资金 ｝｝万元", "DATA-21", "“｛｛ 资金.到位资金 ｝｝”不是引用"),
        ("到位{ 资金.到位资金 }万元", "DATA-21", "写作 {{ 资金.到位资金 }}"),
        ("执行率{{ 资金.到位资金 / 7 }}", "DATA-24", "(资金.到位资金 / 7)|保留(2)"),
    ],
)
def test_a_citation_that_fails_is_told_and_kept_as_typed(typed: str, code: str, words: str) -> None:
    found, sentence = problem(typed)
    assert found == code
    assert words in sentence


def test_every_fault_is_told_in_a_test_above() -> None:
    assert sorted(FAULTS) == [f"DATA-{number}" for number in (*range(11, 17), 21, 24)]
    (mark,) = test_a_citation_that_fails_is_told_and_kept_as_typed.pytestmark
    assert {code for _, code, _ in mark.args[1]} == set(FAULTS)


def test_what_cites_a_target_that_cites_is_told() -> None:
    _, problems = resolved(
        报告={"标题": "{{ 指标[0].目标 }}"}, 指标=[{"名称": "甲", "目标": "{{ 年度 }}"}]
    )
    assert [found.fault.code for found in problems] == ["DATA-15"]


def test_every_problem_is_told_at_its_own_place() -> None:
    year, problems = resolved(
        部门={"名称": "{{ 甲 }}", "主要工作": ["好", "{{ 年度 }}和{{ 乙 }}和{{ 丙 }}"]},
        指标=[{"名称": "甲", "下级": [{}, {"完成": "{{ 丁 }}"}]}],
        报告={"章节": [{}, {"章节": [{"正文": ["一", "二 %}"]}]}]},
    )
    told = [(path_text(found.path), found.arguments["citation"]) for found in problems]
    assert told == [
        ("部门.名称", "甲"),
        ("部门.主要工作[1]", "乙"),
        ("部门.主要工作[1]", "丙"),
        ("指标[0].下级[1].完成", "丁"),
        ("报告.章节[1].章节[0].正文[1]", "%}"),
    ]
    assert year.department.tasks[1] == "2023和{{ 乙 }}和{{ 丙 }}"


def test_a_file_that_cites_nothing_stays_the_same_object() -> None:
    typed = DepartmentYear.model_validate(FACTS | {"核对": ["资金.执行比例 >= 0.89"]})
    year, problems = resolve_citations(typed)
    assert year is typed
    assert problems == ()


def test_what_was_typed_is_never_changed_and_what_cites_nothing_is_shared() -> None:
    typed = DepartmentYear.model_validate(FACTS | {"报告": {"标题": "{{ 年度 }}"}})
    before = typed.model_dump_json()
    year, _ = resolve_citations(typed)
    assert typed.model_dump_json() == before
    assert year.report.title == "2023"
    assert year.funds is typed.funds
    assert year.department is typed.department


def test_assertions_are_expressions_already() -> None:
    assertions = ["资金.执行合计 <= 资金.到位资金", "资金.没有 > 0"]
    year, problems = resolved(核对=assertions, 报告={"标题": "{{ 年度 }}"})
    assert (year.assertions, problems) == (tuple(assertions), ())


@given(st.text(st.sampled_from("{}% 年度部门.名称|#'\n"), max_size=30))
def test_no_text_stops_the_run(text: str) -> None:
    year, problems = resolved(报告={"标题": text})
    if not problems:
        assert "{{" not in (year.report.title or "")
