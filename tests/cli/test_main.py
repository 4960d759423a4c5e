"""What every command has in common: how it starts, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportgen.cli import main as program
from tests.cli.conftest import Run
from tests.workspace import DEPARTMENT, command, environment, spawn, write_tree

CITING = DEPARTMENT + "报告: {标题: '{{ 年度 }}年报告'}\n"
COMPUTING = DEPARTMENT + "报告: {标题: '{{ 年度 + 1 }}年报告'}\n"


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Return the packages that a run loads."""
    script = (
        "import sys\nfrom reportgen.cli.main import main\n"
        f"main({list(arguments)!r})\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    # Coverage measures child processes too, and loads packages of its own in them.
    unmeasured = {name: each for name, each in environment().items() if "COVERAGE" not in name}
    ended = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script],
        cwd=folder,
        env=unmeasured,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ended.stderr.split())


def test_help_loads_nothing_heavy(folder: Path) -> None:
    for arguments in (["--help"], ["validate", "--help"], ["build", "-h"], ["--version"], ["vald"]):
        heavy = {"pydantic", "jinja2", "yaml", "docxtpl", "lxml", "rich"}
        assert not loaded(folder, *arguments) & heavy, arguments


def test_validate_loads_nothing_that_prints_documents(workspace: Path) -> None:
    packages = loaded(workspace, "validate")
    assert {"pydantic", "yaml"} <= packages
    assert not packages & {"docxtpl", "docx", "lxml", "rich", "jinja2", "multiprocessing"}


def test_only_a_report_with_charts_loads_what_draws_them(workspace: Path) -> None:
    report = "资金: {来源: [{名称: 财政拨款, 预算数: 2, 执行数: 1}]}\n报告: {章节: [{标题: 概况}]"
    build = ("build", "-f", "narrative-report", "-j", "1")
    for asked in ("", ", 图表: 否", ", 图表: 是"):
        write_tree(workspace, {"data/a.yaml": f"{DEPARTMENT}{report}{asked}}}\n"})
        assert ("pptx" in loaded(workspace, *build)) is asked.endswith("是"), asked


def test_jinja_is_loaded_only_to_compute(workspace: Path) -> None:
    write_tree(workspace, {"data/a.yaml": CITING})
    assert "jinja2" not in loaded(workspace, "validate")
    write_tree(workspace, {"data/a.yaml": COMPUTING})
    assert "jinja2" in loaded(workspace, "validate")


def test_a_reader_that_goes_away_is_no_trouble(workspace: Path) -> None:
    wrong = DEPARTMENT + "资金: {总额: {预算数: 100, 执行数: 80, 执行率: 95%}}\n"
    write_tree(workspace, {f"data/{number}.yaml": wrong for number in range(60)})
    for arguments in (["validate"], ["validate", "--format", "json"], ["schema"], ["--help"]):
        child = subprocess.Popen(  # noqa: S603
            command(*arguments),
            cwd=workspace,
            env=environment(PYTHONUNBUFFERED=""),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        said = child.stderr.read().decode()
        child.stderr.close()
        assert said == "", arguments
        assert child.wait() in (1, 141), arguments


def test_interrupted_it_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program.cli.commands["schema"], "callback", interrupt)
    ended = run("schema")
    assert (ended.code, ended.out.strip()) == (130, "")
    assert ended.err.strip() == "已中断；写好的文书都是完整的"


def test_ctrl_c_ends_a_run_with_a_sentence(workspace: Path) -> None:
    write_tree(workspace, {"output/2024/.keep": ""})
    os.mkfifo(workspace / "output/manifest.json")  # reading it waits for ever
    child = subprocess.Popen(  # noqa: S603
        command("build"),
        cwd=workspace,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )
    time.sleep(2)
    os.kill(child.pid, signal.SIGINT)
    out, err = child.communicate()
    assert child.returncode == 130
    assert err.decode().strip() == "已中断；写好的文书都是完整的"
    assert out == b""


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (["--lang", "en", "validate", "x"], "error:"),
        (["validate", "x", "--lang=en"], "error:"),
        (["validate", "--lang", "zh", "x", "--lang", "en"], "error:"),
        (["validate", "x"], "错误："),
    ],
)
def test_the_last_language_asked_for_is_spoken(run: Run, arguments: list[str], start: str) -> None:
    ended = run(*arguments)
    assert ended.code == 2
    assert ended.err.startswith(start)


def test_the_language_of_the_system_is_spoken(workspace: Path) -> None:
    ended = spawn(workspace, "validate", REPORTGEN_LANG="", LC_ALL="en_US.UTF-8")
    assert ended.stdout.decode().startswith("1 file(s):")
    ended = spawn(workspace, "validate", REPORTGEN_LANG="", LC_ALL="C", LANG="C")
    assert ended.stdout.decode().startswith("1 个文件：")


def test_the_program_is_a_module_and_a_script(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["reportgen", "--version"])
    with pytest.raises(SystemExit) as ended:
        program.run()
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("reportgen ")
