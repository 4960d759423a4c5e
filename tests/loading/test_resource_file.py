"""Profiles and manifests: read as strictly as data, but what is wrong stops the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.loading.resource_file import read_resource
from reportgen.model.errors import FormError
from reportgen.model.form import FormManifest
from reportgen.wording.language import Wording

WRONG = Wording("“{file}”不能用", '"{file}" cannot be used')
MEND = Wording("见说明", "see the guide")


@pytest.fixture(autouse=True)
def _workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(content: bytes | None) -> FormError | dict[str, object]:
    if content is not None:
        Path("a.yaml").write_bytes(content)
    try:
        return read_resource(Path("a.yaml"), FormManifest, FormError, WRONG, MEND).data
    except FormError as error:
        return error


def test_a_good_file_is_read_with_its_places() -> None:
    Path("a.yaml").write_bytes("标题: 通知\n".encode())
    resource = read_resource(Path("a.yaml"), FormManifest, FormError, WRONG, MEND)
    assert resource.data == {"标题": "通知"}
    assert resource.raw == "标题: 通知\n".encode()
    assert resource.places.at(("标题",)).column == 5


@pytest.mark.parametrize(
    ("content", "first"),
    [
        (b"", "a.yaml:1:1: YAML-01"),
        ("标题: 甲\n标题: 乙\n".encode(), "a.yaml:2:1: YAML-"),
        ("标题: 甲\n范围: 单位\n".encode(), "a.yaml:2:5: DATA-"),
        ("标题：甲\n".encode(), "a.yaml:1:3: YAML-"),
        ("标题: 甲\n".encode("gbk"), "a.yaml:1:1: YAML-"),
        ("- 甲\n".encode(), "a.yaml:1:1: YAML-16"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(content: bytes, first: str) -> None:
    error = read(content)
    assert isinstance(error, FormError)
    assert error.message.say("zh") == "“a.yaml”不能用"
    assert error.hint is not None
    assert error.hint.say("en") == "see the guide"
    assert error.details[0].say("zh").startswith(first)
    assert error.details[0].say("en").startswith(first)


def test_a_file_that_cannot_be_opened_is_told() -> None:
    Path("a.yaml").mkdir()
    error = read(None)
    assert isinstance(error, FormError)
    assert "读不出来" in error.details[0].say("zh")
