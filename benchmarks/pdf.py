"""PDF beside the documents against LibreOffice alone, which is handed the same files in one call.

python -m benchmarks.pdf
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.alike import DOCUMENTS, workspace
from benchmarks.measuring import (
    ROUNDS,
    Run,
    Table,
    clock,
    ratio,
    reportgen,
    run,
    show,
    times_as,
    verdict,
)
from reportgen.export.libreoffice import find_office

DEPARTMENTS = 10
AS_LONG = 1.5
TITLE = "PDF"
COLUMNS = ("command", "takes as long as LibreOffice alone", "target")
ALONE = "LibreOffice alone, its documents already there"
WHOLE = "build --pdf"
ONE = "build --pdf -j 1"
AGAIN = "build --pdf again, nothing changed"


def measure(departments: int = DEPARTMENTS, rounds: int = ROUNDS) -> list[Table]:
    office = find_office()
    if office is None:
        return [Table(TITLE, COLUMNS, [(WHOLE, "not measured", "LibreOffice is not installed")])]
    with tempfile.TemporaryDirectory() as name:
        folder = workspace(Path(name), departments)
        _builds(folder, departments)
        shutil.copytree(folder / "output", folder / "documents")
        _alone(office.path, folder)
        runs: dict[str, list[Run]] = {name: [] for name in (ALONE, WHOLE, ONE, AGAIN)}
        for _ in range(rounds):
            runs[ALONE].append(_alone(office.path, folder))
            for kind, measured in _builds(folder, departments).items():
                runs[kind].append(measured)
    seconds = {kind: statistics.median(clock(each)) for kind, each in runs.items()}
    print({kind: f"{each:.2f} s" for kind, each in seconds.items()}, file=sys.stderr)
    taken = {kind: ratio(clock(runs[kind]), clock(runs[ALONE])) for kind in (WHOLE, ONE, AGAIN)}
    rows = [
        (kind, times_as(each), verdict(each, AS_LONG, at_most=True) if kind == WHOLE else "")
        for kind, each in taken.items()
    ]
    about = (
        f"{departments * DOCUMENTS} documents, by the clock. LibreOffice alone converts them in "
        "one call, with a profile that is already set up; ours reads, checks and prints them "
        "first, and gives each LibreOffice a new profile. Without -j it runs as many of them as "
        "there are cores, up to four."
    )
    return [Table(TITLE, COLUMNS, rows, about)]


def _alone(office: Path, folder: Path) -> Run:
    documents = sorted(map(str, (folder / "documents").rglob("*.docx")))
    # One folder takes all: equal names would hide each other.
    numbered = folder / "numbered"
    numbered.mkdir(exist_ok=True)
    copies = [
        str(shutil.copy(document, numbered / f"{number}.docx"))
        for number, document in enumerate(documents)
    ]
    converted = folder / "converted"
    shutil.rmtree(converted, ignore_errors=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to_pdf = ["--headless", "--convert-to", "pdf", "--outdir", str(converted)]
    measured = run([str(office), profile, *to_pdf, *copies], folder)
    _check(converted, len(copies))
    return measured


def _builds(folder: Path, departments: int) -> dict[str, Run]:
    """Build everything as PDF from nothing in both ways, and once more."""
    runs = {}
    for kind, arguments in ((ONE, ["-j", "1"]), (WHOLE, [])):
        shutil.rmtree(folder / "output", ignore_errors=True)
        command = reportgen("build", "--pdf", *arguments)
        runs[kind] = run(command, folder, departments * DOCUMENTS)
        _check(folder / "output", departments * DOCUMENTS)
    runs[AGAIN] = run(reportgen("build", "--pdf"), folder, departments * DOCUMENTS)
    return runs


def _check(folder: Path, pdfs: int) -> None:
    made = sum(1 for _ in folder.rglob("*.pdf"))
    if made != pdfs:
        sys.exit(f"{folder.name}: {made} PDF, not {pdfs}")


if __name__ == "__main__":
    show(*measure())
