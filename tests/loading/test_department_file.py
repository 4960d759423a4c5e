"""From a file to a department-year, or to everything that is wrong with it."""

from __future__ import annotations

import hashlib
import os
import stat
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.loading.department_file import LoadedDepartment, load_department, read_source
from reportgen.loading.limits import MOST_BYTES
from reportgen.model.department_year import DepartmentYear

GOOD = "年度: 2021\n部门:\n  名称: 某局\n资金:\n  到位资金: 350.40\n"


def load(folder: Path, text: str) -> LoadedDepartment:
    path = folder / "a.yaml"
    path.write_bytes(text.encode())
    return load_department(path, "data/a.yaml")


def test_a_good_file_is_a_department_year(tmp_path: Path) -> None:
    loaded = load(tmp_path, GOOD)
    assert loaded.findings == ()
    assert loaded.department is not None
    assert str(loaded.department.funds.received) == "350.40"
    assert loaded.file == "data/a.yaml"
    assert loaded.sha256 == hashlib.sha256(GOOD.encode()).hexdigest()
    assert loaded.places.at(("资金", "到位资金")).line == 5


def test_problems_of_text_and_of_data_are_told_together(tmp_path: Path) -> None:
    loaded = load(
        tmp_path, "年度: 二一\n部门:\n  名称：某局\n  编制人数: 3人\n资金: {到位资金: no}\n"
    )
    assert loaded.department is None
    assert [(each.code, each.place.line) for each in loaded.findings] == [
        ("DATA-07", 1),
        ("YAML-06", 3),
        ("DATA-05", 4),
        ("YAML-12", 5),
    ]
    assert all(each.place.file == "data/a.yaml" for each in loaded.findings)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("年度: 2021\n部门:\n  名称：某局\n", "YAML-06"),
        ("年度: 2021\n部门: {名称：某局}\n", "YAML-06"),
        ("年度: 2021\n部门: {“名称”: 某局}\n", "YAML-08"),
        ("年度: 2021\n部门: {名称: 甲}\n资金: {到位资金: 1,234.5}\n", "YAML-10"),
        ("年度: 2021\n部门: {名称: 甲}\n资金: {到位资金: {{ 年度 }}}\n", "YAML-22"),
        ("年度: 2021\n部门: {名称: 甲}\n资金: {到位资金: 1\x07}\n", "YAML-17"),
        ("年度: 2021\n部门: {名称: 甲\n", "YAML-20"),
        ("", "YAML-01"),
    ],
)
def test_what_only_follows_from_the_text_is_not_told_again(
    text: str, code: str, tmp_path: Path
) -> None:
    loaded = load(tmp_path, text)
    assert [each.code for each in loaded.findings] == [code]
    assert loaded.department is None


def test_a_text_problem_alone_keeps_the_department_out(tmp_path: Path) -> None:
    loaded = load(tmp_path, GOOD + "报告: {标题: '甲', 标题: 乙}\n")
    assert [each.code for each in loaded.findings] == ["YAML-13"]
    assert loaded.department is None


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(), "权限"),
        (FileNotFoundError(), "不存在"),
        (IsADirectoryError(), "文件夹"),
        (OSError(5, "I/O"), "磁盘"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(
    error: OSError, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, "utf-8")

    def refuse_to_open(_: Path, _mode: str) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse_to_open)
    loaded = load_department(tmp_path / "a.yaml", "a.yaml")
    assert [each.code for each in loaded.findings] == ["YAML-23"]
    assert words in loaded.findings[0].say("zh")
    assert loaded.findings[0].say("en")
    assert loaded.department is None


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    for path in (tmp_path / "a.yaml", Path("/dev/zero")):
        (finding,) = load_department(path, "a.yaml").findings
        assert finding.code == "YAML-23"
        assert "这是管道或设备" in finding.say("zh")
    (finding,) = load_department(tmp_path, "a.yaml").findings
    assert "文件夹" in finding.say("zh")


@pytest.mark.parametrize(
    "path", sorted(Path(__file__).parents[2].glob("data/*.yaml")), ids=lambda path: path.name
)
def test_the_published_departments_load(path: Path) -> None:
    assert load_department(path, path.name).findings == ()


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, max_value=10**12))
def test_an_amount_keeps_its_digits(amount: Decimal) -> None:
    typed = format(amount, "f")
    if typed.startswith("-0.0000"):
        typed = typed.removeprefix("-")
    data = {"年度": "2021", "部门": {"名称": "甲"}, "资金": {"到位资金": typed}}
    if sum(character.isdigit() for character in typed) <= 28:
        assert str(DepartmentYear.model_validate(data).funds.received) in {typed, _exponent(typed)}


def _exponent(typed: str) -> str:
    return str(Decimal(typed))


@pytest.mark.parametrize(("holds", "read"), [(100, 100), (MOST_BYTES + 9, MOST_BYTES + 1)])
def test_a_file_that_grows_while_it_is_read_is_bounded_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, holds: int, read: int
) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x" * holds)
    status = list(file.stat())
    status[stat.ST_SIZE] = 10
    monkeypatch.setattr(Path, "stat", lambda _: os.stat_result(status))
    assert len(read_source(file)) == read


def test_a_file_over_the_limit_is_read_no_further(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"x" * MOST_BYTES)
    assert len(read_source(file)) == MOST_BYTES
    file.write_bytes(b"x" * (MOST_BYTES + 9))
    assert len(read_source(file)) == MOST_BYTES + 1
    assert [each.code for each in load_department(file, "a.yaml").findings] == ["YAML-04"]
