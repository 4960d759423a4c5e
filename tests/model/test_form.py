from pathlib import Path

import pytest
from pydantic import ValidationError

from reportgen.model.department_year import DepartmentYear
from reportgen.model.form import ENTRIES, Form, FormManifest, PageRange, page_range
from reportgen.model.papers import Project


def form(**manifest: object) -> Form:
    return Form("my-form", Path("t/my-form.docx"), FormManifest.model_validate(manifest))


def test_a_form_without_a_manifest_is_made_once_for_a_department() -> None:
    plain = form()
    assert (plain.title, plain.entry, plain.templates()) == (
        "my-form",
        None,
        (Path("t/my-form.docx"),),
    )


def test_a_form_for_projects_has_a_project_as_its_entry() -> None:
    assert form(范围="项目", 标题="绩效目标表").entry is Project
    assert form(范围="项目", 标题="绩效目标表").title == "绩效目标表"


def test_a_scope_that_is_no_list_of_ours_is_refused() -> None:
    with pytest.raises(ValidationError):
        form(范围="单位")


def test_a_profile_prints_its_variant_and_others_the_standing_template() -> None:
    varied = form(变体={"甲-2023": "my-form.a.docx", "乙-2023": "my-form.a.docx"})
    assert varied.template_for("甲-2023") == Path("t/my-form.a.docx")
    assert varied.template_for("丙-2023") == Path("t/my-form.docx")
    assert varied.templates() == (Path("t/my-form.docx"), Path("t/my-form.a.docx"))


def test_entries_are_lists_of_the_department_year() -> None:
    year = DepartmentYear.model_validate({"年度": "2023", "部门": {"名称": "局"}})
    fields = {info.alias: name for name, info in DepartmentYear.model_fields.items()}
    assert [getattr(year, fields[key]) for key in ENTRIES] == [()] * len(ENTRIES)


def test_a_blank_form_is_that_of_a_variant_or_of_the_profile_it_names() -> None:
    varied = form(变体={"甲-2023": "my-form.a.docx"}, 空表={"口径": "乙-2023"})
    assert [varied.blank_profile(path) for path in varied.templates()] == ["乙-2023", "甲-2023"]
    assert form().blank_profile(Path("t/my-form.docx")) is None


@pytest.mark.parametrize(
    ("stated", "meant"),
    [
        ("2", PageRange(2, 2)),
        ("1-2", PageRange(1, 2)),
        ("2-", PageRange(2, None)),
        *((wrong, None) for wrong in ("", "0", "2-1", "-2", "两", "1~2")),
    ],
)
def test_what_a_number_of_pages_means(stated: str, meant: PageRange | None) -> None:
    assert page_range(stated) == meant


def test_a_variant_may_have_pages_of_its_own() -> None:
    varied = form(变体={"甲": "a.docx", "乙": "b.docx"}, 页数="1-2", 变体页数={"甲": "3"})
    assert varied.pages_for("甲") == (3, 3)
    assert varied.pages_for("乙") == varied.pages_for("") == (1, 2)
    assert form().pages_for("甲") == (1, None)


def test_a_form_may_follow_the_standard() -> None:
    assert form(版式="GB/T 9704").manifest.standard == "GB/T 9704"
    with pytest.raises(ValidationError):
        form(版式="GB/T 1")
