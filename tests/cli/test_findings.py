"""Findings as text and as JSON: the contract that other programs rely on."""

from __future__ import annotations

import json

import pytest

from reportgen.cli.console import Console
from reportgen.cli.findings import findings_json, print_findings, summary
from reportgen.model.finding import Finding, Place, Severity
from reportgen.wording.language import Wording

LINE = "    - {名称: 财政拨款, 预算数: 100, 执行数: 90}"
FINDING = Finding(
    code="EXEC-02",
    severity=Severity.WARNING,
    message=Wording("执行数{stated}，应为{computed}", "executed {stated}, should be {computed}"),
    hint=Wording("改为{computed}", "make it {computed}"),
    place=Place("data/a.yaml", 12, 33, LINE),
    path=("资金", "来源", 0, "执行数"),
    arguments={"stated": "90", "computed": "91"},
    stated="90",
    computed="91",
)
ANSWERED = Finding(
    code="FUND-01",
    severity=Severity.ERROR,
    message=Wording("甲", "one"),
    hint=Wording("乙", "two"),
    place=Place("data/a.yaml", 3, 1),
    other=Place("data/a.yaml", 9, 2, "x"),
    reason="跨年实施",
)
KEYS = [
    "code", "severity", "message", "hint", "file", "line", "column", "path", "stated", "computed",
    "answered", "reason", "answer_at", "other",
]  # fmt: skip


def said(language: str, *findings: Finding, capsys: pytest.CaptureFixture[str]) -> str:
    print_findings(Console(language), findings)  # type: ignore[arg-type]
    return capsys.readouterr().out


def test_a_finding_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert said("zh", FINDING, capsys=capsys) == (
        "data/a.yaml:12:33: EXEC-02 警告 执行数90，应为91\n"
        f"    {LINE}\n"
        f"    {' ' * 44}^\n"
        "  建议：改为91\n"
    )
    english = said("en", FINDING, capsys=capsys)
    assert english.startswith("data/a.yaml:12:33: EXEC-02 warning executed 90, should be 91\n")
    assert english.endswith("  hint: make it 91\n")


def test_an_answer_and_a_second_place_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert said("zh", ANSWERED, capsys=capsys) == (
        "data/a.yaml:3:1: FUND-01 错误 甲（已说明：跨年实施）\n"
        "  另一处：data/a.yaml:9:2\n"
        "  建议：乙\n"
    )
    assert " one (answered: 跨年实施)\n" in said("en", ANSWERED, capsys=capsys)


def test_nothing_a_file_says_can_move_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    place = Place("a\x1b[2J.yaml", 1, 1, "\x1b[31m红")
    nasty = Finding("X", Severity.INFO, Wording("{a}", "{a}"), Wording("{a}", "{a}"), place,
                    arguments={"a": "行\n\x07"})  # fmt: skip
    text = said("zh", nasty, capsys=capsys)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert len(text.splitlines()) == 4


def test_findings_as_json() -> None:
    content = findings_json(["data/a.yaml"], [FINDING, ANSWERED], "zh")
    assert list(content) == ["version", "files", "findings", "summary"]
    assert content["version"] == 1
    assert content["files"] == ["data/a.yaml"]
    assert content["summary"] == {"error": 0, "warning": 1, "info": 0, "answered": 1}
    first, second = json.loads(json.dumps(content))["findings"]
    assert list(first) == list(second) == KEYS
    assert first == {
        "code": "EXEC-02",
        "severity": "warning",
        "message": "执行数90，应为91",
        "hint": "改为91",
        "file": "data/a.yaml",
        "line": 12,
        "column": 33,
        "path": "资金.来源[0].执行数",
        "stated": "90",
        "computed": "91",
        "answered": False,
        "reason": None,
        "answer_at": None,
        "other": None,
    }
    assert (second["answered"], second["reason"], second["other"]) == (
        True,
        "跨年实施",
        "data/a.yaml:9:2",
    )
    assert findings_json([], [FINDING], "en")["findings"][0]["hint"] == "make it 91"


def test_an_answered_finding_counts_as_nothing_else() -> None:
    assert summary([ANSWERED, ANSWERED]) == {"error": 0, "warning": 0, "info": 0, "answered": 2}
