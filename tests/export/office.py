"""Stand-ins for LibreOffice: real programs, written by a test, that behave as it says."""

from __future__ import annotations

import sys
from pathlib import Path

from reportgen.export.libreoffice import Office

CALLED = """\
import os, pathlib, subprocess, sys, time
here = pathlib.Path(__file__).parent
with (here / "calls").open("a") as calls:
    calls.write(f"{sys.argv[1:]}\\n")
if "--version" in sys.argv:
    sys.exit(print("LibreOffice 7.4.7.2 40(Build:2)"))
files = sys.argv[sys.argv.index("--outdir") + 2 :]
output = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
def convert(file, tail=b"%%EOF"):
    made = output / f"{pathlib.Path(file).stem}.pdf"
    made.write_bytes(b"%PDF-1.6 of " + pathlib.Path(file).read_bytes() + tail)
    return made
"""
"""What every stand-in starts with: `files`, and `convert` for one of them."""
CONVERTS_ALL = "for file in files: convert(file)\n"
PAGINATES = """\
import pypdf, zipfile
def paginate(file):
    text = zipfile.ZipFile(file).read("word/document.xml").decode()
    writer = pypdf.PdfWriter()
    for _ in range(1 + text.count("分页")):
        writer.add_blank_page(595, 842)
    writer.add_metadata({"/Subject": text})
    writer.write(output / f"{pathlib.Path(file).stem}.pdf")
    return text
"""
"""Adds `paginate`: a real PDF, with one page more for each 分页 in the document."""
PAGINATES_ALL = f"{PAGINATES}for file in files: paginate(file)\n"


def stand_in(folder: Path, behaviour: str) -> Path:
    """Write a program called soffice into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\n{CALLED}{behaviour}", "utf-8")
    program.chmod(0o755)
    return program


def office(folder: Path, behaviour: str, patience: float = 60) -> Office:
    return Office(stand_in(folder, behaviour), patience)


def calls(program: Path) -> list[str]:
    """Return the calls of a stand-in, its arguments as they were given."""
    noted = program.with_name("calls")
    return noted.read_text("utf-8").splitlines() if noted.is_file() else []
