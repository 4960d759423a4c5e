"""Forms printed empty, every variant of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.batch.blank import BlankReport, build_blank_forms
from reportgen.loading.form_files import load_forms
from reportgen.model.errors import FormError, UsageError
from tests.workspace import paragraphs, write_tree

pytestmark = pytest.mark.usefixtures("workspace")


def blank(*asked: str) -> BlankReport:
    return build_blank_forms(load_forms(), asked, Path("output"))


def test_every_variant_is_printed() -> None:
    write_tree(
        Path("templates/docx"),
        {
            "notice.yaml": "标题: 通知\n变体: {本县: notice.本县.docx}\n",
            "notice.本县.docx": ("本县：{{ 部门.名称 }}",),
        },
    )
    report = blank("notice")
    assert [str(path) for path in report.written] == ["空表/通知.docx", "空表/通知-本县.docx"]
    assert paragraphs(Path("output/空表/通知-本县.docx")) == ["本县："]
    assert report.failures == []


def test_forms_of_one_title_do_not_overwrite_each_other() -> None:
    write_tree(Path("templates/docx"), {"other.docx": ("乙",), "other.yaml": "标题: 通知\n"})
    assert [path.name for path in blank("notice", "other").written] == ["通知.docx", "通知-2.docx"]


def test_a_form_for_each_project_is_printed_once() -> None:
    write_tree(
        Path("templates/docx"),
        {"each.docx": ("项目：{{ 本件.名称 }}",), "each.yaml": "标题: 项目表\n范围: 项目\n"},
    )
    assert [str(path) for path in blank("each").written] == ["空表/项目表.docx"]
    assert paragraphs(Path("output/空表/项目表.docx")) == ["项目："]


def test_what_is_in_the_way_stops_no_other() -> None:
    write_tree(Path("templates/docx"), {"other.docx": ("乙",)})
    Path("output/空表/通知.docx").mkdir(parents=True)
    report = blank("notice", "other")
    assert [failure.source for failure in report.failures] == ["notice"]
    assert [path.name for path in report.written] == ["other.docx"]


def test_a_form_that_cannot_be_printed_stops_the_run_first() -> None:
    write_tree(Path("templates/docx"), {"other.docx": ("{{ 没有 }}",)})
    with pytest.raises(FormError):
        blank("notice", "other")
    with pytest.raises(UsageError):
        blank("没有")
    assert not Path("output").exists()


LOCAL = "财政部门: 本县财政局\n附件标记: {local: 附表9}\n"


def test_a_blank_form_prints_the_words_of_the_profile_it_is_of() -> None:
    write_tree(
        Path("templates/docx"),
        {
            "local.docx": ("{{ 附件标记 }}", "交{{ 口径资料.财政部门 }}"),
            "local.yaml": "空表: {口径: 本县}\n",
        },
    )
    write_tree(Path("profiles"), {"本县.yaml": LOCAL})
    blank("local")
    assert paragraphs(Path("output/空表/local.docx")) == ["附表9", "交本县财政局"]


def test_a_blank_form_of_no_profile_prints_neutral_words() -> None:
    write_tree(
        Path("templates/docx"),
        {
            "local.docx": ("{{ 附件标记 }}", "交{{ 口径资料.财政部门 }}"),
            "local.yaml": "空表: {口径: 别处}\n",
        },
    )
    blank("local")
    assert paragraphs(Path("output/空表/local.docx")) == ["", "交财政局"]
