"""reportgen build --pdf, --png and --merge: what is written, what is told, how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from reportgen.export.libreoffice import VARIABLE
from tests.cli.conftest import Run
from tests.export.office import PAGINATES, PAGINATES_ALL, stand_in
from tests.workspace import DEPARTMENT, NOTICE, command, environment, tree_of, write_tree

FOLDER = "2024/某县卫生健康局"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = stand_in(tmp_path / "office", PAGINATES_ALL)
    monkeypatch.setenv(VARIABLE, str(program))
    return program


@pytest.mark.usefixtures("office")
def test_everything_lies_beside_the_document(workspace: Path, run: Run) -> None:
    write_tree(workspace, {"templates/docx/notice.docx": (*NOTICE, "分页")})
    ended = run("build", "--pdf", "--png", "--merge")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        f"  output/{FOLDER}/通知.docx\n"
        f"  output/{FOLDER}/某县卫生健康局-2024.pdf\n"
        f"  output/{FOLDER}/通知.pdf\n"
        "已生成 1 份文书，在 output\n"
        "另有 2 份 PDF、2 张页面图片\n"
    )
    assert list(tree_of(Path("output"))) == sorted([
        f"{FOLDER}/某县卫生健康局-2024.pdf", f"{FOLDER}/通知-第1页.png", f"{FOLDER}/通知-第2页.png",
        f"{FOLDER}/通知.docx", f"{FOLDER}/通知.pdf", "manifest.json",
    ])  # fmt: skip
    before = tree_of(Path("output"))
    ended = run("build", "--pdf", "--png", "--merge", "--lang", "en")
    assert ended.code == 0
    assert "2 PDF and 2 page picture(s) are unchanged and were left alone" in ended.out
    assert tree_of(Path("output")) == before


@pytest.mark.usefixtures("office", "workspace")
@pytest.mark.parametrize("option", ["--png", "--merge"])
def test_pictures_and_volumes_bring_the_pdf_along(run: Run, option: str) -> None:
    assert run("build", option).code == 0
    assert f"{FOLDER}/通知.pdf" in tree_of(Path("output"))


@pytest.mark.usefixtures("office")
def test_pages_of_an_earlier_document_are_told(workspace: Path, run: Run) -> None:
    run("build", "--pdf")
    write_tree(workspace, {"data/a.yaml": DEPARTMENT.replace("局}", "局, 联系人: 杨某}")})
    told = f"{FOLDER}/通知.pdf：与现在的 {FOLDER}/通知.docx 已不是同一版，留着未动"
    assert told in run("build").out
    assert told not in run("build", "--pdf").out


def test_without_libreoffice_the_documents_are_built_and_it_ends_with_1(
    workspace: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(workspace))
    ended = run("build", "--pdf")
    assert (ended.code, ended.err) == (1, "")
    assert (
        "--pdf：没有找到 LibreOffice，1 份文书没有转成 PDF\n建议：请安装 LibreOffice" in ended.out
    )
    assert "sudo apt install libreoffice-writer" in ended.out
    assert Path("output", FOLDER, "通知.docx").is_file()
    english = run("build", "--pdf", "--lang", "en").out
    assert "--pdf: LibreOffice was not found: 1 document(s) got no PDF\nhint: Install" in english


def test_many_failures_of_one_kind_are_mended_by_one_hint(
    workspace: Path, run: Run, office: Path
) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县卫生健康局", "乙局")})
    stand_in(office.parent, "")
    ended = run("build", "--pdf")
    assert ended.code == 1
    assert ended.out.count("LibreOffice 没有把“output/2024/") == 2
    assert ended.out.count("建议：") == 1


@pytest.mark.parametrize("option", ["--png", "--merge"])
def test_a_pdf_that_nothing_opens_costs_no_other_document(
    workspace: Path, run: Run, office: Path, option: str
) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县卫生健康局", "乙局")})
    breaks = "    if '乙局' in paginate(file): made.write_bytes(b'%PDF-1.4 foo %%EOF')\n"
    named = "    made = output / f'{pathlib.Path(file).stem}.pdf'\n"
    stand_in(office.parent, f"{PAGINATES}for file in files:\n{named}{breaks}")
    ended = run("build", option)
    assert (ended.code, ended.err) == (1, "")
    assert "data/b.yaml：PDF“output/2024/乙局/通知.pdf”读不出来，可能已损坏" in ended.out
    assert "建议：删掉这份 PDF 再生成一次" in ended.out
    assert "data/a.yaml：" not in ended.out
    made = "通知.png" if option == "--png" else "某县卫生健康局-2024.pdf"
    assert Path("output", FOLDER, made).is_file()
    assert "interrupted" not in Path("output/manifest.json").read_text("utf-8")
    Path("output/2024/乙局/通知.pdf").unlink()
    stand_in(office.parent, PAGINATES_ALL)
    assert run("build", option).code == 0


def _listening() -> None:
    """Hear what ends a run also where whoever runs the tests ignores it, as nohup does."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def hanging_build(workspace: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Begin a build whose LibreOffice makes one PDF and hangs; return the process of that too."""
    stand_in(
        workspace / "office",
        f"{PAGINATES}paginate(files[0])\n"
        "(here / 'pid.new').write_text(str(os.getpid()))\n"
        "(here / 'pid.new').rename(here / 'pid')\n"
        "time.sleep(600)\n",
    )
    child = subprocess.Popen(  # noqa: S603
        command("build", "--pdf", "-j", "1"),
        cwd=workspace,
        env=environment(**{VARIABLE: str(workspace / "office/soffice")}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_listening,  # noqa: PLW1509
    )
    ends = time.monotonic() + 60
    while not (workspace / "office/pid").exists() and time.monotonic() < ends:
        time.sleep(0.01)
    return child, int((workspace / "office/pid").read_text("utf-8"))


@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_being_ended_ends_libreoffice_too_and_keeps_its_pdf(
    workspace: Path, kind: signal.Signals
) -> None:
    write_tree(workspace, {"data/b.yaml": DEPARTMENT.replace("某县卫生健康局", "乙局")})
    child, office = hanging_build(workspace)
    child.send_signal(kind)
    while kind is signal.SIGHUP and child.poll() is None:  # it is told more than once
        child.send_signal(kind)
        time.sleep(0.001)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out) == (130, b"")
    assert err.decode().strip() == "已中断；写好的文书都是完整的"
    with pytest.raises(ProcessLookupError):
        os.kill(office, 0)
    assert len(list(Path("output").rglob("*.pdf"))) == 1
    assert len(list(Path("output").rglob("*.docx"))) == 2


def test_after_a_kill_the_next_build_makes_the_rest(
    workspace: Path, run: Run, office: Path
) -> None:
    child, hanging = hanging_build(workspace)
    child.kill()
    child.communicate(timeout=60)
    os.killpg(hanging, signal.SIGKILL)
    stand_in(office.parent, PAGINATES_ALL)
    ended = run("build", "--pdf")
    assert ended.code == 0
    assert "被人改动过" not in ended.out
    assert Path("output", FOLDER, "通知.pdf").is_file()
    assert not list(Path("output").rglob(".reportgen-*"))
