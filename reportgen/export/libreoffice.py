"""LibreOffice, which turns Word documents into PDF: where it is, and one careful run of it.

It ends with 0 also when it could not read a document, and two of it on one profile convert
nothing: every run has a profile of its own, and each PDF is looked for.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from reportgen.wording.language import Wording

VARIABLE: Final = "REPORTGEN_SOFFICE"
OFFICE_MISSING: Final = Wording("没有找到 LibreOffice", "LibreOffice was not found")
INSTALL_OFFICE: Final = Wording(
    "请安装 LibreOffice（Word、WPS 不能代替，可与它们并存）。Windows："
    "winget install TheDocumentFoundation.LibreOffice，或从 https://zh-cn.libreoffice.org 下载；"
    "Debian、Ubuntu：make system，或 sudo apt install libreoffice-writer；"
    "装在别处的，用环境变量 REPORTGEN_SOFFICE 指明 soffice 的位置",
    "Install LibreOffice (Word and WPS cannot stand in for it, but may stay). Windows: "
    "winget install TheDocumentFoundation.LibreOffice, or download it from "
    "https://www.libreoffice.org; Debian, Ubuntu: make system, or "
    "sudo apt install libreoffice-writer; if it is in another place, name soffice in the "
    "environment variable REPORTGEN_SOFFICE",
)
_NAMES: Final = ("soffice", "libreoffice")
_PROGRAM_FOLDERS: Final = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
_MACOS: Final = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_SECONDS_TO_ANSWER: Final = 30
_SECONDS_OF_PATIENCE: Final = 120
_SECONDS_BETWEEN_LOOKS: Final = 0.05
_FRUITLESS_RUNS: Final = 2
_HEAD: Final = b"%PDF-"
_TAIL: Final = b"%%EOF"
_LONGEST_TAIL: Final = 1024


@dataclass(frozen=True)
class Office:
    """An installed LibreOffice; it hangs when it makes nothing for `patience` seconds."""

    path: Path
    patience: float = _SECONDS_OF_PATIENCE

    @cached_property
    def version(self) -> str:
        """Its version, as 7.4.7.2; empty when it does not tell."""
        try:
            told = subprocess.run(  # noqa: S603 - the program that the user installed
                [str(self.path), "--version"],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS_TO_ANSWER,
                check=False,
            ).stdout
        except (OSError, subprocess.TimeoutExpired):
            return ""
        found = re.search(rb"\d+(\.\d+)+", told)
        return found[0].decode() if found else ""

    def to_pdf(
        self, documents: Sequence[Path], folder: Path, stop: threading.Event | None = None
    ) -> dict[Path, Path]:
        """Return the PDF of each document, new and whole; one that has none is absent.

        They lie in a new folder below `folder`, which exists, under names without meaning. A run
        that hangs or breaks down is ended and begun anew behind the document that it was at.
        `stop` ends it early: what is made until then is returned. Raises OSError when nothing can
        be written there.
        """
        made: dict[Path, Path] = {}
        made_here = Path(tempfile.mkdtemp(dir=folder, prefix="pdf-"))
        stop = stop or threading.Event()
        waiting, fruitless = list(documents), 0
        while waiting and fruitless < _FRUITLESS_RUNS and not stop.is_set():
            output = Path(tempfile.mkdtemp(dir=made_here))
            is_through = self._run(waiting, output, stop)
            pdfs = {each: output / f"{number}.pdf" for number, each in enumerate(waiting)}
            whole = {document: pdf for document, pdf in pdfs.items() if _is_whole(pdf)}
            made |= whole
            fruitless = 0 if whole else fruitless + 1
            waiting = [] if is_through else _behind_the_culprit(waiting, whole)
        return made

    def _run(self, documents: Sequence[Path], output: Path, stop: threading.Event) -> bool:
        """Convert into `output`, named by number; say whether LibreOffice came to its end."""
        with tempfile.TemporaryDirectory(prefix="reportgen-", ignore_cleanup_errors=True) as bench:
            # Copies: names that no system stumbles over, and no lock files beside the originals.
            names = []
            for number, document in enumerate(documents):
                with contextlib.suppress(OSError):
                    shutil.copyfile(document, Path(bench, f"{number}{document.suffix}"))
                    names.append(f"{number}{document.suffix}")
            if not names:
                return True
            profile = f"-env:UserInstallation={Path(bench, 'profile').as_uri()}"
            to_pdf = ["--headless", "--convert-to", "pdf", "--outdir", str(output.resolve())]
            command = [str(self.path), profile, *to_pdf, *names]
            watch = _Watch(output, self.patience, stop)
            return _ended_well(command, bench, watch)


class _Watch:
    """Whether a run may go on: it was not stopped, and something new came not long ago."""

    def __init__(self, output: Path, patience: float, stop: threading.Event) -> None:
        self._output = output
        self._patience = patience
        self._stop = stop
        self._seen = 0
        self._since = time.monotonic()

    def may_go_on(self) -> bool:
        """Look once."""
        seen = len(list(self._output.iterdir()))
        if seen != self._seen:
            self._seen, self._since = seen, time.monotonic()
        return not self._stop.is_set() and time.monotonic() < self._since + self._patience


def find_office(environment: Mapping[str, str] | None = None) -> Office | None:
    """Return LibreOffice as REPORTGEN_SOFFICE names it; else from PATH or its usual folders."""
    variables = os.environ if environment is None else environment
    named = variables.get(VARIABLE)
    names = [named] if named else _NAMES
    found = (shutil.which(name, path=variables.get("PATH", "")) for name in names)
    usual = () if named else _usual_places(variables)
    place = next((each for each in (*found, *map(shutil.which, usual)) if each), None)
    return None if place is None else Office(Path(place))


def _usual_places(variables: Mapping[str, str]) -> Iterator[str]:
    """Yield where the installers of Windows and macOS put it; neither changes PATH."""
    for name in _PROGRAM_FOLDERS:
        if name in variables:
            # The .exe beside it is for the desktop, this one for the command line.
            yield str(Path(variables[name], "LibreOffice", "program", "soffice.com"))
    yield _MACOS


def _behind_the_culprit(tried: Sequence[Path], made: Mapping[Path, Path]) -> list[Path]:
    """Return what comes after the document at which a run ended: they are taken in their order."""
    last = max((number for number, each in enumerate(tried) if each in made), default=-1)
    return list(tried[last + 2 :])


def _is_whole(pdf: Path) -> bool:
    try:
        with pdf.open("rb") as file:
            if file.read(len(_HEAD)) != _HEAD:
                return False
            file.seek(max(0, pdf.stat().st_size - _LONGEST_TAIL))
            return _TAIL in file.read()
    except OSError:
        return False


def _ended_well(command: Sequence[str], folder: str, watch: _Watch) -> bool:
    """Run a command in `folder`; say whether it came to its end by itself, and with 0."""
    try:
        process = subprocess.Popen(  # noqa: S603 - the program that the user installed
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # A group of its own: Ctrl-C is for us, and elsewhere than on Windows all of it can be
            # ended by it. Windows does nothing for a session, other systems know no such flag.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    except OSError:
        return False
    try:
        while process.poll() is None and watch.may_go_on():
            time.sleep(_SECONDS_BETWEEN_LOOKS)
        return process.poll() == 0
    finally:
        _end_all_of(process)


def _end_all_of(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started: soffice is a script around the program itself.

    On Windows only while it runs itself: taskkill finds a tree by its root. soffice.com outlives
    what it started, unless somebody ends it alone; then the program converts to its end.
    """
    if sys.platform == "win32":
        taskkill = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        if process.poll() is None:
            subprocess.run(taskkill, capture_output=True, check=False)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
