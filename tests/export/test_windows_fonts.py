"""Faces on Windows, from a registry that stands in for its own."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from reportgen.export.windows_fonts import names_of, registered_fonts

EVERYBODY, MYSELF = "HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER"
Values = list[tuple[str, Any, int]]


def registry(keys: Mapping[str, Values]) -> SimpleNamespace:
    """Return what of winreg is used, over the values of the Fonts key of each root."""

    @contextlib.contextmanager
    def open_key(root: str, path: str) -> Iterator[Values]:
        assert path == r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"
        if root not in keys:
            raise FileNotFoundError(root)
        yield keys[root]

    return SimpleNamespace(
        HKEY_LOCAL_MACHINE=EVERYBODY,
        HKEY_CURRENT_USER=MYSELF,
        OpenKey=open_key,
        QueryInfoKey=lambda values: (0, len(values), 0),
        EnumValue=lambda values, index: values[index],
    )


def registered(monkeypatch: pytest.MonkeyPatch, keys: Mapping[str, Values]) -> frozenset[str]:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", registry(keys))
    return registered_fonts()


def test_names_and_files_of_an_entry_both_count() -> None:
    found = names_of(
        [
            ("SimSun & NSimSun (TrueType)", "simsun.ttc"),
            ("仿宋 (TrueType)", r"C:\Users\某某\AppData\Local\Microsoft\Windows\Fonts\SIMFANG.TTF"),
            ("Noto Sans CJK SC (OpenType)", "NotoSansCJK.ttc"),
        ]
    )
    assert found == {
        "SimSun", "NSimSun", "simsun", "仿宋", "SIMFANG", "Noto Sans CJK SC", "NotoSansCJK",
    }  # fmt: skip


def test_fonts_of_everybody_and_of_oneself_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = [("SimHei (TrueType)", "simhei.ttf", 1), ("Arial (TrueType)", "arial.ttf", 1)]
    own = [("方正小标宋简体 (TrueType)", r"D:\FZXBSJW.TTF", 1)]
    found = registered(monkeypatch, {EVERYBODY: everybody, MYSELF: own})
    assert {"SimHei", "Arial", "方正小标宋简体", "FZXBSJW"} <= found


def test_somebody_may_have_installed_none(monkeypatch: pytest.MonkeyPatch) -> None:
    found = registered(monkeypatch, {EVERYBODY: [("SimHei (TrueType)", "simhei.ttf", 1)]})
    assert found == {"SimHei", "simhei"}


def test_other_systems_have_no_registry() -> None:
    assert registered_fonts() == frozenset()
