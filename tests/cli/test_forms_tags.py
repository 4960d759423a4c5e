"""reportgen forms tags: what can be written in a form, as a table and as documentation."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run


def test_tags_are_listed(run: Run) -> None:
    ended = run("forms", "tags")
    assert (ended.code, ended.err) == (0, "")
    rows = [line.split("\t") for line in ended.out.splitlines()]
    assert {len(row) for row in rows} == {4}
    assert any("部门.名称" in row[1] for row in rows)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tags_as_markdown(run: Run, language: str) -> None:
    ended = run("forms", "tags", "--markdown", "--lang", language)
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert any(line.startswith("## ") for line in lines)
    for line in lines:
        if line.startswith("|"):
            assert line.replace("\\|", "").count("|") == 4, line
