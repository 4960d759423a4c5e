"""One PDF a department: all its documents, in the order of the profile's forms."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from reportgen.batch.conversion import PagesWanted
from reportgen.batch.volumes import volume_of
from tests.batch.conftest import Build
from tests.export.office import calls
from tests.workspace import DEPARTMENT, write_tree

MERGE = PagesWanted(volumes=True)
VOLUME = Path("output/2024/某县卫生健康局/某县卫生健康局-2024.pdf")
PROJECTS = "项目: [{名称: 十}, {名称: 二}, {名称: 二}]\n"


@pytest.fixture
def three_forms(workspace: Path) -> Path:
    """The profile lists them in another order than their names have."""
    write_tree(
        workspace,
        {
            "data/a.yaml": DEPARTMENT + PROJECTS,
            "profiles/本县.yaml": "表单: [notice, project, annex]\n",
            "templates/docx/annex.docx": ("附件 {{ 年度 }}", "分页"),
            "templates/docx/annex.yaml": "标题: 附件\n",
            "templates/docx/project.docx": ("{{ 本件.名称 }}",),
            "templates/docx/project.yaml": "标题: 项目表\n范围: 项目\n后缀: 名称\n",
        },
    )
    return workspace


def bookmarks(path: Path = VOLUME) -> list[tuple[str, int]]:
    reader = PdfReader(path)
    return [
        (str(each.title), reader.get_destination_page_number(each) or 0)
        for each in reader.outline
        if not isinstance(each, list)
    ]


ALL = [("通知", 0), ("项目表-二", 1), ("项目表-二-2", 2), ("项目表-十", 3), ("附件", 4)]


@pytest.mark.usefixtures("three_forms", "office")
def test_all_documents_are_bound_in_the_order_of_the_forms(build_it: Build) -> None:
    assert build_it(pages=MERGE).complete
    assert bookmarks() == ALL
    assert len(PdfReader(VOLUME).pages) == 6


@pytest.mark.usefixtures("three_forms", "office")
def test_a_working_paper_is_not_bound_and_makes_no_volume_stale(build_it: Build) -> None:
    write_tree(Path(), {"templates/docx/annex.yaml": "标题: 附件\n合订: 否\n"})
    for wanted in (MERGE, PagesWanted(pdf=True, volumes=True)):
        assert build_it(pages=wanted).complete
        assert bookmarks() == [each for each in ALL if each[0] != "附件"]
        assert VOLUME.with_name("附件.pdf").is_file() is wanted.pdf
        assert build_it().stale == []


@pytest.mark.usefixtures("three_forms")
def test_a_volume_is_bound_again_when_a_document_changes(build_it: Build, office: Path) -> None:
    build_it(pages=MERGE)
    before = VOLUME.read_bytes()
    assert build_it(pages=MERGE).paged.made == []
    write_tree(Path(), {"templates/docx/annex.docx": ("附件",)})
    assert len(build_it(pages=MERGE).paged.made) == 2
    assert len(PdfReader(VOLUME).pages) == 5
    VOLUME.unlink()
    assert [each.file for each in build_it(pages=MERGE).paged.made] == [
        VOLUME.relative_to("output").as_posix()
    ]
    assert VOLUME.read_bytes() != before
    assert len(calls(office)) == 2


@pytest.mark.usefixtures("three_forms", "office")
def test_documents_of_forms_that_are_not_asked_for_are_bound_too(build_it: Build) -> None:
    build_it()
    assert build_it(asked=["annex"], pages=MERGE).complete
    assert bookmarks() == ALL


@pytest.mark.usefixtures("three_forms", "office")
def test_a_document_of_a_form_that_is_gone_is_left_out(build_it: Build) -> None:
    build_it()
    for ending in ("docx", "yaml"):
        Path(f"templates/docx/annex.{ending}").unlink()
    assert build_it(asked=["notice"], pages=MERGE).complete
    assert bookmarks() == [each for each in ALL if each[0] != "附件"]
    assert VOLUME.with_name("附件.docx").is_file()
    assert build_it(asked=["notice"]).stale == []


@pytest.mark.usefixtures("three_forms", "office")
def test_a_volume_of_earlier_documents_is_told(build_it: Build) -> None:
    build_it(pages=MERGE)
    write_tree(Path(), {"templates/docx/annex.docx": ("附件",)})
    stale = [Path(each.file).name for each in build_it().stale]
    assert stale == ["某县卫生健康局-2024.pdf", "附件.pdf"]


@pytest.mark.usefixtures("three_forms")
def test_half_a_volume_is_never_bound(build_it: Build, office: Path) -> None:
    Path("output/2024/某县卫生健康局/附件.pdf").mkdir(parents=True)
    report = build_it(pages=MERGE)
    assert [failure.source for failure in report.failures] == ["data/a.yaml", "--merge"]
    assert not VOLUME.exists()
    office.unlink()
    report = build_it(pages=MERGE, force=True)
    assert [failure.source for failure in report.failures] == ["--pdf", "--merge"]
    assert not VOLUME.exists()


@pytest.mark.usefixtures("office")
def test_a_volume_that_cannot_be_written_is_told(workspace: Path, build_it: Build) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县卫生健康局", "乙局")})
    VOLUME.mkdir(parents=True)
    report = build_it(pages=MERGE)
    assert [failure.source for failure in report.failures] == ["data/a.yaml"]
    assert bookmarks(Path("output/2024/乙局/乙局-2024.pdf")) == [("通知", 0)]


def test_a_volume_is_named_after_department_and_year() -> None:
    assert volume_of("2024/乙局") == "2024/乙局/乙局-2024.pdf"
