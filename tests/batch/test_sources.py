"""The sources of a build before any work: which clash, and which are known already."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reportgen.batch.manifest import BuiltSource
from reportgen.batch.sources import Source, clashes, owners_of, survey
from tests.workspace import DEPARTMENT, write_tree


def surveyed(file: str, text: str, known: BuiltSource | None = None) -> Source:
    write_tree(Path(), {file: text})
    return survey(Path(file), file, known)


def test_sources_of_one_folder_clash(workspace: Path) -> None:
    del workspace
    long = "长" * 80
    sources = [
        surveyed("a.yaml", DEPARTMENT),
        surveyed("b.yaml", DEPARTMENT.replace("某县", " 某县")),
        surveyed("c.yaml", DEPARTMENT.replace("某县卫生健康局", "ABC")),
        surveyed("d.yaml", DEPARTMENT.replace("某县卫生健康局", "abc")),
        surveyed("e.yaml", DEPARTMENT.replace("2024", "2023")),
        surveyed("f.yaml", DEPARTMENT.replace("某县卫生健康局", f"{long}甲")),
        surveyed("g.yaml", DEPARTMENT.replace("某县卫生健康局", f"{long}乙")),
        surveyed("h.yaml", ""),
        surveyed("i.yaml", ""),
    ]
    found = [(each.place.file, each.arguments["other"]) for each in clashes(sources)]
    assert found == [
        ("a.yaml", "b.yaml"), ("b.yaml", "a.yaml"), ("c.yaml", "d.yaml"), ("d.yaml", "c.yaml"),
        ("f.yaml", "g.yaml"), ("g.yaml", "f.yaml"),
    ]  # fmt: skip
    assert owners_of(sources)["2023/某县卫生健康局"].file == "e.yaml"


def test_what_cannot_be_read_is_left_to_the_check(workspace: Path) -> None:
    assert survey(workspace, "data", None) == Source(workspace, "data")


def test_a_file_that_was_built_before_is_not_parsed(workspace: Path) -> None:
    del workspace
    digest = hashlib.sha256(DEPARTMENT.encode()).hexdigest()
    known = BuiltSource("a.yaml", digest, "elsewhere", "本县", "", "", {}, {}, (), {})
    assert surveyed("a.yaml", DEPARTMENT, known).folder == "elsewhere"
    assert surveyed("a.yaml", f"{DEPARTMENT}# 改\n", known).folder == "2024/某县卫生健康局"
