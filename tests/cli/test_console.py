"""Words on a terminal, in a pipe, and on consoles that know fewer characters."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from reportgen.cli.console import Console
from reportgen.export.libreoffice import VARIABLE
from reportgen.model.errors import OutputError
from reportgen.wording.language import Phrase, Wording
from tests.export.office import stand_in
from tests.workspace import DEPARTMENT, command, environment, spawn, write_tree

ANSI = re.compile(r"\x1b\[")
COLOUR = re.compile(r"\x1b\[(?:3[1-6]|1;3)")
WRONG = DEPARTMENT + "资金: {总额: {预算数: 100, 执行数: 80, 执行率: 95%}} # 𠮷€\n"
MANY = {f"data/{number}.yaml": WRONG for number in range(12)}


def on_terminal(folder: Path, *arguments: str, **changes: str) -> str:
    """Run the program on a terminal of its own; return what a person would see."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(  # noqa: S603
        command(*arguments), cwd=folder, env=environment(**changes), stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so at the end of a pseudo-terminal
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    child.wait()
    return seen.decode()


def test_gbk_output_can_be_read_as_gbk(workspace: Path) -> None:
    write_tree(workspace, {"data/a.yaml": WRONG})
    for encoding in ("gbk", "cp936"):
        ended = spawn(workspace, "validate", PYTHONIOENCODING=encoding)
        said = ended.stdout.decode("gbk")
        assert "执行率" in said
        assert "# ??" in said, "𠮷 and € are not in GBK"
        assert ended.stderr == b""


def test_gbk_messages_of_a_stopped_run(workspace: Path) -> None:
    ended = spawn(workspace, "validate", "没有𠮷.yaml", PYTHONIOENCODING="gbk")
    assert ended.returncode == 2
    assert ended.stderr.decode("gbk").startswith("错误：没有“没有?.yaml”这个文件或文件夹")


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8", "UTF8"])
def test_json_can_be_parsed_whatever_the_encoding(workspace: Path, encoding: str) -> None:
    write_tree(workspace, {"data/𠮷.yaml": WRONG})
    ended = spawn(workspace, "validate", "--format", "json", PYTHONIOENCODING=encoding)
    # LC_ALL=C claims ASCII where UTF-8 is meant.
    reader = "utf-8" if encoding == "ascii" else encoding
    assert json.loads(ended.stdout.decode(reader))["files"] == ["data/a.yaml", "data/𠮷.yaml"]
    assert (b"\\u" in ended.stdout) == (encoding == "gbk")
    schema = spawn(workspace, "schema", PYTHONIOENCODING=encoding)
    assert "部门" in json.loads(schema.stdout.decode(reader))["properties"]


def test_a_pipe_gets_plain_lines(workspace: Path) -> None:
    write_tree(workspace, MANY)
    for arguments in (["validate"], ["build"], ["forms"], ["rules"], ["--help"]):
        ended = spawn(workspace, *arguments, FORCE_COLOR="1")
        assert not ANSI.search((ended.stdout + ended.stderr).decode()), arguments
    listed = spawn(workspace, "forms").stdout.decode().splitlines()
    assert "notice\t通知\t部门\t本县" in listed


def test_a_terminal_gets_colour_a_table_and_a_bar(workspace: Path) -> None:
    write_tree(workspace, MANY)
    findings = on_terminal(workspace, "validate")
    assert COLOUR.search(findings)
    assert "校验" in findings, "twelve files are worth a bar"
    assert "校验 " not in on_terminal(workspace, "validate", "data/1.yaml")
    table = on_terminal(workspace, "forms")
    assert "┃" in table
    assert "notice" in table


def test_the_bar_says_what_is_being_done(workspace: Path) -> None:
    for number in range(12):
        named = DEPARTMENT.replace("某县卫生健康局", f"第{number}局")
        write_tree(workspace, {f"data/{number}.yaml": named})
    program = stand_in(workspace / "office", "for file in files: convert(file)\n")
    office = {VARIABLE: str(program)}
    assert "转成 PDF " not in on_terminal(workspace, "build", "-j", "1", **office)
    assert "转成 PDF " in on_terminal(workspace, "build", "-j", "1", "--pdf", **office)


@pytest.mark.parametrize("changes", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_no_colour_when_none_is_wanted(workspace: Path, changes: dict[str, str]) -> None:
    write_tree(workspace, MANY)
    assert not COLOUR.search(on_terminal(workspace, "validate", **changes))
    assert not ANSI.search(on_terminal(workspace, "validate", "data/1.yaml", **changes))


def test_a_title_in_brackets_is_no_markup(workspace: Path) -> None:
    write_tree(workspace, {"templates/docx/notice.yaml": "标题: '[red]通知:smile:'\n"})
    assert "[red]通知:smile:" in on_terminal(workspace, "forms")


def test_a_full_disk_is_told(workspace: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(  # noqa: S603
            command("schema"),
            cwd=workspace,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 2
    assert "无法输出" in ended.stderr.decode()
    assert "Traceback" not in ended.stderr.decode()


def test_without_any_stream_nothing_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    console = Console("zh")
    console.line("a")
    console.warn(Phrase(Wording("甲", "a")))
    console.flush()
    console.abandon()


def test_what_cannot_be_written_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console("en")
    console.say(Wording("{a}", "<{a}>"), a=Phrase(Wording("甲", "one")))
    assert capsys.readouterr().out == "<one>\n"

    def refuse(_: str) -> int:
        raise OSError(28, "No space left on device")

    console.out.write = refuse  # type: ignore[method-assign]
    with pytest.raises(OutputError, match="No space left"):
        console.line("a")
