import threading
import time
from pathlib import Path

import pytest

from reportgen.export.libreoffice import INSTALL_OFFICE, VARIABLE, find_office
from tests.export.office import CONVERTS_ALL, calls, office, stand_in

BREAKS_AT = (
    "for file in files:\n    if 'bad' in pathlib.Path(file).read_text(): {}\n    convert(file)\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "made"
    made.mkdir()
    return made


def written(tmp_path: Path, *contents: str) -> list[Path]:
    documents = [tmp_path / f"{number}局" / "自评报告.docx" for number in range(len(contents))]
    for document, content in zip(documents, contents, strict=True):
        document.parent.mkdir()
        document.write_text(content, "utf-8")
    return documents


def converted(pdfs: dict[Path, Path]) -> dict[str, str]:
    return {
        document.parent.name: pdf.read_bytes().removeprefix(b"%PDF-1.6 of ")[:-5].decode()
        for document, pdf in pdfs.items()
    }


def test_documents_of_one_name_keep_apart_and_are_made_in_one_call(
    tmp_path: Path, folder: Path
) -> None:
    here = office(tmp_path / "bin", CONVERTS_ALL)
    made = here.to_pdf(written(tmp_path, "one", "two"), folder)
    assert converted(made) == {"0局": "one", "1局": "two"}
    assert len(calls(here.path)) == 1


def test_every_call_has_a_profile_of_its_own_that_is_gone_afterwards(
    tmp_path: Path, folder: Path
) -> None:
    here = office(
        tmp_path / "bin",
        "profile = sys.argv[1].removeprefix('-env:UserInstallation=file://')\n"
        "os.mkdir(profile)\n(here / 'profiles').open('a').write(profile + '\\n')\n" + CONVERTS_ALL,
    )
    documents = written(tmp_path, "one")
    here.to_pdf(documents, folder)
    here.to_pdf(documents, folder)
    profiles = (tmp_path / "bin/profiles").read_text().splitlines()
    assert len(set(profiles)) == 2
    assert not any(Path(each).parent.exists() for each in profiles)


def test_what_is_not_converted_is_absent_though_it_ended_with_0(
    tmp_path: Path, folder: Path
) -> None:
    here = office(tmp_path / "bin", BREAKS_AT.format("continue"))
    made = here.to_pdf(written(tmp_path, "one", "bad", "three"), folder)
    assert converted(made) == {"0局": "one", "2局": "three"}
    assert len(calls(here.path)) == 1


def test_an_old_pdf_in_the_folder_is_not_taken_for_a_new_one(tmp_path: Path, folder: Path) -> None:
    for place in (folder, *written(tmp_path, "one")):
        target = place if place.is_dir() else place.parent
        for name in ("0.pdf", "自评报告.pdf"):
            (target / name).write_bytes(b"%PDF-1.6 old %%EOF")
    assert office(tmp_path / "bin", "").to_pdf([tmp_path / "0局/自评报告.docx"], folder) == {}


@pytest.mark.parametrize(
    "behaviour",
    [
        "[convert(file, b'') for file in files]",
        "[convert(file).write_bytes(b'') for file in files]",
        "[convert(file).write_bytes(b'<html>%%EOF') for file in files]",
    ],
)
def test_half_a_pdf_is_none(tmp_path: Path, folder: Path, behaviour: str) -> None:
    assert office(tmp_path / "bin", behaviour).to_pdf(written(tmp_path, "one"), folder) == {}


@pytest.mark.parametrize("way", ["os.abort()", "time.sleep(60)"])
def test_a_breakdown_costs_the_document_it_was_at(tmp_path: Path, folder: Path, way: str) -> None:
    here = office(tmp_path / "bin", BREAKS_AT.format(way), patience=3)
    made = here.to_pdf(written(tmp_path, "one", "bad", "three", "four"), folder)
    assert converted(made) == {"0局": "one", "2局": "three", "3局": "four"}
    assert len(calls(here.path)) == 2


def test_one_that_never_works_is_not_tried_for_every_document(tmp_path: Path, folder: Path) -> None:
    here = office(tmp_path / "bin", "os.abort()")
    assert here.to_pdf(written(tmp_path, *"abcdefgh"), folder) == {}
    assert len(calls(here.path)) == 2


def test_a_hanging_one_is_ended_with_all_that_it_started(tmp_path: Path, folder: Path) -> None:
    here = office(
        tmp_path / "bin",
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "(here / 'child').write_text(str(child.pid))\ntime.sleep(600)\n",
        patience=3,
    )
    assert here.to_pdf(written(tmp_path, "one"), folder) == {}
    assert is_gone(int((tmp_path / "bin/child").read_text()))


def test_being_stopped_ends_it_and_keeps_what_is_made(tmp_path: Path, folder: Path) -> None:
    here = office(tmp_path / "bin", BREAKS_AT.format("time.sleep(600)"), patience=600)
    stop = threading.Event()
    documents = written(tmp_path, "one", "bad", "three")
    made: dict[Path, Path] = {}
    thread = threading.Thread(target=lambda: made.update(here.to_pdf(documents, folder, stop)))
    thread.start()
    while not list(folder.rglob("0.pdf")):
        time.sleep(0.01)
    stop.set()
    thread.join()
    assert converted(made) == {"0局": "one"}


def test_a_document_that_is_gone_is_absent(tmp_path: Path, folder: Path) -> None:
    here = office(tmp_path / "bin", CONVERTS_ALL)
    gone = tmp_path / "gone.docx"
    assert here.to_pdf([gone], folder) == {}
    assert calls(here.path) == []
    (there,) = written(tmp_path, "one")
    assert list(here.to_pdf([gone, there], folder)) == [there]


def test_one_that_cannot_be_run_makes_nothing(tmp_path: Path, folder: Path) -> None:
    here = office(tmp_path / "bin", "")
    here.path.write_text("#!/nowhere/at/all\n")
    assert here.to_pdf(written(tmp_path, "one"), folder) == {}
    assert here.version == ""


def test_the_version_is_told(tmp_path: Path) -> None:
    assert office(tmp_path, "").version == "7.4.7.2"


def test_it_is_found_on_the_path(tmp_path: Path) -> None:
    program = stand_in(tmp_path / "bin", "")
    found = find_office({"PATH": str(tmp_path / "bin")})
    assert found is not None
    assert found.path == program
    assert find_office({"PATH": str(tmp_path)}) is None
    assert find_office({}) is None


def test_the_variable_wins_also_when_it_is_wrong(tmp_path: Path) -> None:
    on_path, named = stand_in(tmp_path / "bin", ""), stand_in(tmp_path / "own", "")
    path = {"PATH": str(on_path.parent)}
    found = find_office({**path, VARIABLE: str(named)})
    assert found is not None
    assert found.path == named
    assert find_office({**path, VARIABLE: str(tmp_path / "none")}) is None
    assert VARIABLE in INSTALL_OFFICE.zh
    assert VARIABLE in INSTALL_OFFICE.en


def test_it_is_found_where_windows_installs_it(tmp_path: Path) -> None:
    program = stand_in(tmp_path / "LibreOffice/program", "")
    program.rename(program.with_name("soffice.com"))
    found = find_office({"PATH": "", "ProgramFiles": str(tmp_path)})
    assert found is not None
    assert found.path == program.with_name("soffice.com")


def is_gone(process: int) -> bool:
    """Whether a process has ended; as a zombie, too."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
