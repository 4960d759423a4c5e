"""Small workspaces written by a test, and the program run in them."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import docx

ROOT = Path(__file__).parents[1]
DEPARTMENT = "口径: 本县\n年度: 2024\n部门: {名称: 某县卫生健康局}\n"
PROFILE = "表单: [notice]\n"
NOTICE = ("{{ 年度 }}年 {{ 部门.名称 }}", "联系人：{{ 部门.联系人 }}")


@dataclass(frozen=True)
class Ended:
    """How a run ended, and what it said."""

    code: int
    out: str
    err: str


def write_tree(root: Path, tree: Mapping[str, str | bytes | tuple[str, ...]]) -> None:
    """Write files below `root`: a text, bytes, or the paragraphs of a Word document."""
    for name, content in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, tuple):
            document = docx.Document()
            for paragraph in content:
                document.add_paragraph(paragraph)
            document.save(str(path))
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


def tree_of(root: Path) -> dict[str, bytes]:
    """Return every file below `root` by its path with forward slashes."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def paragraphs(path: Path) -> list[str]:
    """Return the paragraphs of a Word document."""
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def environment(**changes: str) -> dict[str, str]:
    """Return the environment of a child process: ours, Chinese, without colour wishes."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "PYTHONUTF8")
    }
    return {**kept, "PYTHONPATH": str(ROOT), "REPORTGEN_LANG": "zh", "TERM": "xterm", **changes}


def command(*arguments: str) -> list[str]:
    """Return the command line that runs the program."""
    return [sys.executable, "-m", "reportgen", *arguments]


def spawn(folder: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own in `folder`."""
    return subprocess.run(  # noqa: S603
        command(*arguments),
        cwd=folder,
        env=environment(**changes),
        capture_output=True,
        check=False,
    )


def script(name: str) -> ModuleType:
    """Return a script of the repository as a module, without running it."""
    spec = importlib.util.spec_from_file_location(Path(name).stem, ROOT / name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
