"""The cause of a syntax error, and the repair that lets reading go on."""

from __future__ import annotations

import pytest

from reportgen.loading.diagnosis import Repair, Trouble
from reportgen.loading.model_keys import Vocabulary
from reportgen.loading.syntax_causes import diagnose
from reportgen.loading.yaml_source import read_yaml

WORDS = Vocabulary(frozenset(("名称", "目标", "部门")), frozenset(("部门",)), frozenset(("部门",)))


def at(text: str, mark: str, opened: str | None = None) -> Trouble:
    return Trouble(text.index(mark), None if opened is None else text.index(opened), 0)


@pytest.mark.parametrize(
    ("text", "mark", "code", "repair"),
    [
        ("名称：甲\na: 1", ": 1", "YAML-06", Repair(2, 1, ": ")),
        ("名称： 甲\na: 1", ": 1", "YAML-06", Repair(2, 1, ":")),
        ("名称：\na: 1", ": 1", "YAML-06", Repair(2, 1, ":")),
        ("名称:甲\na: 1", ": 1", "YAML-21", Repair(2, 1, ": ")),
        ("a: {b: 1，目标: 2}", ": 2", "YAML-07", Repair(8, 1, ",")),
        ("a: “b: c”", ": c", "YAML-08", Repair(3, 6, '"b: c"')),
        ("a: {{ x }}y", "y", "YAML-22", Repair(3, 7, "xxxxxxx")),
        ("a: {{ x y", "y", "YAML-22", None),
        ("a: @x", "@", "YAML-20", Repair(3, 1, "x")),
        ("a:\n\tb: 1", "\t", "YAML-05", None),
        ("a: b: c", ": c", "YAML-20", None),
    ],
)
def test_a_certain_cause_is_repaired(
    text: str, mark: str, code: str, repair: Repair | None
) -> None:
    found = diagnose(text, at(text, mark), WORDS)
    assert (found.code, found.repair) == (code, repair)


def test_a_known_key_is_suspected_before_an_unknown_one() -> None:
    text = "名称：甲\n别的：乙\na: 1"
    assert diagnose(text, at(text, ": 1"), WORDS).arguments == {"key": "名称"}
    assert diagnose(text[5:], at(text[5:], ": 1"), WORDS).arguments == {"key": "别的"}


@pytest.mark.parametrize(
    "text",
    [
        "部门:\n  名称: 甲\n@ 编制人数: 3\n  实有人数: 4\n",
        "部门:\n  名称: 甲\n`  编制人数: 3\n  实有人数: 4\n",
        "部门:\n  名称: 甲\n  内设机构: [甲\n  别名: []\n",
        "部门:\n  名称: 甲\n  所属单位:\n    - {名称: 乙\n    - {名称: 丙}\n",
        "资金:\n  来源:\n    - {\n    - {名称: 丙}\n",
        "目标: *80%\n",
        "部门:\n  名称: 甲\n  - 编制人数: 3\n",
    ],
)
def test_what_follows_from_a_slip_is_not_told_as_well(text: str) -> None:
    assert len(read_yaml("a.yaml", text.encode()).findings) == 1


def test_lines_that_were_understood_are_not_suspected() -> None:
    text = "a:\n  - 名称：甲\n  - 乙\nb: c: d"
    trouble = Trouble(text.index(": d"), None, text.index("乙"))
    assert diagnose(text, trouble, WORDS).code == "YAML-20"
