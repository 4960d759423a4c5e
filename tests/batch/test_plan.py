"""Which forms a department prints, and where each document goes."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from reportgen.batch.kit import chosen_forms
from reportgen.batch.plan import Job, free_path, plan_job
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.pipeline.check import check_department
from tests.workspace import DEPARTMENT, write_tree

pytestmark = pytest.mark.usefixtures("form_of_each_project")


def job_of(text: str = DEPARTMENT, *asked: str, file: str = "a.yaml") -> Job:
    write_tree(Path(), {file: text})
    forms = load_forms()
    job = plan_job(
        check_department(Path(file), file, Profiles()), forms, chosen_forms(forms, asked)
    )
    assert job is not None
    return job


def paths(job: Job) -> list[str]:
    return [str(path) for path in job.paths]


def with_projects(*names: str) -> str:
    return DEPARTMENT + "项目:\n" + "".join(f"  - {{名称: {name}}}\n" for name in names)


def test_the_forms_of_the_profile_are_planned() -> None:
    job = job_of()
    assert paths(job) == ["2024/某县卫生健康局/通知.docx"]
    assert (job.profile_id, job.left_out) == ("本县", ())
    write_tree(Path(), {"profiles/本县.yaml": "名称: 本县\n"})
    assert len(job_of().documents) + len(job_of().left_out) == len(load_forms())


def test_forms_that_nobody_has_are_not_planned() -> None:
    write_tree(Path(), {"profiles/本县.yaml": "表单: [没有]\n"})
    assert paths(job_of()) == []


def test_a_form_without_data_is_left_out() -> None:
    assert [form.id for form in job_of(DEPARTMENT, "notice", "each").left_out] == ["each"]


def test_findings_wait_for_a_form_that_prints_them() -> None:
    job = job_of(DEPARTMENT + "资金: {总额: {预算数: 100, 执行数: 90, 执行率: 50%}}\n")
    assert "意见" not in job.facts
    rows = job.late["意见"]()
    assert [row["规则"] for row in rows] == [each.code for each in job.source.findings]
    assert "EXEC-01" in {row["规则"] for row in rows}
    assert job.late["意见"]() is rows


def test_one_document_for_each_project() -> None:
    assert paths(job_of(with_projects("甲", "乙"), "each")) == [
        "2024/某县卫生健康局/项目表-甲.docx",
        "2024/某县卫生健康局/项目表-乙.docx",
    ]


def test_two_projects_of_one_name_are_numbered() -> None:
    job = job_of(with_projects("甲A", "甲a", "甲A-2", "甲A"), "each")
    assert paths(job) == [
        "2024/某县卫生健康局/项目表-甲A.docx",
        "2024/某县卫生健康局/项目表-甲a-2.docx",
        "2024/某县卫生健康局/项目表-甲A-2-2.docx",
        "2024/某县卫生健康局/项目表-甲A-3.docx",
    ]


def test_names_that_are_equal_after_cutting_are_numbered() -> None:
    long = "长" * 80
    first, second = paths(job_of(with_projects(f"{long}甲", f"{long}乙"), "each"))
    assert second == first.removesuffix(".docx") + "-2.docx"
    assert len(first.rpartition("/")[2]) == 60 + len(".docx")


def test_names_are_safe_for_windows() -> None:
    text = DEPARTMENT.replace("某县卫生健康局", "'某县/卫健局: 一?'")
    assert paths(job_of(text)) == ["2024/某县／卫健局： 一？/通知.docx"]
    assert paths(job_of(DEPARTMENT.replace("某县卫生健康局", "con"))) == ["2024/_con/通知.docx"]


def test_what_cannot_be_printed_has_no_plan() -> None:
    write_tree(Path(), {"a.yaml": ""})
    checked = check_department(Path("a.yaml"), "a.yaml", Profiles())
    assert plan_job(checked, load_forms(), ()) is None


def test_a_free_path_is_taken() -> None:
    taken: set[str] = set()
    folder = PurePosixPath("f")
    names = [free_path(folder, name, taken).name for name in ("a", "A", "a")]
    assert names == ["a.docx", "A-2.docx", "a-3.docx"]
