"""reportgen schema: for editors, on standard output or in a file."""

from __future__ import annotations

import json
from pathlib import Path

from reportgen.loading.json_schema import department_schema
from tests.cli.conftest import Run


def test_the_schema_is_printed_and_written(run: Run) -> None:
    ended = run("schema")
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out) == department_schema()
    assert run("schema", "-o", "里面/数据.json").out == "已写出 里面/数据.json\n"
    assert json.loads(Path("里面/数据.json").read_text("utf-8")) == department_schema()


def test_a_place_that_cannot_be_written_is_told(run: Run) -> None:
    Path("a.json").mkdir()
    ended = run("schema", "-o", "a.json")
    assert (ended.code, ended.out) == (2, "")
    assert "无法写入“a.json”：那里已有同名的文件或文件夹" in ended.err
