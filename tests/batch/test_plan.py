"""Which forms a department prints, and where each document goes."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from reportgen.batch.plan import Job, absent_forms, chosen_forms, free_path, plan_job
from reportgen.loading.form_files import load_forms
from reportgen.loading.profiles import Profiles
from reportgen.model.errors import UsageError
from reportgen.pipeline.check import check_department
from tests.workspace import DEPARTMENT, write_tree

EACH_PROJECT = "标题: 项目表\n范围: 项目\n后缀: 名称\n"


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


@pytest.fixture(autouse=True)
def _forms(workspace: Path) -> None:
    write_tree(
        workspace,
        {
            "templates/docx/each.docx": ("{{ 本件.名称 }}",),
            "templates/docx/each.yaml": EACH_PROJECT,
        },
    )


def test_the_forms_of_the_profile_are_planned() -> None:
    job = job_of()
    assert paths(job) == ["2024/某县卫生健康局/通知.docx"]
    assert (job.profile_id, job.left_out) == ("本县", ())
    write_tree(Path(), {"profiles/本县.yaml": "名称: 本县\n"})
    assert len(job_of().documents) + len(job_of().left_out) == len(load_forms())


def test_forms_that_nobody_has_are_named() -> None:
    write_tree(Path(), {"profiles/本县.yaml": "表单: [notice, 没有]\n"})
    assert absent_forms(job_of().profile, load_forms()) == ("没有",)
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


def test_forms_are_chosen_by_id_each_once() -> None:
    forms = load_forms()
    assert [form.id for form in chosen_forms(forms, ["each", "notice", "each"])] == [
        "each",
        "notice",
    ]
    with pytest.raises(UsageError) as caught:
        chosen_forms(forms, ["notise"])
    assert caught.value.hint is not None
    assert "是否想写“notice”？" in caught.value.hint.say("zh")


def test_forms_are_chosen_by_title_too() -> None:
    forms = load_forms()
    assert [form.id for form in chosen_forms(forms, ["通知", "notice", "项目表"])] == [
        "notice",
        "each",
    ]
    with pytest.raises(UsageError) as caught:
        chosen_forms(forms, ["项目的表"])
    assert caught.value.hint is not None
    assert "是否想写“项目表”？" in caught.value.hint.say("zh")


def test_a_title_that_two_forms_share_names_neither() -> None:
    write_tree(Path(), {"templates/docx/each.yaml": EACH_PROJECT.replace("项目表", "通知")})
    with pytest.raises(UsageError):
        chosen_forms(load_forms(), ["通知"])
    assert len(chosen_forms(load_forms(), ["notice"])) == 1


def test_an_id_wins_over_the_title_of_another() -> None:
    write_tree(Path(), {"templates/docx/each.yaml": EACH_PROJECT.replace("项目表", "notice")})
    assert [form.id for form in chosen_forms(load_forms(), ["notice"])] == ["notice"]


def test_a_free_path_is_taken() -> None:
    taken: set[str] = set()
    folder = PurePosixPath("f")
    names = [free_path(folder, name, taken).name for name in ("a", "A", "a")]
    assert names == ["a.docx", "A-2.docx", "a-3.docx"]
