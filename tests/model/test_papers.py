import pytest
from pydantic import ValidationError

from reportgen.model.papers import Answer, Project, Report


def test_a_project_needs_its_name_and_an_answer_its_rule() -> None:
    assert Project.model_validate({"名称": "甲"}).indicators == ()
    for model in (Project, Answer):
        with pytest.raises(ValidationError):
            model.model_validate({})


def test_sections_stand_in_sections() -> None:
    report = Report.model_validate(
        {"章节": [{"标题": "甲", "章节": [{"正文": "一\n二", "列出": "问题"}]}]}
    )
    (inner,) = report.sections[0].sections
    assert (inner.body, inner.listing, inner.number) == (("一", "二"), "问题", None)


def test_a_section_lists_problems_or_measures_only() -> None:
    with pytest.raises(ValidationError):
        Report.model_validate({"章节": [{"列出": "依据"}]})
