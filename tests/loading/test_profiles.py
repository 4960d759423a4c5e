"""Profiles by file name: the workspace's first, each over the one it extends."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from reportgen.loading.profiles import Profiles
from reportgen.model.errors import ProfileError
from tests.workspace import ROOT, write_tree


@pytest.fixture(autouse=True)
def _workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(**profiles: str) -> None:
    write_tree(Path(), {f"profiles/{name}.yaml": text for name, text in profiles.items()})


def broken(name: str) -> ProfileError:
    with pytest.raises(ProfileError) as caught:
        Profiles().find(name)
    return caught.value


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "profiles").glob("*.yaml")))
def test_every_built_in_profile_can_be_used(name: str) -> None:
    loaded = Profiles().find(name)
    assert loaded is not None
    assert loaded.profile.title


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("一级权重:\n  投入：15\n  过程: 40\n", ["2:5: YAML-06"]),
        ("一级权重:\n  投入：15\n  过程：40\n", ["2:5: YAML-06", "3:5: YAML-06"]),
        ("一级权重:\n投入: 15\n  过程: 40\n", ["2:1: YAML-20"]),
        ("一级权重: 分\n  投入: 15\n", ["1:7: YAML-20"]),
        ("一级权重: {投入: 15分}\n", ["1:12: DATA-05"]),
        ("表单:\n  • notice\n  - letter\n", ["2:3: YAML-27"]),
        ("必设指标: 数量指标、质量指标\n", ["1:7: DATA-03"]),
        ("附件标记:\n  scoring-sheet-2021：附件1\n  notice: 附件2\n", ["2:21: YAML-06"]),
    ],
)
def test_slips_in_a_profile_are_told_at_their_line(text: str, places: list[str]) -> None:
    write(本县=text)
    told = [each.say("zh").removeprefix("profiles/本县.yaml:") for each in broken("本县").details]
    assert [line[: len(place)] for line, place in zip(told, places, strict=True)] == places


def test_profiles_are_found_by_name() -> None:
    write(本县="名称: 本县\n")
    profiles = Profiles()
    assert "本县" in profiles.names()
    assert "national-2020" in profiles.names()
    assert profiles.names() == tuple(sorted(profiles.names()))
    assert profiles.find("没有") is None
    assert profiles.find("../profiles/本县") is None
    assert profiles.nearest("yunxi2021") == "yunxi-2021"
    assert profiles.find("本县") is profiles.find("本县")
    assert [path.stem for path in profiles.files()] == list(profiles.names())


def test_a_profile_of_the_workspace_wins() -> None:
    write(**{"national-2020": "满分: 120\n"})
    loaded = Profiles().find("national-2020")
    assert loaded is not None
    assert loaded.profile.full_score == 120


def test_a_profile_says_more_than_the_one_it_extends() -> None:
    write(
        省="满分: 120\n整改期限: 30\n严重程度: {FUND-01: 警告, FUND-02: 警告}\n",
        市="继承: 省\n整改期限: 20\n",
        县="继承: 市\n严重程度: {FUND-01: 提示}\n",
    )
    loaded = Profiles().find("县")
    assert loaded is not None
    assert loaded.profile.full_score == 120
    assert loaded.profile.rectification_days == 20
    assert loaded.profile.severities == {"FUND-01": "提示", "FUND-02": "警告"}
    raw = b"".join(Path(f"profiles/{name}.yaml").read_bytes() for name in "省市县")
    assert loaded.sha256 == hashlib.sha256(raw).hexdigest()


def test_a_blank_says_no_more_than_nothing() -> None:
    write(省="严重程度: {FUND-01: 警告}\n", 县="继承: 省\n严重程度:\n")
    loaded = Profiles().find("县")
    assert loaded is not None
    assert loaded.profile.severities == {"FUND-01": "警告"}


def test_a_parent_that_is_not_there() -> None:
    write(县="继承: 没有\n")
    assert broken("县").message.say("zh") == ("口径文件“profiles/县.yaml”继承的“没有”不存在")


@pytest.mark.parametrize("others", [{"县": "继承: 县\n"}, {"县": "继承: 市\n", "市": "继承: 县\n"}])
def test_a_circle_is_no_endless_loop(others: dict[str, str]) -> None:
    write(**others)
    assert "绕成了一圈" in broken("县").message.say("zh")


def test_what_is_wrong_is_told_with_its_place() -> None:
    write(县="满分: 一百\n等次:\n  - {等次: 优}\n未知: 1\n")
    details = [detail.say("zh") for detail in broken("县").details]
    assert [detail.split(" ")[0] for detail in details] == [
        "profiles/县.yaml:1:5:",
        "profiles/县.yaml:3:5:",
        "profiles/县.yaml:4:1:",
    ]


def test_a_broken_profile_that_nobody_uses_stops_nothing() -> None:
    write(坏="满分: [\n", 县="满分: 100\n")
    assert Profiles().find("县") is not None
    assert broken("坏").details
