"""The department without a problem: no finding at all, not even a note."""

from __future__ import annotations

from pathlib import Path

from reportgen.loading.profiles import Profiles
from reportgen.model.department_year import DepartmentYear
from reportgen.pipeline.check import check_department

EXAMPLE = Path(__file__).parents[2] / "data/examples/无问题示例.yaml"


def test_the_perfect_department_has_no_finding() -> None:
    checked = check_department(EXAMPLE, EXAMPLE.name, Profiles())
    assert checked.findings == ()


def test_the_perfect_department_uses_every_part() -> None:
    checked = check_department(EXAMPLE, EXAMPLE.name, Profiles())
    assert checked.department_year is not None
    blank = {
        DepartmentYear.model_fields[name].alias
        for name, value in checked.department_year
        if not (value.model_fields_set if hasattr(value, "model_fields_set") else value)
    }
    # It needs no answers, and a common index sheet is scored under another scheme.
    assert blank == {"评分表", "说明"}


def test_one_wrong_figure_would_be_found(tmp_path: Path) -> None:
    spoilt = tmp_path / "a.yaml"
    text = EXAMPLE.read_text("utf-8")
    right = "自评: {分值: 100, 得分: 99.5, 等次: 优}\n"
    assert right in text
    spoilt.write_text(text.replace(right, right.replace("99.5", "98.5"), 1), "utf-8")
    codes = [each.code for each in check_department(spoilt, "a.yaml", Profiles()).findings]
    assert codes == ["SCR-02"]
