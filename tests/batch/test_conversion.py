"""PDF beside the documents: made where they are missing, never twice, and none holds up a build."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from reportgen.batch.conversion import PagesWanted
from reportgen.batch.manifest import NAME
from reportgen.export.libreoffice import VARIABLE
from reportgen.model.errors import UsageError
from tests.batch.conftest import Build
from tests.export.office import PAGINATES, calls, stand_in
from tests.workspace import DEPARTMENT, write_tree

PDF = PagesWanted(pdf=True)
A = Path("output/2024/某县卫生健康局/通知.pdf")
B = Path("output/2024/乙局/通知.pdf")
CHANGED = DEPARTMENT.replace("局}", "局, 联系人: 杨某}")


@pytest.fixture
def two(workspace: Path) -> Path:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县卫生健康局", "乙局")})
    return workspace


def test_every_document_gets_its_pdf_in_one_call(two: Path, build_it: Build, office: Path) -> None:
    report = build_it(pages=PDF)
    assert report.complete
    assert sorted(each.file for each in report.paged.made) == [
        "2024/乙局/通知.pdf", "2024/某县卫生健康局/通知.pdf",
    ]  # fmt: skip
    assert A.read_bytes().startswith(b"%PDF-")
    assert B.is_file()
    assert len(calls(office)) == 1
    assert not list(two.glob("output/.reportgen-*"))


def test_nothing_is_converted_unasked(build_it: Build, office: Path) -> None:
    assert build_it().complete
    assert not A.exists()
    assert calls(office) == []
    assert "pages" not in json.loads(Path("output", NAME).read_text("utf-8"))


def test_what_has_not_changed_is_not_converted_again(
    two: Path, build_it: Build, office: Path
) -> None:
    build_it(pages=PDF)
    before = A.read_bytes(), B.read_bytes()
    report = build_it(pages=PDF)
    assert (report.paged.made, len(report.paged.kept), len(calls(office))) == ([], 2, 1)
    write_tree(two, {"data/a.yaml": CHANGED})
    assert [each.file for each in build_it(pages=PDF).paged.made] == [
        "2024/某县卫生健康局/通知.pdf"
    ]
    assert A.read_bytes() != before[0]
    assert B.read_bytes() == before[1]
    B.unlink()
    report = build_it(pages=PDF)
    assert [each.file for each in report.paged.made] == ["2024/乙局/通知.pdf"]
    assert report.unchanged == 2
    assert len(build_it(pages=PDF, force=True).paged.made) == 2


def test_a_pdf_of_an_earlier_document_is_told_until_it_is_made_again(
    workspace: Path, build_it: Build, office: Path
) -> None:
    build_it(pages=PDF)
    write_tree(workspace, {"data/a.yaml": CHANGED})
    for _ in range(2):
        report = build_it()
        assert report.complete
        assert [each.file for each in report.stale] == ["2024/某县卫生健康局/通知.pdf"]
    assert build_it(pages=PDF).stale == []
    assert len(calls(office)) == 2


@pytest.mark.usefixtures("two")
def test_a_document_without_pdf_is_told_and_tried_again(build_it: Build, office: Path) -> None:
    refuses = f"{PAGINATES}for file in files:\n    if '乙局' not in paginate(file): continue\n"
    stand_in(office.parent, refuses + "    (output / f'{pathlib.Path(file).stem}.pdf').unlink()\n")
    report = build_it(pages=PDF)
    (failure,) = report.failures
    assert not report.complete
    assert failure.source == "data/b.yaml"
    assert "output/2024/乙局/通知.docx" in failure.error.message.say("zh")
    assert A.is_file()
    assert not B.exists()
    report = build_it(pages=PDF)
    assert [failure.source for failure in report.failures] == ["data/b.yaml"]
    assert len(report.paged.kept) == 1


def test_without_libreoffice_all_else_is_built(
    two: Path, build_it: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(two / "nowhere"))
    report = build_it(pages=PDF)
    (failure,) = report.failures
    assert not report.complete
    assert len(report.documents) == 2
    assert failure.source == "--pdf"
    assert failure.error.message.say("zh") == "没有找到 LibreOffice，2 份文书没有转成 PDF"
    assert failure.error.hint is not None
    for language in ("zh", "en"):
        assert "winget install TheDocumentFoundation.LibreOffice" in failure.error.hint.say(
            language
        )


def test_libreoffice_is_not_missed_where_nothing_is_to_be_converted(
    build_it: Build, office: Path
) -> None:
    build_it(pages=PDF)
    office.unlink()
    assert build_it(pages=PDF).complete


def test_many_documents_go_in_several_calls_the_first_ones_small(
    workspace: Path, build_it: Build, office: Path
) -> None:
    for number in range(99):
        text = DEPARTMENT.replace("某县卫生健康局", f"第{number}局")
        write_tree(workspace, {f"data/{number:02}.yaml": text})
    report = build_it(pages=PDF, processes=2)
    assert (report.complete, len(report.paged.made)) == (True, 100)
    sizes = sorted(call.count(".docx") for call in calls(office))
    assert sizes == [25, 25, 50]
    assert build_it(pages=PDF).paged.made == []


def test_ctrl_c_ends_libreoffice_and_loses_no_pdf(two: Path, build_it: Build, office: Path) -> None:
    stand_in(
        office.parent,
        f"{PAGINATES}paginate(files[0])\n(here / 'begun').touch()\ntime.sleep(600)\n",
    )

    def interrupt(_done: int, _of: int, name: str) -> None:
        if name == "--pdf" and (two / "office/begun").exists():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_it(pages=PDF, processes=1, progress=interrupt)
    made = [path for path in (A, B) if path.exists()]
    assert len(made) == 1
    content = json.loads(Path("output", NAME).read_text("utf-8"))
    assert content["interrupted"] is True
    assert [Path("output", each["file"]) for each in content["pages"]] == made


@pytest.mark.parametrize(
    ("wanted", "module", "told"),
    [
        (PagesWanted(pictures=True), "pictures", "--png 需要的程序库没有安装（pypdfium2）"),
        (PagesWanted(volumes=True), "volume", "--merge 需要的程序库没有安装（pypdf）"),
    ],
)
def test_a_missing_library_is_told_before_anything_is_built(
    build_it: Build, monkeypatch: pytest.MonkeyPatch, wanted: PagesWanted, module: str, told: str
) -> None:
    monkeypatch.delitem(sys.modules, f"reportgen.export.{module}", raising=False)
    for library in ("pypdf", "pypdfium2"):
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError) as caught:
        build_it(pages=wanted)
    assert caught.value.message.say("zh") == told
    assert caught.value.hint is not None
    assert 'pip install ".[pdf]"' in caught.value.hint.say("en")
    assert not Path("output").exists()
