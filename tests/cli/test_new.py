"""reportgen new: a file to fill in, never over another one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Run

DATA = Path("data/某县卫生健康局-2024.yaml")


def test_it_writes_a_file_that_can_be_checked(run: Run) -> None:
    ended = run("new", "某县卫生健康局", "--year", "2024")
    assert (ended.code, ended.err) == (0, "")
    assert DATA.as_posix() in ended.out
    assert "reportgen validate" in ended.out
    assert run("validate").code == 0
    text = DATA.read_text("utf-8")
    assert text.startswith("# 某县卫生健康局2024年度")
    assert yaml.safe_load(text)["口径"] == "national-2020"


def test_a_file_that_exists_is_left_alone(run: Run) -> None:
    DATA.parent.mkdir()
    DATA.write_text("我的", "utf-8")
    ended = run("new", "某县卫生健康局", "--year", "2024")
    assert (ended.code, ended.out) == (2, "")
    assert "没有改动它" in ended.err
    assert "-o" in ended.err
    assert DATA.read_text("utf-8") == "我的"
    assert run("new", "某县卫生健康局", "--year", "2024", "-o", "别处/a.yaml").code == 0
    assert Path("别处/a.yaml").is_file()


@pytest.mark.parametrize("name", ["甲.docx", "甲", "甲.yaml.bak"])
def test_a_data_file_is_named_yaml(run: Run, name: str) -> None:
    ended = run("new", "某局", "--year", "2024", "-o", name)
    assert (ended.code, ended.out) == (2, "")
    assert f"“{name}”的名字不是 .yaml 结尾" in ended.err
    assert "-o 文件名.yaml" in ended.err
    assert not Path(name).exists()
    assert run("new", "某局", "--year", "2024", "-o", "甲.YML").code == 0


@pytest.mark.parametrize("year", ["24", "20２４", "1800", "二〇二四", "2024年"])
def test_a_year_has_four_digits(run: Run, year: str) -> None:
    ended = run("new", "某局", "--year", year)
    assert ended.code == 2
    assert "四位数字" in ended.err
    assert not Path("data").exists()


@pytest.mark.parametrize("name", ["", "  ", "某\x07局", "某局\ud800"])
def test_a_name_can_be_shown(run: Run, name: str) -> None:
    ended = run("new", name, "--year", "2024")
    assert ended.code == 2
    assert "部门名称" in ended.err


@pytest.mark.parametrize(
    "name",
    [
        "某县 卫生/健康局", "A: B", "'引号'", '"引号"', "# 井号", "2024", "no", "*星", "&和",
        "“引号”局", "某局\n下一行", "{花括号}", "[方]", "a,b", "%百分", "某局：分局", "@", "null",
        "~",
    ],
)  # fmt: skip
def test_any_name_stays_as_it_was_typed(run: Run, name: str) -> None:
    assert run("new", name, "--year", "2024", "-o", "a.yaml").code == 0
    assert run("validate", "a.yaml").code == 0
    data = yaml.load(Path("a.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
    assert data["部门"]["名称"] == " ".join(name.split())
    assert run("new", name, "--year", "2024").code == 0
    assert len(list(Path("data").iterdir())) == 1


def test_an_unknown_profile_is_answered_with_the_nearest(run: Run) -> None:
    ended = run("new", "某局", "--year", "2024", "--profile", "yunxi-2020")
    assert ended.code == 2
    assert "没有“yunxi-2020”这个口径" in ended.err
    assert "是否想写“yunxi-2021”" in ended.err


def test_a_place_that_cannot_be_written_is_told(run: Run) -> None:
    Path("data").write_text("", "utf-8")
    ended = run("new", "某局", "--year", "2024")
    assert ended.code == 2
    assert "无法写入“data/某局-2024.yaml”" in ended.err
