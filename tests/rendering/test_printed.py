from typing import Any

from reportgen.model.department_year import DepartmentYear
from reportgen.model.finding import Finding, Place, Severity
from reportgen.model.profile import Profile
from reportgen.rendering.printed import printed_facts
from reportgen.wording.language import Wording

SOURCES = [{"名称": "财政拨款", "预算数": "100", "执行数": "90"}]
WORDS = Wording("应说明", "say why")
FINDING = Finding("EXEC-01", Severity.ERROR, WORDS, WORDS, Place("a.yaml", 1, 1), ("资金",))


def year(**typed: Any) -> DepartmentYear:
    required = {"年度": "2023", "部门": {"名称": "某县卫生健康局"}, "资金": {"来源": SOURCES}}
    return DepartmentYear.model_validate(required | typed)


def test_blank_figures_are_computed_and_findings_are_rows() -> None:
    facts = printed_facts(year(), Profile(), [FINDING])
    assert str(facts["资金"]["来源"][0]["执行率"]) == "90.00%"
    assert [row["规则"] for row in facts["意见"]] == ["EXEC-01"]


def test_charts_are_there_when_they_are_asked_for() -> None:
    assert printed_facts(year(), Profile(), ())["图表"] == []
    asked = printed_facts(year(报告={"图表": "是"}), Profile(), ())
    assert [chart["种类"] for chart in asked["图表"]] == ["预算执行"]
    local = Profile.model_validate({"图表": "是"})
    assert [chart["种类"] for chart in printed_facts(year(), local, ())["图表"]] == ["预算执行"]
