"""Engines of the npm world: each a node process of its own that renders on request.

A request is a number (render so many documents) or a path (write one there); the answer is the
processor seconds it took.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import word_form

FOLDER = Path(__file__).resolve().parent / "peers"
FORMS: dict[str, Callable[[Path], Path]] = {
    "docxtemplater": word_form.for_mustache,
    "easy-template-x": word_form.for_mustache,
    "carbone": word_form.for_carbone,
}


class Peer:
    def __init__(self, name: str, folder: Path) -> None:
        self.written = folder / f"{name}-out.docx"
        template = FORMS[name](folder / f"{name}.docx")
        data = folder / "peers.json"
        data.write_text(json.dumps(word_form.peer_data()), "utf-8")
        self._process = subprocess.Popen(
            ["node", str(FOLDER / f"{name}.mjs"), str(template), str(data)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def seconds(self, documents: int) -> float:
        return float(self._ask(str(documents)))

    def document(self) -> bytes:
        self._ask(str(self.written))
        return self.written.read_bytes()

    def close(self) -> None:
        self._process.communicate()

    def _ask(self, request: str) -> str:
        assert self._process.stdin and self._process.stdout  # noqa: S101, PT018 - both are pipes
        self._process.stdin.write(request + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()


@contextlib.contextmanager
def installed_peers(folder: Path) -> Iterator[tuple[dict[str, Peer], list[str]]]:
    """Install what npm can, start it, and end it afterwards; also say what is missing."""
    if shutil.which("npm") and not (FOLDER / "node_modules").is_dir():
        quiet = ("--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error")
        subprocess.run(["npm", "install", *quiet], cwd=FOLDER, check=False)
    found = [name for name in FORMS if (FOLDER / "node_modules" / name).is_dir()]
    peers = {name: Peer(name, folder) for name in found}
    try:
        yield peers, [name for name in FORMS if name not in found]
    finally:
        for peer in peers.values():
            peer.close()
