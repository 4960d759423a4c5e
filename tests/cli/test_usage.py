"""click's complaints, in Chinese or English, by their type."""

from __future__ import annotations

import re

import click
import pytest

from reportgen.cli.usage import explained
from tests.cli.conftest import Run

HAN = re.compile(r"[\u4e00-\u9fff]")
CASES = {
    ("validate", "--frmat", "json"): (
        "没有 --frmat 这个选项",
        "是否想写“--format”？用法见 reportgen validate --help",
        "there is no option --frmat",
    ),
    ("-x",): ("没有 -x 这个选项", "用法见 reportgen --help", "there is no option -x"),
    ("new",): (
        "缺少 NAME（部门名称）",
        "用法见 reportgen new --help",
        "NAME (the department's name) is missing",
    ),
    ("build", "-j", "0"): (
        "--processes 应是不小于 1 的整数",
        "用法见 reportgen build --help",
        "--processes is a whole number, at least 1",
    ),
    ("build", "-j", "多"): (
        "--processes 应是不小于 1 的整数",
        "用法见 reportgen build --help",
        "--processes is a whole number, at least 1",
    ),
    ("new", "某局"): ("缺少 --year", "用法见 reportgen new --help", "--year is missing"),
    ("new", "某局", "--year"): (
        "--year 后面缺少值",
        "用法见 reportgen new --help",
        "--year needs a value",
    ),
    ("build", "--strict=1"): (
        "--strict 后面不带值",
        "用法见 reportgen build --help",
        "--strict takes no value",
    ),
    ("validate", "--format", "xml"): (
        "--format 只能是 text | json",
        "用法见 reportgen validate --help",
        "--format is one of text | json",
    ),
    ("schema", "多", "余"): (
        "多出来的参数：多 余",
        "用法见 reportgen schema --help",
        "too many arguments: 多 余",
    ),
    ("vlaidate",): (
        "没有“vlaidate”这个命令",
        "是否想写“validate”？用法见 reportgen --help",
        'there is no command "vlaidate"',
    ),
    ("forms", "lst"): (
        "没有“lst”这个命令",
        "是否想写“list”？用法见 reportgen forms --help",
        'there is no command "lst"',
    ),
}


@pytest.mark.parametrize(("arguments", "said"), CASES.items(), ids=lambda case: str(case[:2]))
def test_wrong_usage_is_told_in_the_language_of_the_run(
    run: Run, arguments: tuple[str, ...], said: tuple[str, str, str]
) -> None:
    sentence, hint, english = said
    ended = run(*arguments)
    assert (ended.code, ended.out, ended.err) == (2, "", f"错误：{sentence}\n建议：{hint}\n")
    ended = run("--lang", "en", *arguments)
    assert ended.code == 2
    first, second = ended.err.splitlines()
    assert first == f"error: {english}"
    assert HAN.search(second) is None


def test_a_language_we_do_not_speak(run: Run) -> None:
    assert "--lang 只能是 zh | en" in run("validate", "--lang", "fr").err


def test_a_complaint_of_a_kind_not_foreseen_is_still_told() -> None:
    error = explained(click.UsageError("something new"))
    assert error.message.say("zh") == "命令用法不对：something new"
    assert error.hint is not None
    assert error.hint.say("en") == "See reportgen --help"
    assert explained(click.BadParameter("odd")).message.say("zh") == " 的值不能用"
