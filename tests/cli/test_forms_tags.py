"""reportgen forms tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.cli.forms_tags import markdown
from reportgen.rendering.tag_catalogue import tag_rows
from tests.cli.conftest import Run
from tests.workspace import ROOT


def test_what_can_be_written_is_a_table(folder: Path, run: Run) -> None:  # noqa: ARG001
    ended = run("forms", "tags")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == "类别\t写法\t单位\t说明"
    assert all(line.count("\t") == 3 for line in lines)
    written = [line.split("\t")[1] for line in lines]
    for each in ("{{ 名称 }}", "|保留", "loop.index", "部门.名称", "指标[].下级[]", "本件"):
        assert each in written


def test_the_page_of_the_documentation_is_fresh(folder: Path, run: Run) -> None:  # noqa: ARG001
    page = (ROOT / "docs" / "tags.md").read_text("utf-8")
    assert page == markdown(tag_rows(), "zh"), "run: make docs"
    assert run("forms", "tags", "--markdown").out.rstrip() == page.rstrip()


@pytest.mark.parametrize(("language", "start"), [("zh", "# 表单里能写什么"), ("en", "# What can")])
def test_the_page_is_written_in_both_languages(
    folder: Path,  # noqa: ARG001
    run: Run,
    language: str,
    start: str,
) -> None:
    page = run("forms", "tags", "--markdown", "--lang", language).out
    assert page.startswith(start)
    assert "| `{{ 名称\\|过滤器 }}` |" in page
