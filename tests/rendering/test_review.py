from reportgen.model.finding import Finding, Place, Severity
from reportgen.rendering.review import KEYS, review_facts
from reportgen.rendering.vocabulary import Listing, form_names
from reportgen.wording.language import Wording


def finding(severity: Severity, **more: str) -> Finding:
    return Finding(
        "EXEC-02",
        severity,
        Wording("执行率应为{rate}", "the rate should be {rate}"),
        Wording("改正{rate}", "mend {rate}"),
        Place("data/a.yaml", 12, 5),
        ("资金", "来源", 0, "执行率"),
        {"rate": "131.12%"},
        **more,
    )


def test_a_row_of_the_review_notes_is_a_finding() -> None:
    (row,) = review_facts(
        [finding(Severity.ERROR, stated="131%", computed="131.12%", reason="已批")]
    )
    assert row == {
        "序号": 1,
        "规则": "EXEC-02",
        "级别": "错误",
        "位置": "资金.来源[0].执行率",
        "行号": 12,
        "填报": "131%",
        "计算": "131.12%",
        "意见": "执行率应为131.12%",
        "建议": "改正131.12%",
        "答复": "已批",
    }


def test_rows_are_numbered_and_every_severity_has_its_word() -> None:
    rows = review_facts(finding(severity) for severity in Severity)
    assert [(row["序号"], row["级别"]) for row in rows] == [(1, "错误"), (2, "警告"), (3, "提示")]


def test_a_form_may_name_what_a_row_holds() -> None:
    kind = form_names(None).keys()["意见"]
    assert isinstance(kind, Listing)
    assert tuple(kind.of.keys()) == KEYS
