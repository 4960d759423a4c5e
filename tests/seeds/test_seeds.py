"""What the auditor finds in the five published departments: all of it, and nothing else.

The lists are exact; `--update-seeds` rewrites them, and a person reads the difference.
docs/audited-rows.yaml holds what a person found in the same documents, row by row.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.loading.profiles import Profiles
from reportgen.model.finding import Finding, path_text
from reportgen.pipeline.check import check_department

ROOT = Path(__file__).parents[2]
SEEDS = Path(__file__).parent
NAMES = ("gaoyang-2021", "liuyang-2021", "wangcheng-2023", "yuanjiang-2024", "yunxi-2021")
ROWS: list[dict[str, Any]] = yaml.safe_load((ROOT / "docs/audited-rows.yaml").read_text("utf-8"))
# Rows E and W of the audit of the five documents, by document.
AUDITED = {
    "liuyang-2021": ("000", (1, 2, 3, 4, 5, 6, 7, 8, 10)),
    "yunxi-2021": ("001", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 23)),
    "gaoyang-2021": ("002", (1, 2, 3, 4, 5, 6, 7)),
    "wangcheng-2023": ("003", (1, 3, 4, 5, 6, 7, 8, 9)),
    "yuanjiang-2024": ("004", (1, 2, 3, 4, 5, 6, 7, 9)),
}
HOLDS = (*(f"FUND-0{number}" for number in range(1, 9)), "WGT-01", "WGT-02", "SCR-02", "EXEC-05")


@functools.cache
def findings(name: str) -> tuple[Finding, ...]:
    path = ROOT / f"data/{name}.yaml"
    return check_department(path, f"data/{name}.yaml", Profiles()).findings


def entry(finding: Finding) -> dict[str, str | None]:
    return {
        "code": finding.code,
        "path": path_text(finding.path),
        "stated": finding.stated,
        "computed": finding.computed,
    }


def as_yaml(found: tuple[Finding, ...]) -> str:
    """One finding a line, with what it says under it, to be read."""
    lines = []
    for finding in found:
        pairs = (
            f"{key}: {json.dumps(value, ensure_ascii=False)}"
            for key, value in entry(finding).items()
        )
        lines += [f"- {{{', '.join(pairs)}}}", f"  # {finding.severity}: {finding.say('zh')}"]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_published_department_has_exactly_these_findings(
    name: str, request: pytest.FixtureRequest
) -> None:
    kept = SEEDS / f"{name}.yaml"
    if request.config.getoption("--update-seeds"):
        kept.write_text(as_yaml(findings(name)), "utf-8")
    assert [entry(each) for each in findings(name)] == yaml.safe_load(kept.read_text("utf-8"))


def test_every_row_of_the_audit_is_listed_once() -> None:
    wanted = [f"{seed}-{number}" for seed, numbers in AUDITED.values() for number in numbers]
    assert sorted(row["行"] for row in ROWS) == sorted(wanted)


def wanted_findings(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for code, paths in row.get("查出", {}).items():
        yield from ((code, path) for path in ([paths] if isinstance(paths, str) else paths))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["行"])
def test_a_row_of_the_audit_is_found_or_cannot_be_decided(row: dict[str, Any]) -> None:
    seed, _ = AUDITED[row["文件"]]
    assert row["行"].startswith(f"{seed}-")
    assert row.get("查出") or row.get("判断不了")
    found = {(each.code, path_text(each.path)) for each in findings(row["文件"])}
    assert set(wanted_findings(row)) <= found


@pytest.mark.parametrize("name", NAMES)
def test_what_holds_in_the_published_departments_is_not_found_wrong(name: str) -> None:
    assert {each.code for each in findings(name)} & set(HOLDS) == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_stands_at_its_value(name: str) -> None:
    """The place is where the value begins, or the words in question where they are typed."""
    lines = (ROOT / f"data/{name}.yaml").read_text("utf-8").split("\n")
    for each in findings(name):
        here = lines[each.place.line - 1][each.place.column - 1 :]
        assert here.strip(), each
        is_list = here.startswith("- ")
        if isinstance(each.path[-1], int) or each.stated is None or is_list:
            continue
        before = lines[each.place.line - 1][: each.place.column - 1]
        is_value = re.search(rf"{each.path[-1]}: *$", before)
        assert is_value or here.startswith(each.stated), (each.code, each.place)
